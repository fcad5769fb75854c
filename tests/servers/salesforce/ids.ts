const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FORM = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;

/** The three letters behind an id of 15: which of each five characters are capitals, as bits. */
export function checkLetters(id15: string): string {
  const block = (from: number): string => {
    const bits = [...id15.slice(from, from + 5)].map((sign, i) => (/[A-Z]/.test(sign) ? 1 << i : 0));
    return LETTERS.charAt(bits.reduce((sum, bit) => sum + bit, 0));
  };
  return block(0) + block(5) + block(10);
}

/** The `count`-th id of a kind: its prefix of three, the instance, a number to the base 62, check letters. */
export function makeId(prefix: string, count: number): string {
  let number = '';
  for (let left = count; left > 0; left = Math.floor(left / 62)) number = SIGNS.charAt(left % 62) + number;
  const id15 = `${prefix}Aa0000${number.padStart(6, '0')}`;
  return id15 + checkLetters(id15);
}

/** What tells an id apart: its first 15. Null where it is none, or its check letters are another's. */
export function idKey(id: unknown): string | null {
  if (typeof id !== 'string' || !FORM.test(id)) return null;
  const key = id.slice(0, 15);
  return id.length === 15 || id.slice(15).toUpperCase() === checkLetters(key) ? key : null;
}
