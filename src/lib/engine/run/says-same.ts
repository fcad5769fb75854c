/** Do two parts of a design say the same? Most differ in their first word, and nothing is put into words for them. */
export function saysSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (!Array.isArray(a) || !Array.isArray(b)) return wordsOf(a) === wordsOf(b);
  return a.length === b.length && a.every((one, at) => saysSame(one, b[at]));
}

/** As JSON. Objects of a design never change: what one says is put into words once, however many plans ask. */
function wordsOf(value: object): string {
  let said = words.get(value);
  if (said === undefined) words.set(value, (said = JSON.stringify(value)));
  return said;
}

const words = new WeakMap<object, string>();
