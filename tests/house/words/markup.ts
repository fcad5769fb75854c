import { parse, type AST } from 'svelte/compiler';
import { isSentence, sentencesOfScript } from './script.ts';

/** Attributes a person reads or hears; of our own components those that hold words. */
const READ =
  /^(title|aria-label|aria-description|placeholder|alt|label|word|heading|caption|hint|says|act|detail|facts|what|none)$/;
/** What says how something looks or where it leads. */
const SILENT = /^(class|look|style|d|href|id|for|accept)$/;
const LETTERS = /\p{L}{2,}/u;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly name?: unknown;
  readonly value?: unknown;
  readonly data?: string;
  readonly [member: string]: unknown;
}

/** Letters in markup and in attributes that are read, sentences in its expressions and its scripts; with their lines. */
export function sentencesOfMarkup(text: string): string[] {
  const root: AST.Root = parse(text, { modern: true });
  const found: string[] = [];
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length;
  const say = (at: number, words: string): void => {
    found.push(`${String(lineOf(at))}: ${words.trim().replaceAll(/\s+/g, ' ').slice(0, 60)}`);
  };
  const visit = (value: unknown, isRead: boolean): void => {
    if (Array.isArray(value)) return value.forEach((one) => visit(one, isRead));
    if (value === null || typeof value !== 'object' || !('type' in value)) return;
    const node = value as Node;
    switch (node.type) {
      case 'Comment':
      case 'StyleSheet':
        return;
      case 'Text':
        if (isRead && LETTERS.test(node.data ?? '')) say(node.start, node.data ?? '');
        return;
      case 'Attribute':
        return SILENT.test(String(node.name)) ? undefined : visit(node.value, READ.test(String(node.name)));
      case 'Literal':
        if (typeof node.value === 'string' && (isSentence(node.value) || isCapital(node.value)))
          say(node.start, node.value);
        return;
      case 'TemplateElement': {
        const { raw } = node.value as { readonly raw: string };
        if (isSentence(raw)) say(node.start, raw);
        return;
      }
      default:
        for (const [member, inner] of Object.entries(node))
          if (member !== 'loc' && member !== 'metadata') visit(inner, isRead);
    }
  };
  visit(root.fragment, true);
  for (const script of [root.instance, root.module]) {
    if (script === null || script === undefined) continue;
    const { start, end } = script.content as unknown as { readonly start: number; readonly end: number };
    const before = lineOf(start) - 1;
    for (const one of sentencesOfScript(text.slice(start, end), 'script.ts')) {
      const at = one.indexOf(':');
      found.push(`${String(Number(one.slice(0, at)) + before)}${one.slice(at)}`);
    }
  }
  return found;
}

/** A word as it would begin a label. Names of keys and of what is dragged are the browser's. */
const isCapital = (text: string): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(text) && !/^(Enter|Escape|Home|End|Tab|Page(Up|Down)|Files)$/.test(text);
