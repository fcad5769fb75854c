/** A stretch of a rule's text and how it is set. */
export interface Stretch {
  readonly as: 'plain' | 'code' | 'strong' | 'em';
  readonly text: string;
}

const MARK = /`([^`]+)`|\*\*([^*]+)\*\*|(?<![\w*])_([^_]+)_(?!\w)/g;

/** The few marks the rules' Markdown uses, as stretches; what is no mark stays as it stands. */
export function stretches(text: string): readonly Stretch[] {
  const out: Stretch[] = [];
  let from = 0;
  for (const found of text.matchAll(MARK)) {
    if (found.index > from) out.push({ as: 'plain', text: text.slice(from, found.index) });
    const [whole, code, strong, em] = found;
    if (code !== undefined) out.push({ as: 'code', text: code });
    else if (strong !== undefined) out.push({ as: 'strong', text: strong });
    else out.push({ as: 'em', text: em! });
    from = found.index + whole.length;
  }
  if (from < text.length) out.push({ as: 'plain', text: text.slice(from) });
  return out;
}
