/** Canonical decimal text with so many decimals at most, a five goes away from nought; the text itself where it has no more. */
export function rounded(number: string, decimals: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number) ?? [];
  if (fraction.length <= decimals) return number;
  const kept = BigInt(whole + fraction.slice(0, decimals)) + (fraction.charAt(decimals) >= '5' ? 1n : 0n);
  const digits = String(kept).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const rest = digits.slice(point).replace(/0+$/, '');
  const text = digits.slice(0, point) + (rest === '' ? '' : `.${rest}`);
  return text === '0' ? text : sign + text;
}
