const LINES = 200;
const NEARLY_ALL = 0.9;
/** Signs that part cells more often than others do. */
const USUAL = ['\t', ',', ';', '|', ':', '~', '^', '#'];

/** What may part the cells of a file read as one column; `sign` is a blank for words, `FIXED` for cells that begin at the same places. */
export interface Parting {
  readonly sign: string;
  /** That have the same number of it. */
  readonly lines: number;
}

/** Stands for cells of a fixed width: two blanks. */
export const FIXED = '  ';

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
  return found.find(({ sign }) => USUAL.includes(sign)) ?? found[0] ?? underTitle(lines) ?? fixed(whole);
}

/** Fewer lines are alike by chance. */
const FEWEST = 5;
/** Lines of a title and notes. */
const TITLES = 3;

/** The same below a title: two signs a line at least, and none that a blank follows, as in prose. */
function underTitle(lines: readonly string[]): Parting | null {
  const below = lines.slice(TITLES);
  if (below.length < FEWEST) return null;
  for (const sign of USUAL) {
    const parts = (line: string): number => line.split(sign).length;
    const wanted = parts(below[0]!);
    if (wanted < 3 || below.some((line) => line.includes(`${sign} `))) continue;
    const same = below.filter((line) => parts(line) === wanted).length;
    if (same >= below.length * NEARLY_ALL)
      return { sign, lines: lines.filter((line) => parts(line) === wanted).length };
  }
  return null;
}

/** A place behind a blank where nearly all lines have text, most of them behind two blanks. */
function fixed(text: string): Parting | null {
  const lines = text.split(/\r\n?|\n/, LINES).filter((line) => line.trim() !== '');
  if (lines.length < FEWEST) return null;
  const isFilled = (line: string, at: number): boolean => line[at] !== undefined && line[at] !== ' ';
  for (let at = 3; at < lines[0]!.length; at++) {
    const begin = lines.filter((line) => isFilled(line, at) && line[at - 1] === ' ');
    if (begin.length < lines.length * NEARLY_ALL) continue;
    if (begin.filter((line) => line[at - 2] === ' ').length * 2 >= begin.length)
      return { sign: FIXED, lines: begin.length };
  }
  return null;
}
