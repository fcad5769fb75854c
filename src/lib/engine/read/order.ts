/** The sign of a − b, both canonical decimal texts (S3): digits never pass through a double. */
export function compareNumbers(a: string, b: string): number {
  const [below, other] = [a.startsWith('-'), b.startsWith('-')];
  if (below !== other) return below ? -1 : 1;
  return below ? magnitude(b.slice(1), a.slice(1)) : magnitude(a, b);
}

function magnitude(a: string, b: string): number {
  const [whole, others] = [wholeDigits(a), wholeDigits(b)];
  // Of equally many whole digits the first sign that differs decides, in the fraction too.
  return whole - others || signOf(a, b);
}

function wholeDigits(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? text.length : point;
}

/** Texts by their UTF-16 units. */
export const signOf = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
