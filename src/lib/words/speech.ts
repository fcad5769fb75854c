/** How a language says numbers, moments and plurals. Made once a language; the formats when first used. */
export interface Speech {
  /** BCP 47, for `<html lang>` and every format. */
  readonly language: string;
  /** `1,234`. */
  count(value: number): string;
  /** A large number in little room: `12K`. */
  compact(value: number): string;
  /** `+312`, `−41`, `0`, with a true minus. */
  signed(value: number): string;
  /** With one digit after the point: `1.4`. */
  decimal(value: number): string;
  /** A share from 0 to 1: `41 %`. */
  share(value: number): string;
  /** The same where its first decimal counts: `12.5 %`. */
  percent(value: number): string;
  /** A length of time in milliseconds: `1.4 s`. */
  seconds(milliseconds: number): string;
  moment(at: Date, options: Intl.DateTimeFormatOptions): string;
  /** A whole sentence for a number; `#` in it is the number: `{ one: '# record', other: '# records' }`. */
  plural(value: number, forms: PluralForms): string;
  /** `a, b and c`. */
  list(parts: readonly string[]): string;
}

type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** The ways of a language, after its BCP 47 tag. */
export function speechOf(language: string): Speech {
  const whole = once(() => new Intl.NumberFormat(language));
  const shares = once(() => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }));
  const percents = once(
    () => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }),
  );
  const short = once(
    () => new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 0 }),
  );
  const ones = once(() => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }));
  const two = once(() => new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }));
  const rules = once(() => new Intl.PluralRules(language));
  const and = once(() => new Intl.ListFormat(language, { type: 'conjunction' }));
  const moments = new Map<string, Intl.DateTimeFormat>();
  const count = (value: number): string => whole().format(value);
  return {
    language,
    count,
    decimal: (value) => ones().format(value),
    signed: (value) => (value > 0 ? `+${count(value)}` : value < 0 ? `−${count(-value)}` : count(0)),
    share: (value) => shares().format(value),
    percent: (value) => percents().format(value),
    compact: (value) => short().format(value),
    seconds: (milliseconds) => `${two().format(milliseconds / 1000)} s`,
    moment(at, options) {
      const key = JSON.stringify(options);
      const format = moments.get(key) ?? new Intl.DateTimeFormat(language, options);
      moments.set(key, format);
      return format.format(at);
    },
    plural: (value, forms) =>
      (forms[rules().select(value)] ?? forms.other).replaceAll('#', () => count(value)),
    list: (parts) => and().format(parts),
  };
}

/** Made when first used: a format takes the browser milliseconds, which the page's start has no time for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
