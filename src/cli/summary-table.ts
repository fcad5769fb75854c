import {
  DELETED_ENDS,
  GUARD_NAMES,
  onBoth,
  OUTCOMES,
  SIDES,
  type CheckResult,
  type Differences,
  type FailureGroup,
  type GuardMeasure,
  type SyncDesign,
} from '../lib/engine/index.ts';
import type { PlanSummary, SyncCounts, Warning } from '../lib/engine/model/summary.ts';
import { IN_FILES } from '../lib/words/in-files.ts';
import { textTable } from './text-table.ts';

/** The plan in numbers for a person: outcomes × sides, which add up to the records read, writes, warnings. */
export function summaryTable(
  design: SyncDesign,
  summary: PlanSummary,
  why: ReadonlyMap<string, Differences>,
): string {
  const parts = design.syncs.map((sync) => {
    const counts = summary.counts[sync.id];
    return counts === undefined
      ? ''
      : syncTable(sync.id, design, counts, summary) +
          deletedOf(counts) +
          stagesOf(counts, design) +
          failuresOf(summary, sync.id, design) +
          differOf(counts, why.get(sync.id));
  });
  const warnings = summary.warnings.map(warningLine);
  const off = GUARD_NAMES.filter((name) => design.guards[name] === null);
  if (off.length > 0) warnings.push(`switched off: ${off.join(', ')}\n`);
  const rules = design.profile === 'salesforce' ? `${IN_FILES.salesforceRules}\n` : '';
  const about = `${design.name}\nas of ${summary.asOf}, plan ${summary.planKey.slice(0, 12)}\n${rules}`;
  const checks = checksTable(summary.checks ?? []);
  const guards = guardsTable(summary.guards, design);
  return [
    about,
    ...parts,
    ...(guards === '' ? [] : [guards]),
    ...(checks === '' ? [] : [checks]),
    ...(warnings.length > 0 ? [warnings.join('')] : []),
  ].join('\n');
}

/** S415: state, sync, name, number and bound of every guard that was looked at. */
function guardsTable(guards: readonly GuardMeasure[], { apps }: SyncDesign): string {
  const { title, states, row } = IN_FILES.guards;
  const names = onBoth((side) => apps[side].name);
  const rows = guards.map((measure) => {
    const [name, measured, bound] = row(measure, names);
    return [measure.stops ? states.stops : states.holds, measure.sync, name, measured, bound];
  });
  return rows.length === 0 ? '' : `${title}\n${aligned(rows, 3)}`;
}

/** S400: state, name, what is allowed, what it counts now. */
function checksTable(checks: readonly CheckResult[]): string {
  const { states, allowed, beside } = IN_FILES.checks;
  const rows = checks.map((check) => [
    states[check.state],
    oneLine(check.name),
    allowed(check.allowed),
    grouped(check.number),
    oneLine(beside(check)),
  ]);
  return rows.length === 0 ? '' : `checks\n${aligned(rows, 3)}`;
}

/** Rows under each other, the column `number` to the right, the last one as wide as it is. */
function aligned(rows: readonly (readonly string[])[], number: number): string {
  const wide = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  const cell = (text: string, at: number): string =>
    at === number ? text.padStart(wide[at]!) : at === wide.length - 1 ? text : text.padEnd(wide[at]!);
  return rows.map((row) => `  ${row.map(cell).join('  ')}\n`).join('');
}

/** Does this warning stop the plan (exit 4)? */
export const isGuard = (warning: Warning): boolean => GUARD_NAMES.some((name) => name === warning.code);

function syncTable(id: string, design: SyncDesign, counts: SyncCounts, summary: PlanSummary): string {
  const row = (name: string, left: number, right: number): string[] => [name, grouped(left), grouped(right)];
  const inputs = summary.inputs.filter((input) => input.sync === id);
  const input = (name: 'rejected' | 'blank'): string[] => {
    const of = (side: string): number => inputs.find((candidate) => candidate.side === side)?.[name] ?? 0;
    return row(`  rows ${name}`, of('left'), of('right'));
  };
  return textTable([
    [counts.off === true ? IN_FILES.syncOff(id) : id, design.apps.left.name, design.apps.right.name],
    ...OUTCOMES.map((outcome) => row(`  ${outcome}`, counts.left[outcome], counts.right[outcome])),
    row('  = records read', counts.left.read, counts.right.read),
    ...(['rejected', 'blank'] as const).map(input).filter((cells) => cells[1] !== '0' || cells[2] !== '0'),
    row('  would be created', counts.writes.left.create, counts.writes.right.create),
    row('  would be updated', counts.writes.left.update, counts.writes.right.update),
    row('  would be deleted', counts.writes.left.delete, counts.writes.right.delete),
  ]);
}

