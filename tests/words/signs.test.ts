import { describe, expect, it } from 'vitest';
import { isolated, piecesOf, plain, signsOf, type Piece } from '../../src/lib/words/signs.ts';
import { said } from '../support/english.ts';

/** `a[TAB]b`: a value with its signs, as a person would say it. */
const shown = (text: string): string => signsOf(text).map(pieceSaid).join('');
const pieceSaid = (piece: Piece): string =>
  typeof piece === 'string' ? piece : 'inside' in piece ? `<${piece.inside}>` : `[${piece.sign}]`;
const raw = (text: string): string =>
  signsOf(text)
    .map((piece) => (typeof piece === 'string' ? piece : piece.raw))
    .join('');

describe('signs of a value', () => {
  it('leave a value alone that has none', () => {
    for (const text of ['Ærø & Sønner', '12x34', '->', 'São  Paulo', 'e\u0301', 'שלום', '日本', 'a – b'])
      expect(signsOf(text)).toEqual([text]);
    expect(signsOf('')).toEqual([]);
  });

  it.each([
    ['a\tb', 'a[TAB]b'],
    ['a\r\nb\nc\rd', 'a[CRLF]b[LF]c[CR]d'],
    ['a\u00a0b\u202fc\u2003d', 'a[NBSP]b[NNBSP]c[U+2003]d'],
    ['Ac\u200bme\ufeff', 'Ac[ZWSP]me[BOM]'],
    ['\u202egnp.exe\u202c', '[RLO]gnp.exe[PDF]'],
    ['\u2067a\u2069\u200e\u200f', '[RLI]a[PDI][LRM][RLM]'],
    ['Sm\ufffdhus', 'Sm[U+FFFD]hus'],
    ['a\u0000\u0007\u0085', 'a[NUL][U+0007][NEL]'],
    ['so\u00adft', 'so[SHY]ft'],
    [' a b ', '[SP]a b[SP]'],
    ['  ', '[SP][SP]'],
    ['a\u200db', 'a[ZWJ]b'],
    ['a\u2800b\u3164c', 'a[U+2800]b[U+3164]c'],
    ['x\ufdd0y\ufe0f', 'x[U+FDD0]y[U+FE0F]'],
  ])('show %j as %s', (text, as) => {
    expect(shown(text)).toBe(as);
    expect(raw(text)).toBe(text);
  });

  it.each([
    ['a family', '👨‍👩‍👧‍👦 Ås'],
    ['a family with colours of skin', '👩🏽‍🤝‍👨🏿'],
    ['a heart of a selector', '❤️'],
    ['a flag of tags', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['a Persian word with a non-joiner', 'می\u200cخواهم'],
    ['a Devanagari joiner', 'क्\u200dष'],
  ])('do not tear apart %s', (_, text) => {
    expect(signsOf(text)).toEqual([text]);
  });

  it('give the value again, whatever it is', () => {
    const letters = ['a', ' ', '\t', '\r', '\n', '\u200d', '👨', '\ufe0f', '\u202e', 'ب', '\u200c', '\ufffd'];
    for (let seed = 1; seed <= 2000; seed++) {
      let state = seed;
      const text = Array.from({ length: seed % 9 }, () => {
        state = (state * 1103515245 + 12345) % 2147483648;
        return letters[(state >>> 8) % letters.length]!;
      }).join('');
      expect(raw(text), `seed ${String(seed)}`).toBe(text);
    }
  });

  it('have a name each', () => {
    const { name } = said('signs');
    const named = (text: string): string => {
      const [piece] = signsOf(text);
      if (piece === undefined || typeof piece === 'string') throw new Error('no sign');
      return name(piece);
    };
    expect(named('\u200b')).toBe('zero-width space (U+200B)');
    expect(named('\t')).toBe('tab (U+0009)');
    expect(named('\r\n')).toBe('line end (CR LF)');
    expect(named('\u0007')).toBe('control character (U+0007)');
  });
});

describe('a sentence with values', () => {
  it('isolates a value that could reorder it, and no other', () => {
    const sentence = `${isolated('שלום')} is taken by ${isolated('Acme')}.`;
    expect(piecesOf(sentence).map(pieceSaid).join('')).toBe('<שלום> is taken by Acme.');
    expect(plain(sentence)).toBe('שלום is taken by Acme.');
  });
  it('marks what nobody sees, not the blanks between its own words', () => {
    expect(piecesOf(' “a\tb” ').map(pieceSaid).join('')).toBe(' “a[TAB]b” ');
  });
});
