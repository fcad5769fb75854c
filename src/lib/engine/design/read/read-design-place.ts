import { designError, type DesignError, type DesignFault, type Expected } from '../../model/design-error.ts';

/** A value of the design's JSON with its place; every reader notes what it cannot take and goes on with a default. */
export class Place {
  readonly value: unknown;
  readonly at: string;
  readonly #errors: DesignError[];

  constructor(value: unknown, at: string, errors: DesignError[]) {
    this.value = value;
    this.at = at;
    this.#errors = errors;
  }

  get absent(): boolean {
    return this.value === undefined;
  }

  /** Absent, or null where the format lets null stand for nothing. */
  get nothing(): boolean {
    return this.value === undefined || this.value === null;
  }

  error(fault: DesignFault): void {
    this.#errors.push(designError(this.at, fault));
  }

  bad(expected: Expected): void {
    this.error({ is: 'wrong-value', expected, found: this.absent ? null : shown(this.value) });
  }

  member(name: string): Place {
    const inside = isObject(this.value) && Object.hasOwn(this.value, name) ? this.value[name] : undefined;
    return new Place(inside, this.at === '' ? name : `${this.at}.${name}`, this.#errors);
  }

  /** Notes a value that is no object. */
  isObject(): boolean {
    if (isObject(this.value)) return true;
    this.bad('object');
    return false;
  }

  /** The elements of a list; none where it is absent. */
  items(): Place[] {
    if (this.nothing) return [];
    if (!Array.isArray(this.value)) {
      this.bad('list');
      return [];
    }
    return this.value.map((item: unknown, i) => new Place(item, `${this.at}[${String(i)}]`, this.#errors));
  }

  text(): string {
    if (typeof this.value === 'string') return this.value;
    this.bad('text');
    return '';
  }

  filledText(): string {
    if (typeof this.value === 'string' && this.value.trim() !== '') return this.value;
    this.bad('filled-text');
    return '';
  }

  textOrNull(): string | null {
    return this.nothing ? null : this.text();
  }

  textOr(otherwise: string): string {
    return this.absent ? otherwise : this.text();
  }

  flagOr(otherwise: boolean): boolean {
    if (this.absent) return otherwise;
    if (typeof this.value === 'boolean') return this.value;
    this.bad('flag');
    return otherwise;
  }

  oneOf<T extends string>(words: readonly T[]): T {
    const word = words.find((candidate) => candidate === this.value);
    if (word !== undefined) return word;
    this.bad({ oneOf: words });
    return words[0]!;
  }

  oneOfOr<T extends string>(words: readonly T[], otherwise: T): T {
    return this.absent ? otherwise : this.oneOf(words);
  }

  /** A finite number of at least 0 and at most `most`. */
  numberUpTo(most: number, expected: Expected, otherwise: number): number {
    if (typeof this.value === 'number' && this.value >= 0 && this.value <= most) return this.value;
    this.bad(expected);
    return otherwise;
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON value as an error names it, cut where it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
