import type { ConflictChoice, LinkVerdict } from '../../src/lib/engine/model/choices.ts';
import type { LinkBy } from '../../src/lib/engine/model/link-by.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { onBoth, otherSide, SIDES } from '../../src/lib/engine/model/side.ts';
import type { HandOver } from '../../src/lib/engine/model/hand-over.ts';
import type { Random } from './random.ts';
import { fieldName, type RandomSync } from './random-design.ts';
import { cell, idKey, shown, type HandedFields, type Rec, type World, type WorldLink } from './world.ts';

/** Pairs of records that mean the same person, and some that do not; each record at most once. */
export function samePeople(records: Both<readonly Rec[]>, random: Random): { left: Rec; right: Rec }[] {
  const free = new Set(records.right);
  return records.left.flatMap((left) => {
    const email = cell(left, fieldName('left', 'email')).trim().toLowerCase();
    const alike = [...free].find(
      (right) => email !== '' && cell(right, fieldName('right', 'email')).trim().toLowerCase() === email,
    );
    const right = alike ?? (random.chance(0.15) ? [...free][random.int(free.size)] : undefined);
    if (right === undefined) return [];
    free.delete(right);
    return [{ left, right }];
  });
}

const MADE_BY: readonly LinkBy[] = ['key', 'key', 'person', 'id-pair'];

export function randomLinks(
  sync: RandomSync,
  records: Both<readonly Rec[]>,
  pairs: readonly { left: Rec; right: Rec }[],
  salesforce: boolean,
  random: Random,
  tag: string,
): WorldLink[] {
  const links = random.some(pairs, random.pick([0.3, 0.7, 0.95])).map(({ left, right }): WorldLink => {
    const values = { left: {} as Record<string, string>, right: {} as Record<string, string> };
    const sent = { left: {} as Record<string, HandOver>, right: {} as Record<string, HandOver> };
    for (const mapping of sync.mapped) {
      if (random.chance(0.12)) continue;
      const now = { left: shown(cell(left, mapping.left)), right: shown(cell(right, mapping.right)) };
      // Either one of the two values was agreed on, or what each side has now is what it had.
      const agreed = random.pick(SIDES);
      const stale = random.chance(0.25);
      for (const side of SIDES) {
        const own = values[side];
        own[mapping[side]] = stale ? randomOld(records[side], mapping[side], now[agreed], random) : now[side];
        if (random.chance(0.12)) own[mapping[side]] = random.chance(0.3) ? '' : now[agreed];
        if (now[side] === '' && random.chance(0.4))
          own[mapping[side]] = randomOld(records[side], mapping[side], '', random);
      }
      if (random.chance(0.3)) {
        const side = random.pick(SIDES);
        sent[side][mapping[side]] = randomHandOver(records, mapping, now, values, side, random);
      }
      if (random.chance(0.02)) {
        // Half an entry is none (CO4).
        Reflect.deleteProperty(values.right, mapping.right);
      }
    }
    const hasSent = Object.keys(sent.left).length + Object.keys(sent.right).length > 0;
    const by = random.pick(MADE_BY);
    return { sync: sync.id, left: left.id, right: right.id, by, values, ...(hasSent ? { sent } : {}) };
  });
  const isTaken = (side: Side, record: Rec): boolean => links.some((link) => link[side] === record.id);
  const values = { left: {}, right: {} };
  const missing = SIDES.flatMap((side) => {
    const free = records[side].filter((record) => !isTaken(side, record) && random.chance(0.1));
    return free.map((record, index): WorldLink => {
      const gone = `gone${tag}-${side}-${String(index)}`;
      const ids = side === 'left' ? { left: record.id, right: gone } : { left: gone, right: record.id };
      return { sync: sync.id, ...ids, by: 'key', values };
    });
  });
  const gone: WorldLink[] = random.chance(0.1)
    ? [{ sync: sync.id, left: `none${tag}`, right: `none${tag}`, by: 'key', values }]
    : [];
  const all = random.shuffle([...links, ...missing, ...gone]);
  return salesforce ? all.map((link) => ({ ...link, right: longForm(link.right ?? '', random) })) : all;
}

