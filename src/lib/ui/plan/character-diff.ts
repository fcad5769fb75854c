/** A run of a text: shared with the other text, or its own. */
export interface Run {
  readonly own: boolean;
  readonly text: string;
}

/** Longer texts are compared by their common start and end only. */
const MOST_CELLS = 40_000;

/** The runs of two texts; joined they give the text again. Works on grapheme-like units: code points with their marks. */
export function characterRuns(left: string, right: string): { left: readonly Run[]; right: readonly Run[] } {
  const a = units(left);
  const b = units(right);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end++;
  }
  const shared = commonOf(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const mask = (whole: readonly string[], inside: readonly boolean[]): readonly Run[] =>
    runs(whole, (index) =>
      index < start || index >= whole.length - end ? false : !(inside[index - start] ?? false),
    );
  return { left: mask(a, shared.a), right: mask(b, shared.b) };
}

const units = (text: string): readonly string[] => text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];

/** Which units belong to a longest common subsequence. */
function commonOf(a: readonly string[], b: readonly string[]): { a: boolean[]; b: boolean[] } {
  const inA = a.map(() => false);
  const inB = b.map(() => false);
  if (a.length * b.length > MOST_CELLS) return { a: inA, b: inB };
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      lengths[at] =
        a[i] === b[j] ? lengths[at + width + 1]! + 1 : Math.max(lengths[at + width]!, lengths[at + 1]!);
    }
  }
  // So little in common that marking characters would only confuse: the whole differs.
  if (lengths[0]! * 3 < Math.max(a.length, b.length)) return { a: inA, b: inB };
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      inA[i++] = true;
      inB[j++] = true;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return { a: inA, b: inB };
}

function runs(whole: readonly string[], isOwn: (index: number) => boolean): readonly Run[] {
  const list: { own: boolean; text: string }[] = [];
  whole.forEach((unit, index) => {
    const own = isOwn(index);
    const last = list.at(-1);
    if (last !== undefined && last.own === own) last.text += unit;
    else list.push({ own, text: unit });
  });
  return list;
}