/** S469: what became of deletes that were handed over; nothing where none was. */
function deletedOf({ deleted }: SyncCounts): string {
  if (deleted === undefined) return '';
  const { deletes, deleted: words } = IN_FILES.cameBack;
  const parts = DELETED_ENDS.filter((is) => deleted[is] > 0).map(
    (is) => `${grouped(deleted[is])} ${words[is]}`,
  );
  const all = DELETED_ENDS.reduce((sum, is) => sum + deleted[is], 0);
  return `\n  ${deletes}: ${parts.join(' + ')} = ${grouped(all)}\n`;
}

/** ST2: the stages nobody mapped, with how many records stand there; nothing where all are. */
function stagesOf({ stages }: SyncCounts, { apps }: SyncDesign): string {
  const rows = SIDES.flatMap((side) =>
    (stages?.[side] ?? []).map(({ value, count }) => ['  ' + apps[side].name, grouped(count), cut(value)]),
  );
  if (rows.length === 0) return '';
  return `\n  ${IN_FILES.stages}\n${rows.map((row) => `${row.join('  ')}\n`).join('')}`;
}

/** Failing groups a sync is told of; `summary.json` has them all. */
const MOST_GROUPS = 10;

/** HE5: why records fail, a line a cause with its category, who fixes it and the steps; nothing where none do. */
function failuresOf({ failures, inputs }: PlanSummary, sync: string, { apps }: SyncDesign): string {
  const told = failures?.[sync];
  if (told === undefined || told.failing + told.structural.length === 0) return '';
  const words = IN_FILES.failures;
  const names = onBoth((side) => apps[side].name);
  const rows = told.groups.slice(0, MOST_GROUPS).map((group) => {
    const { category, fixedBy, count, only } = group;
    const kind = category === null ? words.noCategory : words.categories[category];
    const by = fixedBy === null ? kind : `${kind}, ${words.fixedBy[fixedBy]}`;
    const title = oneLine(words.title(shortened(group), names));
    return [grouped(count), title, `[${by}]`, words.only(only, count), words.steps(group, names).join(' ')];
  });
  const left = told.groups.length - rows.length;
  const structural = told.structural.map((one) => {
    const file = inputs.find((input) => input.sync === sync && input.side === one.side)?.file ?? '';
    return [grouped(one.count), words.structural(one, file), `[${words.categories.structural}]`];
  });
  const lines = [...rows, ...structural].map((row) => `  ${row.filter((cell) => cell !== '').join('  ')}\n`);
  const title = told.failing === 0 ? '' : `  ${words.failing(told.failing, told.several)}\n`;
  return `\n${title}${lines.join('')}${left > 0 ? `  ${words.more(left)}\n` : ''}`;
}

/** Values stay on their line, whatever an app or a file said. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

const shortened = (group: FailureGroup): FailureGroup => ({
  ...group,
  ...(group.value === undefined ? {} : { value: cut(group.value) }),
  ...(group.words === undefined ? {} : { words: group.words.slice(0, MOST_WORDS) }),
});

/** Characters of an app's words on a line. */
const MOST_WORDS = 160;

/** Why values differ, field by field, with the first sample and what takes a class away (DX2); nothing where none do. */
function differOf(counts: SyncCounts, why: Differences | undefined): string {
  if (why === undefined) return '';
  const { title, classes, onlyForm, sample, act } = IN_FILES.differ;
  const rows = why.fields.flatMap(({ classes: found }, position) => {
    const { left, right } = counts.fields[why.indexes[position]!]!;
    return found.map(({ is, count, samples: [first], act: offered }) => [
      `  ${left} / ${right}`,
      grouped(count),
      classes[is],
      first === undefined ? '' : sample(cut(first.left), cut(first.right)),
      act(offered),
    ]);
  });
  if (rows.length === 0) return '';
  const form = why.updates.form === 0 ? '' : `  ${onlyForm(why.updates.form, counts.left.update)}\n`;
  return `\n  ${title}\n${rows.map((row) => `${row.filter((cell) => cell !== '').join('  ')}\n`).join('')}${form}`;
}

/** Samples stay on their line. */
const cut = (text: string): string => (text.length <= 40 ? text : `${text.slice(0, 39)}…`);

const warningLine = (warning: Warning): string =>
  `${isGuard(warning) ? 'stopped by the guard' : 'warning'} ${warning.code} (${grouped(warning.count)}): ${IN_FILES.planWarning(warning)}\n`;

/** Thousands apart, the same in every locale. */
const grouped = (count: number): string =>
  Number.isInteger(count) ? String(count).replace(/\B(?=(\d{3})+$)/g, ',') : String(count);
