/** One rule of `docs/rules/`, as it stands there. */
export interface Rule {
  readonly id: string;
  /** Its sentences, in the page's Markdown. */
  readonly text: string;
  /** The heading it stands under. */
  readonly section: string;
  /** Whose behaviour it is, after the marks in its text; null where the text has none. */
  readonly origin: Origin | null;
}

/** HubSpot's own, HubSpot's in its core, another public page's, or Drysync's choice. */
export type Origin = 'seed' | 'mixed' | 'doc' | 'ours';

const ITEM = /^(\s*)- ([A-Z]{1,2}\d{1,2}) (.*)$/;
const ROW = /^\| ([A-Z]{1,2}\d{1,2}) (.*)\|$/;

/** The rules a page defines, in its order: a list item or a table row that begins with the id. */
export function readRules(page: string): readonly Rule[] {
  const rules: Rule[] = [];
  let section = '';
  let open: { id: string; lines: string[]; indent: number } | null = null;
  const close = (): void => {
    if (open === null) return;
    const text = open.lines.join(' ');
    rules.push({ id: open.id, text, section, origin: originOf(text) });
    open = null;
  };
  for (const line of page.split('\n')) {
    const item = ITEM.exec(line);
    const row = ROW.exec(line);
    if (item !== null) {
      close();
      open = { id: item[2]!, lines: [item[3]!], indent: item[1]!.length };
    } else if (row !== null) {
      close();
      open = { id: row[1]!, lines: [row[2]!.replaceAll(/\s*\|\s*/g, ' · ').trim()], indent: 0 };
      close();
    } else if (line.startsWith('#')) {
      close();
      section = line.replace(/^#+ /, '');
    } else if (open !== null && line.search(/\S/) > open.indent) open.lines.push(line.trim());
    else close();
  }
  close();
  return rules;
}

/** The marks are `(seed)`, `(doc)`, `(ours)`, some with a word on what of the rule they mean. */
function originOf(text: string): Origin | null {
  const marks = [...text.matchAll(/\(([^()]*\b(?:seeds?|doc|ours)\b[^()]*)\)/g)].map(([, mark]) => mark!);
  const has = (word: RegExp): boolean => marks.some((mark) => word.test(mark));
  if (has(/\bseeds?\b/)) return has(/\b(?:ours|doc)\b/) ? 'mixed' : 'seed';
  if (has(/\bdoc\b/)) return has(/\bours\b/) ? 'mixed' : 'doc';
  return has(/\bours\b/) ? 'ours' : null;
}
