/** Characters of a sheet's name. */
const LONGEST = 31;
const ELLIPSIS = '…';

/** Names that sheets of one workbook may have: 31 characters, without `[]:*?/\`, no two alike whatever their case. */
export class SheetNames {
  readonly #taken = new Set<string>();

  /** The legal name nearest to this one. A long one loses its middle: what a sheet holds stands at the end. */
  take(wanted: string): string {
    const legal = wanted.replaceAll(/[[\]:*?/\\\p{Cc}\p{Cs}\ufffe\uffff]/gu, '_').replaceAll(/^'|'$/g, '_');
    const name = /^(?:history)?$/i.test(legal) ? `${legal}_` : legal;
    for (let number = 1; ; number++) {
      const own = shortened(name, number === 1 ? '' : ` (${String(number)})`);
      const key = own.toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return own;
    }
  }
}

function shortened(name: string, end: string): string {
  const room = LONGEST - end.length;
  if (name.length <= room) return name + end;
  const back = Math.ceil((room - 1) * 0.6);
  return whole(name.slice(0, room - 1 - back)) + ELLIPSIS + whole(name.slice(-back)) + end;
}

/** Without the half of a pair that a cut left at an end. */
const whole = (text: string): string => text.replaceAll(/\p{Cs}/gu, '');
