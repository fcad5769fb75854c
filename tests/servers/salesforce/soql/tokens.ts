import { AppError } from '../errors.ts';

export type Token =
  /** A name, a keyword, a number or a date: what is in no quotes. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

const SIGN = /^(?:<=|>=|!=|<>|[=<>(),])/;
const WORD = /^[^\s=<>!(),'"]+/;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

export const malformed = (said: string): AppError => new AppError(400, 'MALFORMED_QUERY', said);

/** A query as words, texts and signs. */
export function tokensOf(soql: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < soql.length) {
    const rest = soql.slice(at);
    const space = /^\s+/.exec(rest)?.[0];
    if (space !== undefined) {
      at += space.length;
    } else if (rest.startsWith("'")) {
      const [text, length] = textIn(rest);
      tokens.push({ kind: 'string', text });
      at += length;
    } else {
      const sign = SIGN.exec(rest)?.[0];
      const word = sign ?? WORD.exec(rest)?.[0];
      if (word === undefined) throw malformed(`unexpected token: '${rest.charAt(0)}'`);
      tokens.push({ kind: sign === undefined ? 'word' : 'sign', text: word });
      at += word.length;
    }
  }
  return tokens;
}

/** The text in quotes at the beginning, and how many characters it takes. */
function textIn(rest: string): [text: string, length: number] {
  let text = '';
  let at = 1;
  for (;;) {
    const sign = rest.charAt(at);
    if (sign === '') throw malformed("line 1: no viable alternative at character '<EOF>'");
    if (sign === "'") return [text, at + 1];
    if (sign === '\n' || sign === '\r') throw malformed('Line breaks not allowed in string literals');
    if (sign !== '\\') {
      text += sign;
      at += 1;
      continue;
    }
    const code = /^\\u([0-9a-fA-F]{4})/.exec(rest.slice(at))?.[1];
    if (code !== undefined) {
      text += String.fromCharCode(Number.parseInt(code, 16));
      at += 6;
      continue;
    }
    const meant = ESCAPES[rest.charAt(at + 1).toLowerCase()];
    if (meant === undefined)
      throw malformed(`Invalid string literal. Illegal character sequence '\\${rest.charAt(at + 1)}'`);
    text += meant;
    at += 2;
  }
}
