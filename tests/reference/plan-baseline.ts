import { inProcessingOrder, readWorldDesign } from './read-world-design.ts';
import type { Handed } from './planner.ts';
import { referenceSyncs, type Planned } from './plan.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import type { World, WorldLink } from './world.ts';
import { cell, shown } from './world.ts';
import type { HandOver } from '../../src/lib/engine/model/hand-over.ts';
import { otherSide, SIDES, type Both } from '../../src/lib/engine/model/side.ts';

/** BL1: the links to give to the next plan, where these lines are handed over; null: it was only looked at. */
export function referenceBaseline(world: World, tools: Tools, handed: Handed): WorldLink[] {
  const design = readWorldDesign(world.design);
  const syncs = referenceSyncs(world, tools);
  return inProcessingOrder(design).flatMap((sync) => {
    const own = syncs.find((one) => one.sync.id === sync.id);
    if (own === undefined) return [];
    const { links, planned } = own;
    const inPlace = planned.flatMap((one): WorldLink[] => {
      if (one.pair !== null) return nextLink(one, handed);
      const missing = links.missing.find(
        ({ record }) => record.id === (record.side === 'left' ? one.line.left?.id : one.line.right?.id),
      );
      return missing === undefined ? [] : [missing.entry];
    });
    return [...inPlace, ...links.gone];
  });
}

function nextLink({ sync, line, pair, merged }: Planned, going: Handed): WorldLink[] {
  if (pair === null) return [];
  const { entry } = pair;
  // CO4: "An excluded or failing pair gets no link"; BL8: one it has stays as it is.
  if (line.outcome === 'excluded' || line.outcome === 'failing') return entry === null ? [] : [entry];
  const values = { left: { ...entry?.values.left }, right: { ...entry?.values.right } };
  const sent: Both<Record<string, HandOver>> = {
    left: { ...entry?.sent?.left },
    right: { ...entry?.sent?.right },
  };
  for (const one of merged) {
    const { mapping, equal, returned, accepted } = one;
    const write = going?.(line) === true ? one.write : null;
    const hands = going !== null;
    const now = { left: shown(cell(pair.left, mapping.left)), right: shown(cell(pair.right, mapping.right)) };
    const forget = (): void => {
      for (const side of SIDES) Reflect.deleteProperty(sent[side], mapping[side]);
    };
    const enter = (texts: Both<string>): void => {
      for (const side of SIDES) values[side][mapping[side]] = texts[side];
      forget();
    };
    const { what, side, handed, other } = returned ?? NOTHING_HANDED;
    const enterOwn = (own: string): void =>
      enter(side === 'left' ? { left: own, right: other } : { left: other, right: own });
    const keep = (changes: Partial<HandOver>): void => {
      sent[side][mapping[side]] = { ...handed, ...changes };
    };
    // BL3d: "in the plan that hands the decided write over (`accept`: in the next plan that writes change files)".
    const decided = hands && (one.write === null || write !== null);
    if (what === 'waits') {
      if (now[side] !== handed.from) keep({ from: now[side], missed: true });
      continue;
    }
    if (equal) enter(now);
    else if (what === 'taken' || what === 'own-form') enterOwn(now[side]);
    else if (what === 'not-taken' || what === 'overtaken') keep({ missed: true });
    else if (what === 'accepted' && decided) enterOwn(now[side]);
    else if (what === 'travels' && decided) enterOwn(handed.to);
    else if (what === 'asked' && hands && (write !== null || accepted)) enter(now);
    if (write === null) continue;
    forget();
    const goesOn = returned !== null && !equal && what !== 'taken' && what !== 'level';
    const personal = write.because === 'person' && handed.because !== 'person';
    sent[write.side][mapping[write.side]] = {
      from: now[write.side],
      to: write.to,
      other: now[otherSide(write.side)],
      because: write.because,
      tries: goesOn && !personal ? handed.tries + 1 : 1,
      missed: false,
    };
  }
  const ids = { left: pair.left.id, right: pair.right.id };
  return [{ sync: sync.id, ...ids, by: entry?.by ?? pair.by, values, sent }];
}

const NOTHING_HANDED = {
  what: null,
  side: 'left',
  other: '',
  handed: { from: null, to: '', other: null, because: 'winner', tries: 0, missed: false },
} as const;
