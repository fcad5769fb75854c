import { cellText } from '../columns/cell.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import type { Pairs } from '../merge/state.ts';
import { valueCount, type Column } from '../model/column.ts';
import type { SameForm } from '../model/design.ts';
import { DIFFER_CLASSES, WORSE, type DifferClass } from '../model/differ.ts';
import { readingOfPair } from '../read/type-pair.ts';
import type { Tools } from '../tools.ts';
import { mayBeMoment, mayBePower, quickClass } from './quick-class.ts';
import { QUICK, type Quick } from './quick-forms.ts';
import type { SteadyPairs } from './steady.ts';
import { valueClassifier, type ValueClass } from './value-class.ts';
import { ValueMarks } from './value-marks.ts';

/** What two values tell by themselves. */
export interface Answer {
  /** The class as a column of pairs holds it, the worse side with it; 0 where a later class has to be asked for. */
  readonly code: number;
  /** Forms it takes beyond the class's own. */
  readonly forms: readonly SameForm[];
  /** May the other pairs or fields explain it otherwise? */
  readonly open: boolean;
}

export const codeOf = (is: DifferClass): number => DIFFER_CLASSES.indexOf(is) + 1;

const told = ({ is, worse, forms }: ValueClass, open = false): Answer => ({
  code: codeOf(is) | (worse << WORSE),
  forms,
  open,
});
const plain = (is: DifferClass, ...forms: readonly SameForm[]): ValueClass => ({ is, worse: 0, forms });

/** What bytes tell for certain; null where the class is none of those. */
export const QUICK_CLASSES: Readonly<Record<Quick, ValueClass | null>> = {
  [QUICK.ask]: null,
  [QUICK.late]: null,
  [QUICK.other]: null,
  [QUICK.contains]: null,
  [QUICK.cutLeft]: null,
  [QUICK.cutRight]: null,
  [QUICK.case]: plain('case'),
  [QUICK.spaces]: plain('spaces'),
  [QUICK.caseAndSpaces]: plain('spaces', 'case', 'spaces'),
  [QUICK.punctuation]: plain('punctuation'),
  [QUICK.caseSpacesPunctuation]: plain('punctuation', 'case', 'spaces', 'punctuation'),
  [QUICK.phone]: plain('phone'),
};

/** Of those the late class that bytes tell for certain. */
export const QUICK_LATE: Readonly<Partial<Record<Quick, ValueClass>>> = {
  [QUICK.other]: plain('other'),
  [QUICK.contains]: plain('contains'),
  [QUICK.cutLeft]: { is: 'cut', worse: 1, forms: [] },
  [QUICK.cutRight]: { is: 'cut', worse: 2, forms: [] },
};

const ASK_LATE: Answer = { code: 0, forms: [], open: true };
const ANSWERS: readonly Answer[] = Object.values(QUICK).map((quick) => {
  const [early, late] = [QUICK_CLASSES[quick], QUICK_LATE[quick]];
  return early !== null ? told(early) : late === undefined ? ASK_LATE : told(late, true);
});

/** The values of a field's differing pairs, by position among them: by bytes where they tell enough, else as texts. */
export interface Looks extends SteadyPairs {
  /** Positions of the values in their columns. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Before a run of them is asked for, once. */
  readonly prepare: (from: number, to: number) => void;
  readonly answer: (at: number) => Answer;
  readonly late: (at: number) => ValueClass;
}

export function looks(on: CompiledMapping, pairs: Pairs, differing: Int32Array, tools: Tools): Looks {
  const { values, views } = on;
  const reading = readingOfPair(views.left.type, views.right.type);
  const classifier = valueClassifier(
    { zeroIsValue: reading === 'number' || reading === 'boolean', country: on.forms.country },
    tools,
  );
  const texts = {
    left: (at: number): string => cellText(values.left, pairs.left[differing[at]!]!),
    right: (at: number): string => cellText(values.right, pairs.right[differing[at]!]!),
  };
  const [left, right] = [
    valuesOf(values.left, pairs.left, differing),
    valuesOf(values.right, pairs.right, differing),
  ];
  const [l, r] = [marksOf(values.left, left), marksOf(values.right, right)];
  const [a, b] = [l.positions, r.positions];
  const fromTexts = (at: number): Answer => {
    const found = classifier.early(texts.left(at), texts.right(at));
    return found === null ? ASK_LATE : told(found);
  };
  const size = { left: valueCount(values.left), right: valueCount(values.right) };
  const coded = values.left.codes !== null && values.right.codes !== null;
  const small = coded && size.left * size.right <= MOST_IN_TABLE;
  const early = coded && !small ? remembered(left, right, size, fromTexts) : fromTexts;
  const byBytes = (at: number): Answer => {
    const quick = quickClass(l.marks, a[at]!, r.marks, b[at]!);
    return quick === QUICK.ask ? early(at) : ANSWERS[quick]!;
  };
  return {
    texts,
    left,
    right,
    prepare: (from, to) => {
      l.prepare(from, to);
      r.prepare(from, to);
    },
    answer: small ? remembered(left, right, size, byBytes) : byBytes,
    late: (at) => classifier.late(texts.left(at), texts.right(at)),
    mayShift: (at) => mayBeMoment(l.marks, a[at]!) && mayBeMoment(r.marks, b[at]!),
    mayScale: (at) => mayBePower(l.marks, a[at]!, r.marks, b[at]!),
  };
}

/** Positions of a side's values in their column. */
function valuesOf({ codes }: Column, rows: Int32Array, differing: Int32Array): Int32Array {
  const found = new Int32Array(differing.length);
  if (codes === null) for (let at = 0; at < found.length; at++) found[at] = rows[differing[at]!]!;
  else for (let at = 0; at < found.length; at++) found[at] = codes[rows[differing[at]!]!]!;
  return found;
}

interface MarksOfSide {
  readonly marks: ValueMarks;
  /** Of each pair's value among the marks. */
  readonly positions: Int32Array;
  readonly prepare: (from: number, to: number) => void;
}

/** Of a dictionary every value once; of a plain column, whose values are each of one record, pair by pair. */
function marksOf(column: Column, values: Int32Array): MarksOfSide {
  if (column.codes !== null) {
    return { marks: new ValueMarks(column), positions: values, prepare: () => undefined };
  }
  const marks = new ValueMarks(column, values);
  const positions = new Int32Array(values.length);
  for (let at = 0; at < positions.length; at++) positions[at] = at;
  return {
    marks,
    positions,
    prepare: (from, to) => {
      marks.findAll(from, to);
    },
  };
}

/** Pairs of values of which a table of all is kept. */
const MOST_IN_TABLE = 1 << 20;

/** What two dictionaries' values are to each other is asked once. */
function remembered(
  left: Int32Array,
  right: Int32Array,
  size: { readonly left: number; readonly right: number },
  answer: (at: number) => Answer,
): (at: number) => Answer {
  if (size.left * size.right > MOST_IN_TABLE) {
    const known = new Map<number, Answer>();
    return (at) => {
      const key = left[at]! * size.right + right[at]!;
      let found = known.get(key);
      if (found === undefined) known.set(key, (found = answer(at)));
      return found;
    };
  }
  const answers: Answer[] = [];
  /** 0, or 1 + a position in the answers. */
  const known = new Uint32Array(size.left * size.right);
  return (at) => {
    const key = left[at]! * size.right + right[at]!;
    if (known[key] === 0) known[key] = answers.push(answer(at));
    return answers[known[key]! - 1]!;
  };
}
