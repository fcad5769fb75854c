import { describe, expect, it } from 'vitest';
import { alike } from '../../src/lib/words/alike.ts';
import { said } from '../support/english.ts';

const by = (left: string, right: string): readonly string[] | null =>
  alike(left, right)?.map((one) => one.by) ?? null;

describe('two values that look alike', () => {
  it.each([
    ['case', 'ACME', 'Acme', ['case']],
    ['an accent', 'Müller', 'Muller', ['accents']],
    ['an accent written two ways', 'é', 'e\u0301', ['form']],
    ['a character nobody sees', 'Ac\u200bme', 'Acme', ['invisible']],
    ['a mark of direction at the end', 'Acme\u200e', 'Acme', ['invisible']],
    ['a byte order mark', '\ufeffAcme', 'Acme', ['invisible']],
    ['a no-break space', 'a\u00a0b', 'a b', ['blanks']],
    ['a blank at the end', 'Acme ', 'Acme', ['blanks']],
    ['two blanks', 'a  b', 'a b', ['blanks']],
    ['a tab', 'a\tb', 'a b', ['blanks']],
    ['a Cyrillic letter', '\u0410cme', 'Acme', ['script']],
    ['a Greek letter', '\u039fslo', 'Oslo', ['script']],
    ['full-width letters', '\uff21cme', 'Acme', ['width']],
    ['a dash', 'a–b', 'a-b', ['punctuation']],
    ['an apostrophe', 'O’Hara', "O'Hara", ['punctuation']],
    ['several at once', ' \u0410CME', 'Acme', ['blanks', 'script', 'case']],
  ])('differ in %s', (_, left, right, reasons) => {
    expect(by(left, right)).toEqual(reasons);
    expect(by(right, left)).toEqual(reasons);
  });

  it.each([
    ['equal', 'Acme', 'Acme'],
    ['of other letters', 'Acme', 'Acne'],
    ['one blank', '', 'Acme'],
  ])('are not told of where they are %s', (_, left, right) => {
    expect(alike(left, right)).toBeNull();
  });

  it('are told in words, the letters and characters by name', () => {
    const tell = (left: string, right: string): string => said('signs').alike(alike(left, right) ?? []);
    expect(tell('Ac\u200bme', 'acme')).toBe(
      'They look alike and differ in zero-width space (U+200B) and capital and small letters.',
    );
    expect(tell('\u0410cme', 'Acme')).toBe(
      'They look alike and differ in Cyrillic А (U+0410) for Latin A (U+0041).',
    );
    expect(tell('a\u00a0b', 'a b')).toBe('They look alike and differ in no-break space (U+00A0).');
    expect(tell('a  b', 'a b')).toBe('They look alike and differ in blanks.');
  });
});
