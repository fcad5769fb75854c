export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** Parses JSON; a failure names its line, from 1. A byte order mark is skipped. */
export function readJson(text: string): JsonReading {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(body) as unknown };
  } catch {
    const at = failurePosition(body);
    const line = body.slice(0, at).split('\n').length;
    const found = at >= body.trimEnd().length ? 'the text ends too early' : `unexpected ${shownAt(body, at)}`;
    return { ok: false, line, message: `This is not JSON: ${found}.` };
  }
}

const shownAt = (text: string, at: number): string => JSON.stringify(text.slice(at, at + 12).split('\n')[0]);

const TOKEN =
  /[ \t\r\n]*(?:(?<open>[{[])|(?<close>[}\]])|(?<comma>,)|(?<colon>:)|(?<text>"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(?<plain>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)))/uy;

/** What may follow, as a small automaton; engines word their own messages differently and do not always say where. */
type Expect = 'value' | 'value-or-close' | 'name' | 'name-or-close' | 'colon' | 'comma-or-close' | 'end';

/** Where a text that is not JSON stops being JSON. */
function failurePosition(text: string): number {
  const open: string[] = [];
  let expect: Expect = 'value';
  let at = 0;
  const afterValue = (): Expect => (open.length === 0 ? 'end' : 'comma-or-close');
  for (;;) {
    const start = at + /^[ \t\r\n]*/.exec(text.slice(at, at + 4096))![0].length;
    TOKEN.lastIndex = at;
    const groups: Readonly<Record<string, string | undefined>> | undefined =
      expect === 'end' ? undefined : TOKEN.exec(text)?.groups;
    if (groups === undefined) return start;
    const closes = expect === 'value-or-close' || expect === 'name-or-close' || expect === 'comma-or-close';
    const takesValue = expect === 'value' || expect === 'value-or-close';
    if (groups['close'] !== undefined) {
      if (!closes || open.pop() !== (groups['close'] === '}' ? '{' : '[')) return start;
      expect = afterValue();
    } else if (groups['open'] !== undefined) {
      if (!takesValue) return start;
      open.push(groups['open']);
      expect = groups['open'] === '{' ? 'name-or-close' : 'value-or-close';
    } else if (groups['comma'] !== undefined) {
      if (expect !== 'comma-or-close') return start;
      expect = open.at(-1) === '{' ? 'name' : 'value';
    } else if (groups['colon'] !== undefined) {
      if (expect !== 'colon') return start;
      expect = 'value';
    } else if (groups['text'] !== undefined && (expect === 'name' || expect === 'name-or-close')) {
      expect = 'colon';
    } else if (takesValue) {
      expect = afterValue();
    } else {
      return start;
    }
    at = TOKEN.lastIndex;
  }
}
