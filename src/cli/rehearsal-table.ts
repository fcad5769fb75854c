import { actsOf, SIDES, type Rehearsal, type RoundTold, type SyncDesign } from '../lib/engine/index.ts';
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
  const acts = actsOf(rounds);
  const numbersOf = (round: RoundTold): number[] =>
    acts.flatMap((act) => SIDES.map((side) => round[act][side]));
  const left = numbersOf(rounds.at(-1)!).reduce((sum, number) => sum + number, 0);
  const head = [
    columns.round,
    ...acts.flatMap((act) => apps.map(columns[act])),
    ...[columns.refused, columns.unsaid, columns.formed, columns.held, columns.open],
  ];
  const rows = rounds.map((told, at) => {
    const { round, refused, unsaid, formed, held, open } = told;
    const numbers = [...numbersOf(told), refused, unsaid, formed, held, open];
    return [at === rounds.length - 1 ? words.after : String(round), ...numbers.map(String)];
  });
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
