import type { Transform } from '../model/transform.ts';

type Form = Pick<Transform & { readonly kind: 'number-format' }, 'decimal' | 'group' | 'decimals'>;

/** A canonical number (S3) with these signs; rounded half away from zero, exactly. */
export function numberText(canonical: string, { decimal, group, decimals }: Form): string {
  const rounded = decimals === null ? canonical : rounding(canonical, decimals);
  const [whole, fraction] = rounded.replace('-', '').split('.') as [string, string | undefined];
  const grouped = group === '' ? whole : whole.replace(/(\d)(?=(\d{3})+$)/g, `$1${group}`);
  const sign = rounded.startsWith('-') ? '-' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : decimal + fraction}`;
}

function rounding(canonical: string, decimals: number): string {
  const [whole, fraction = ''] = canonical.replace('-', '').split('.') as [string, string | undefined];
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  const up = (fraction.charAt(decimals) || '0') >= '5' ? 1n : 0n;
  const digits = String(BigInt(whole + kept) + up).padStart(decimals + 1, '0');
  const split = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`;
  return canonical.startsWith('-') && /[1-9]/.test(text) ? `-${text}` : text;
}
