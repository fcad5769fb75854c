import { SIDES, type Rehearsal, type SyncDesign } from '../lib/engine/index.ts';
import { IN_FILES } from '../lib/words/in-files.ts';
import { textTable } from './text-table.ts';

/** Rounds in numbers for a person: what each plan writes, then the fields that do not settle, then creates that breed. */
export function rehearsalTable(
  design: SyncDesign,
  { rounds, settled, fields, bred }: Rehearsal,
  most: number,
): string {
  const words = IN_FILES.rehearsal;
  const { columns } = words;
  const apps = SIDES.map((side) => design.apps[side].name);
  const last = rounds.at(-1);
  const left =
    last === undefined ? 0 : SIDES.reduce((sum, side) => sum + last.creates[side] + last.updates[side], 0);
  const head = [
    columns.round,
    ...apps.map(columns.creates),
    ...apps.map(columns.updates),
    ...[columns.refused, columns.unsaid, columns.formed, columns.held, columns.open],
  ];
  const rows = rounds.map(({ round, creates, updates, refused, unsaid, formed, held, open }, at) => [
    at === rounds.length - 1 ? words.after : String(round),
    ...[creates.left, creates.right, updates.left, updates.right].map(String),
    ...[refused, unsaid, formed, held, open].map(String),
  ]);
  const said = fields.map(({ sync, left: own, right, writes, ...field }) => {
    const numbers = writes.map((one) => String(one.left + one.right)).join(' ');
    const what = [numbers, ...words.said(field)].join('; ');
    return `  ${design.syncs.length > 1 ? `${sync}: ` : ''}${own} / ${right}: ${what}\n`;
  });
  const breeds = bred.map(({ sync, side, again, back, held }) => {
    const app = design.apps[side].name;
    const what = [
      ...(again > 0 ? [words.bred.again(again, app)] : []),
      ...(back > 0 ? [words.bred.back(back, app)] : []),
      ...(held > 0 ? [words.bred.held(held)] : []),
    ];
    return `  ${design.syncs.length > 1 ? `${sync}: ` : ''}${what.join('; ')}\n`;
  });
  return [
    textTable([head, ...rows]),
    `\n${words.outcome(settled, most, left)}\n`,
    ...(said.length === 0 ? [] : [`\n${words.fields}:\n`, ...said]),
    ...(breeds.length === 0 ? [] : [`\n${words.bred.title}:\n`, ...breeds]),
  ].join('');
}
