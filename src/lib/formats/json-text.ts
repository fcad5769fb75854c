import type { JsonFault } from './fault.ts';
import { endOfPlain, endOfText, isSpace } from './json-tokens.ts';

export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly fault: JsonFault };

/** Parses JSON; a failure names its line, from 1. A byte order mark is skipped. */
export function readJson(text: string): JsonReading {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(body) as unknown };
  } catch {
    const at = failurePosition(body);
    const fault: JsonFault =
      at >= body.trimEnd().length ? { is: 'ends-early' } : { is: 'unexpected', found: shownAt(body, at) };
    return { ok: false, line: lineAt(body, at), fault };
  }
}

const shownAt = (text: string, at: number): string => JSON.stringify(text.slice(at, at + 12).split('\n')[0]);

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < at; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

/** What may follow, as a small automaton; engines word their own messages differently and do not always say where. */
type Expect = 'value' | 'value-or-close' | 'name' | 'name-or-close' | 'colon' | 'comma-or-close' | 'end';

/** Where a text that is not JSON stops being JSON. */
function failurePosition(text: string): number {
  const open: string[] = [];
  let expect: Expect = 'value';
  let at = 0;
  const afterValue = (): Expect => (open.length === 0 ? 'end' : 'comma-or-close');
  for (;;) {
    while (isSpace(text, at)) at++;
    const start = at++;
    const takesValue = expect === 'value' || expect === 'value-or-close';
    const takesName: boolean = expect === 'name' || expect === 'name-or-close';
    const closes = expect === 'value-or-close' || expect === 'name-or-close' || expect === 'comma-or-close';
    if (expect === 'end') return start;
    switch (text[start]) {
      case '}':
      case ']':
        if (!closes || open.pop() !== (text[start] === '}' ? '{' : '[')) return start;
        expect = afterValue();
        break;
      case '{':
      case '[':
        if (!takesValue) return start;
        open.push(text[start]);
        expect = text[start] === '{' ? 'name-or-close' : 'value-or-close';
        break;
      case ',':
        if (expect !== 'comma-or-close') return start;
        expect = open.at(-1) === '{' ? 'name' : 'value';
        break;
      case ':':
        if (expect !== 'colon') return start;
        expect = 'value';
        break;
      default: {
        const end: number | null = text[start] === '"' ? endOfText(text, start) : endOfPlain(text, start);
        const fits = text[start] === '"' ? takesName || takesValue : takesValue;
        if (end === null || !fits) return start;
        at = end;
        expect = takesName ? 'colon' : afterValue();
      }
    }
  }
}
