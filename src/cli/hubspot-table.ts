import { SIDES, type HubSpotComparison, type HubSpotSync, type SyncDesign } from '../lib/engine/index.ts';
import { IN_FILES } from '../lib/words/in-files.ts';
import { textTable } from './text-table.ts';

const words = IN_FILES.hubspot;

/** What HubSpot does otherwise, then of every sync warnings in words and a table of the classes, whose records add up. */
export function hubspotTable(
  design: SyncDesign,
  { otherwise, syncs }: Extract<HubSpotComparison, { ok: true }>,
): string {
  const apps = { left: design.apps.left.name, right: design.apps.right.name };
  const isOne = design.syncs.length === 1;
  const said = otherwise.map((change) => {
    const of = 'sync' in change && !isOne ? `${change.sync}: ` : '';
    return `  ${of}${words.otherwise(change, apps)} [${change.rule}]\n`;
  });
  return [
    ...(said.length === 0 ? [`${words.nothingOtherwise}\n`] : [`${words.otherwiseTitle}:\n`, ...said]),
    ...syncs.map((sync) => syncSaid(sync, design, isOne)),
  ].join('');
}

function syncSaid({ sync, counts, plan }: HubSpotSync, design: SyncDesign, isOne: boolean): string {
  const there = counts.filter(({ subjects }) => subjects > 0);
  const others = there.filter(({ is }) => is !== 'same');
  const { columns } = words;
  const rows = [
    [columns.is, columns.subjects, ...SIDES.map((side) => design.apps[side].name)],
    ...there.map(({ is, subjects, left, right }) => [
      words.classOf(is),
      ...[subjects, left, right].map(String),
    ]),
    [words.read, '', ...SIDES.map((side) => String(plan.records[side].count))],
  ];
  return [
    isOne ? '\n' : `\n${sync}\n`,
    ...(others.length === 0 ? [`${words.noDifference}\n`] : []),
    ...others.map(({ is, subjects }) => `  ${words.said(is, subjects, plan.sync.kind)}\n`),
    '\n',
    textTable(rows),
  ].join('');
}