/** Creates that were handed over, and what was there then: some of them are there now, some not (BL6). */
export function randomOpens(
  sync: RandomSync,
  records: Both<readonly Rec[]>,
  links: readonly WorldLink[],
  random: Random,
): { links: WorldLink[]; there: Both<string[]> } {
  const opens: WorldLink[] = [];
  const there = { left: [] as string[], right: [] as string[] };
  const free = (side: Side): Rec[] =>
    records[side].filter(
      ({ id }) => !links.some((link) => idKey(link[side] ?? '', true) === idKey(id, true)),
    );
  for (const source of SIDES) {
    const target = otherSide(source);
    const share = random.pick([0, 0.1, 0.6]);
    const news = random.some(records[target], random.pick([0.2, 0.5, 1]));
    there[target].push(...records[target].filter((record) => !news.includes(record)).map(({ id }) => id));
    for (const record of free(source)) {
      if (!random.chance(share)) continue;
      const unbound = news.filter((one) => free(target).includes(one));
      const like = random.chance(0.8) && unbound.length > 0 ? random.pick(unbound) : null;
      const sent: Record<string, HandOver> = {};
      const tries = 1 + random.int(3);
      for (const mapping of random.some(sync.mapped, random.pick([0.4, 1]))) {
        const other = shown(cell(record, mapping[source]));
        const text = shown(like === null ? other : cell(like, mapping[target]));
        const to = random.chance(0.1) ? otherForm(text, random) : text;
        if (to.trim() === '') continue;
        sent[mapping[target]] = { from: null, to, other, because: 'create', tries, missed: false };
      }
      if (Object.keys(sent).length === 0) continue;
      const id = random.chance(0.08) ? `left-out-${record.id}` : record.id;
      const ids = source === 'left' ? { left: id, right: null } : { left: null, right: id };
      const values = { left: {}, right: {} };
      opens.push({ sync: sync.id, ...ids, by: 'created', values, sent: { [target]: sent } });
    }
  }
  return { links: opens, there };
}

/** What result files said of some of it (BL7), and the rows of change files it stood in. */
export function withAnswers(links: readonly WorldLink[], random: Random): WorldLink[] {
  return links.map((link): WorldLink => {
    const sides = SIDES.filter((side) => Object.keys(link.sent?.[side] ?? {}).length > 0);
    const sent = { ...link.sent };
    for (const side of sides) {
      const words = random.pick([null, null, 'Not an option.', 'Row was locked.']);
      const answer: Partial<HandOver> =
        words === null
          ? { missed: false, written: random.pick(['yes', 'waited']) }
          : { missed: true, refused: words };
      if (!random.chance(0.6)) continue;
      const own = Object.entries(sent[side] ?? {});
      sent[side] = Object.fromEntries(
        own.map(([field, one]) => [
          field,
          random.chance(0.85) ? { ...one, ...answer } : random.chance(0.5) ? { ...one, earlier: true } : one,
        ]),
      );
    }
    const rows = Object.fromEntries(sides.map((side) => [side, 1 + random.int(9)]));
    return {
      ...link,
      ...(link.sent === undefined ? {} : { sent }),
      ...(sides.length > 0 && random.chance(0.7) ? { rows } : {}),
    };
  });
}

/** What a push saw of it right after it was written, and whether the sides were read since (S462). */
export function withSeen(world: World, random: Random, chance: number): World {
  if (world.baseline === null || !random.chance(chance)) return world;
  const seenOf = (one: HandOver): HandOver => {
    const seen = random.pick([one.to, one.to, one.to.toUpperCase(), null]);
    if (seen === null || one.refused !== undefined) return one;
    const made: Partial<HandOver> = random.chance(0.2) ? { because: 'create', from: null } : {};
    return { ...one, ...made, missed: false, written: 'yes', seen };
  };
  const seenIn = (sent: HandedFields | undefined): HandedFields =>
    Object.fromEntries(Object.entries(sent ?? {}).map(([field, one]) => [field, seenOf(one)]));
  // What a push created has its id: of creates that wait for it nothing was seen.
  const links = world.baseline.links.map((link): WorldLink =>
    link.sent === undefined || link.left === null || link.right === null
      ? link
      : { ...link, sent: { left: seenIn(link.sent.left), right: seenIn(link.sent.right) } },
  );
  const readAfter = Object.fromEntries(
    Object.keys(world.tables).map((sync) => [sync, onBoth(() => random.pick([true, true, false, null]))]),
  );
  return { ...world, baseline: { ...world.baseline, links }, readAfter };
}

