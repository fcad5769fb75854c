import {
  onBoth,
  otherSide,
  ownedTest,
  textAt,
  type Both,
  type Differences,
  type Side,
  type Steps,
  type SyncDesign,
  type ToDo,
  type Tools,
} from '../../src/lib/engine/index.ts';
import type { OutFile } from '../../src/lib/conversation/index.ts';
import { csvRow, csvStart } from '../../src/lib/formats/index.ts';
import { toDoFileWords } from '../../src/lib/words/in-files.ts';
import type { PlannedSubjects } from './planned-subjects.ts';
import { TextFile } from './text-file.ts';

/** Pairs looked at between two looks at the port. */
const PAIRS = 16_384;

/** What the list needs to know of the project: the design as it is now, beside the plan. */
interface About {
  readonly design: SyncDesign;
  readonly why: Differences;
  readonly tools: Tools;
}

/** S234: the open items of a side of a sync as a CSV for the data's owner, a row a record and field, as they are in this plan. */
export function* toDoFile(subjects: PlannedSubjects, side: Side, about: About): Steps<OutFile> {
  const { sync, pairs } = subjects.plan;
  const file = new TextFile(`${sync.id}-${side}-to-do.csv`, about.tools);
  file.write(csvStart('spreadsheets') + csvRow(toDoFileWords.header, 'spreadsheets'));
  let rows = 0;
  for (const item of openItems(about.design, sync.id, side)) {
    const found = fieldOf(item, subjects, about.why);
    if (found === null) continue;
    for (let from = 0; from < pairs.left.length; from += PAIRS) {
      const to = Math.min(from + PAIRS, pairs.left.length);
      for (let pair = from; pair < to; pair++) {
        if (!found.isOwned(pair)) continue;
        file.write(csvRow(rowOf(item, pair, found.text, subjects, about.design), 'spreadsheets'));
        rows++;
      }
      yield { what: 'list-file', done: to, total: pairs.left.length };
    }
  }
  return file.close(rows, 'text/csv;charset=utf-8').file;
}

const openItems = ({ toDos = [] }: SyncDesign, sync: string, side: Side): readonly ToDo[] =>
  toDos.filter((item) => !item.done && item.sync === sync && item.side === side);

interface FieldOfItem {
  readonly isOwned: (pair: number) => boolean;
  /** As the file has it. */
  readonly text: (side: Side, pair: number) => string;
}

/** Null where the plan does not look at the field. */
function fieldOf(item: ToDo, { plan }: PlannedSubjects, why: Differences): FieldOfItem | null {
  const { left, right, is, side } = item;
  const at = plan.mappings.findIndex(({ mapping }) => mapping.left === left && mapping.right === right);
  const [on, classes] = [plan.mappings[at], why.fields[at]];
  if (on === undefined || classes === undefined) return null;
  const isOwn = ownedTest(is, side);
  const columns = onBoth((one) => {
    const records = plan.records[one];
    return records.has(item[one]) ? records.column(item[one]) : on.values[one];
  });
  return {
    isOwned: (pair) => isOwn(classes.of[pair]!),
    text: (one, pair) => textAt(columns[one], plan.pairs[one][pair]!),
  };
}

function rowOf(
  { side, is, note, ...fields }: ToDo,
  pair: number,
  text: FieldOfItem['text'],
  { plan, names }: PlannedSubjects,
  { apps }: SyncDesign,
): readonly string[] {
  const row = plan.pairs[side][pair]!;
  const app: Both<string> = { left: apps.left.name, right: apps.right.name };
  return [
    app[side],
    plan.records[side].id(row),
    names[side].name(row),
    fields[side],
    text(side, pair),
    text(otherSide(side), pair),
    toDoFileWords.classes[is],
    note === '' ? toDoFileWords.does[is] : note,
  ];
}
