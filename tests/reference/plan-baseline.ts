import { inProcessingOrder, readWorldDesign } from './read-world-design.ts';
import { referenceSyncs, type Planned } from './plan.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import type { World, WorldLink } from './world.ts';
import { cell, shown } from './world.ts';

/** S36: the links to give to the next plan once everything was pushed. */
export function referenceBaseline(world: World, tools: Tools): WorldLink[] {
  const design = readWorldDesign(world.design);
  const syncs = referenceSyncs(world, tools);
  return inProcessingOrder(design).flatMap((sync) => {
    const own = syncs.find((one) => one.sync.id === sync.id);
    if (own === undefined) return [];
    const { links, planned } = own;
    const inPlace = planned.flatMap((one): WorldLink[] => {
      if (one.pair !== null) return nextLink(one);
      const missing = links.missing.find(
        ({ record }) => record.id === (record.side === 'left' ? one.line.left?.id : one.line.right?.id),
      );
      return missing === undefined ? [] : [missing.entry];
    });
    return [...inPlace, ...links.gone];
  });
}

function nextLink({ sync, line, pair, merged }: Planned): WorldLink[] {
  if (pair === null) return [];
  const { entry } = pair;
  // CO4: "An excluded or failing pair gets no link"; one it has stays as it is.
  if (line.outcome === 'excluded' || line.outcome === 'failing') return entry === null ? [] : [entry];
  const left: Record<string, string> = { ...entry?.values.left };
  const right: Record<string, string> = { ...entry?.values.right };
  // A field whose entry moves is read back; any other keeps its former entry, `sent` included.
  const moved = { left: new Set<string>(), right: new Set<string>() };
  for (const { mapping, write, agrees, settledForm } of merged) {
    const now = { left: shown(cell(pair.left, mapping.left)), right: shown(cell(pair.right, mapping.right)) };
    if (write !== null) now[write.side] = write.to;
    for (const [side, values] of [
      ['left', left],
      ['right', right],
    ] as const) {
      if (!agrees && !settledForm.includes(side)) continue;
      values[mapping[side]] = now[side];
      moved[side].add(mapping[side]);
    }
  }
  const sent = (side: 'left' | 'right'): string[] => [
    ...(entry?.sent?.[side] ?? []).filter((field) => !moved[side].has(field)),
    ...line.writes.filter((write) => write.side === side).map((write) => write.field),
  ];
  return [
    {
      sync: sync.id,
      left: pair.left.id,
      right: pair.right.id,
      by: entry?.by ?? pair.by,
      values: { left, right },
      sent: { left: sent('left'), right: sent('right') },
    },
  ];
}