/** A write that was handed over, of which anything may have become (BL3). */
function randomHandOver(
  records: Both<readonly Rec[]>,
  mapping: Both<string>,
  now: Both<string>,
  entries: Both<Record<string, string>>,
  side: Side,
  random: Random,
): HandOver {
  const far = otherSide(side);
  const entry = entries[side][mapping[side]] ?? '';
  const old = (of: Side): string => randomOld(records[of], mapping[of], now[of], random);
  return {
    from: random.pick([entry, entry, now[side], now[side], '', old(side), null]),
    to: random.pick([now[side], otherForm(now[side], random), now[far], old(side), '']),
    other: random.pick([now[far], now[far], entries[far][mapping[far]] ?? '', old(far), null]),
    because: random.pick([
      'fill-blank',
      'winner',
      'left-changed',
      'right-changed',
      'most-recent',
      'person',
      'form',
      'cleared',
    ]),
    tries: 1 + random.int(3),
    missed: random.chance(0.25),
  };
}

/** What an app may make of a text (BL4), or what only looks like it. */
const otherForm = (text: string, random: Random): string =>
  random.pick([
    text.toUpperCase(),
    text.replace(/[-. ]/g, ''),
    `https://www.${text}/`,
    text.replace(/ /g, '\u00a0 '),
    text.replaceAll('-', '\u2013').replaceAll('’', "'"),
    text.replace(/^https?:\/\//, ''),
    text.replaceAll('&', '&amp;'),
    `-${text}`,
  ]);

/** The 18-character form of a 15-character id, now and then: it is the same id (S24). */
const longForm = (id: string, random: Random): string =>
  /^003Aa0BcDeFg\d{3}$/.test(id) && random.chance(0.5) ? `${id}JAA` : id;

const randomOld = (records: readonly Rec[], field: string, now: string, random: Random): string =>
  records.length > 0 && random.chance(0.6) ? shown(cell(random.pick(records), field)) : now;

export function randomChoices(
  sync: RandomSync,
  pairs: readonly { left: Rec; right: Rec }[],
  random: Random,
): ConflictChoice[] {
  const takes = ['left', 'right', 'none', 'accept', 'again'] as const;
  return random.some(pairs, 0.5).flatMap(({ left, right }): ConflictChoice[] => {
    const common = { sync: sync.id, left: left.id, right: right.id, at: '2024-06-01T00:00:00Z' };
    if (random.chance(0.2)) return [{ ...common, field: null, on: null, take: random.pick(takes) }];
    return random.some(sync.mapped, 0.6).map((mapping) => {
      const on = [shown(cell(left, mapping.left)), shown(cell(right, mapping.right))] as const;
      const asSeen = random.chance(0.9) ? on : ([on[0], `${on[1]}?`] as const);
      return {
        ...common,
        field: mapping.left,
        on: [...asSeen] as [string, string],
        take: random.pick(takes),
      };
    });
  });
}

export function randomVerdicts(
  sync: RandomSync,
  records: Both<readonly Rec[]>,
  pairs: readonly { left: Rec; right: Rec }[],
  random: Random,
  different: boolean,
): LinkVerdict[] {
  const verdicts: LinkVerdict[] = [];
  const add = (left: string, right: string, verdict: LinkVerdict['verdict']): void => {
    const clashes = verdicts.some(
      (one) =>
        (one.left === left && one.right === right) ||
        (verdict === 'same' && one.verdict === 'same' && (one.left === left || one.right === right)),
    );
    if (!clashes) verdicts.push({ sync: sync.id, left, right, verdict, at: '2024-06-01T00:00:00Z' });
  };
  if (records.left.length > 0 && records.right.length > 0 && random.chance(0.4)) {
    add(random.pick(records.left).id, random.pick(records.right).id, 'same');
  }
  if (random.chance(0.1)) add('nobody', `no-${records.right[0]?.id ?? 'one'}`, 'same');
  for (const { left, right } of pairs) {
    if (different && random.chance(0.12)) add(left.id, right.id, 'different');
    else if (random.chance(0.03)) add(left.id, right.id, 'unsure');
    else if (random.chance(0.05)) add(left.id, right.id, 'same');
  }
  return verdicts;
}
