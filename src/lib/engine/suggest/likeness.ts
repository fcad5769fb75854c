/** Jaro-Winkler likeness of two texts, 0 to 1 (prefix weight 0.1, at most 4 letters). */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const usedB = new Array<boolean>(b.length).fill(false);
  const matchedA: string[] = [];
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (usedB[j] === true || a[i] !== b[j]) continue;
      usedB[j] = true;
      matchedA.push(a[i]!);
      break;
    }
  }
  if (matchedA.length === 0) return 0;
  const matchedB = b.split('').filter((_, j) => usedB[j] === true);
  const swapped = matchedA.filter((letter, i) => letter !== matchedB[i]).length / 2;
  const m = matchedA.length;
  const jaro = (m / a.length + m / b.length + (m - swapped) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Dice's share of common words, each counted once. */
export function sharedWords(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a);
  const right = new Set(b);
  if (left.size + right.size === 0) return 0;
  let common = 0;
  for (const word of left) if (right.has(word)) common++;
  return (2 * common) / (left.size + right.size);
}

/** Is `short` one word made of the first letters of `long`'s words (`mrn`, medical record number)? */
export function isInitials(short: readonly string[], long: readonly string[]): boolean {
  return short.length === 1 && long.length >= 3 && short[0] === long.map((word) => word[0]).join('');
}
