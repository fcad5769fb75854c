const LINES = 200;
const NEARLY_ALL = 0.9;
/** Signs that part cells more often than others do. */
const USUAL = ['\t', ',', ';', '|', ':', '~', '^', '#'];

/** What may part the cells of a file read as one column; `sign` is a blank for words. */
export interface Parting {
  readonly sign: string;
  /** That have the same number of it. */
  readonly lines: number;
}

/** RD22: nearly all first lines, the first of all among them, hold the same number of a sign, or of words. */
export function partingSign(sample: string, complete: boolean): Parting | null {
  const whole = complete ? sample : sample.slice(0, sample.search(/[\r\n][^\r\n]*$/) + 1);
  const lines = whole
    .split(/\r\n?|\n/, LINES)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 2) return null;
  const first = lines[0]!;
  const signs = new Set(first.match(/[^\p{L}\p{M}\p{N}\s"']|\t/gu) ?? []);
  const found = [...signs, ' '].flatMap((sign) => {
    const parts = (line: string): number => (sign === ' ' ? line.split(/\s+/) : line.split(sign)).length;
    const wanted = parts(first);
    const same = wanted < 2 ? 0 : lines.filter((line) => parts(line) === wanted).length;
    return same >= lines.length * NEARLY_ALL ? [{ sign, lines: same }] : [];
  });
  return found.find(({ sign }) => USUAL.includes(sign)) ?? found[0] ?? null;
}
