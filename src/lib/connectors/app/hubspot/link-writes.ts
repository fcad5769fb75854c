import type { AppFault } from '../fault.ts';
import type { Receipt, WriteAnswer, WriteItem } from '../write.ts';
import { type LinkTypes, type Pair, typesFor } from './link-types.ts';
import { inOrder, linkValue, readLinks, type Ends } from './links.ts';
import { PATHS } from './paths.ts';
import { idsIn, linkedKind } from './standard.ts';
import type { Talk } from './talk.ts';

/** One record whose field of associations to one kind is to have a value. */
interface Wish {
  readonly key: string;
  readonly id: string;
  readonly value: string;
  /** Has nothing of the record been written by this batch? */
  readonly alone: boolean;
}

const BATCH = 100;

/**
 * S301: associations of records whose own values are written. They are read, changed and read again: what the field then says is what is
 * believed. A record whose association is not as asked is unknown, or refused where nothing of it was written.
 */
export async function linksWritten(
  talk: Talk,
  types: LinkTypes,
  object: string,
  items: readonly WriteItem[],
  receipts: readonly Receipt[],
): Promise<WriteAnswer> {
  const ids = new Map(
    receipts.flatMap((one) => (one.kind === 'written' ? [[one.key, one.id] as const] : [])),
  );
  const outcomes = new Map<string, Receipt>();
  let begun = false;
  for (const kind of kindsOf(items)) {
    const wishes = items.flatMap(({ key, values }): Wish[] => {
      const [id, value] = [ids.get(key), values.get(`assoc:${kind}`)];
      const alone = [...values.keys()].every((name) => linkedKind(name) !== null);
      return id === undefined || value === undefined || outcomes.has(key) ? [] : [{ key, id, value, alone }];
    });
    if (wishes.length === 0) continue;
    const fault = await oneKind(talk, types, { from: object, to: kind }, wishes, outcomes);
    if (fault === null) {
      begun = true;
      continue;
    }
    if (!begun && wishes.length === items.length && wishes.every(({ alone }) => alone))
      return { kind: 'not-done', fault };
    for (const { key } of wishes) outcomes.set(key, { key, kind: 'unknown', because: fault.code });
  }
  return { kind: 'receipts', receipts: receipts.map((one) => outcomes.get(one.key) ?? one) };
}

const kindsOf = (items: readonly WriteItem[]): ReadonlySet<string> =>
  new Set(items.flatMap(({ values }) => [...values.keys()].flatMap((name) => linkedKind(name) ?? [])));

/** A fault: nothing of it was begun. */
async function oneKind(
  talk: Talk,
  types: LinkTypes,
  between: { readonly from: string; readonly to: string },
  wishes: readonly Wish[],
  outcomes: Map<string, Receipt>,
): Promise<AppFault | null> {
  const { from, to } = between;
  const ids = wishes.map(({ id }) => id);
  const before = await readLinks(talk, from, to, ids);
  if (!before.ok) return before.fault;
  const pair = await types.of(from, to);
  if (!pair.ok) return pair.fault;
  const said = await changed(talk, between, pair.value, wishes, before.value);
  const after = await readLinks(talk, from, to, ids);
  for (const { key, id, value, alone } of wishes) {
    const now = after.ok ? linkValue(after.value.get(id) ?? new Map()) : null;
    if (now === inOrder(idsIn(value))) continue;
    const isAsBefore = now === linkValue(before.value.get(id) ?? new Map());
    outcomes.set(
      key,
      alone && isAsBefore && said !== null
        ? {
            key,
            kind: 'refused',
            refusal: { category: 'association', code: '', field: `assoc:${to}`, said, existing: null },
          }
        : { key, kind: 'unknown', because: 'association' },
    );
  }
  return null;
}

/** Adds, then takes away. What HubSpot said no with; null where it did not say no. */
async function changed(
  talk: Talk,
  { from, to }: { readonly from: string; readonly to: string },
  pair: Pair,
  wishes: readonly Wish[],
  before: ReadonlyMap<string, Ends>,
): Promise<string | null> {
  const adds: object[] = [];
  const drops: object[] = [];
  for (const { id, value } of wishes) {
    const ends = before.get(id) ?? new Map();
    const wanted = idsIn(value);
    const shown = idsIn(linkValue(ends));
    if (inOrder(wanted) === inOrder(shown)) continue;
    const types = typesFor(pair, wanted.length);
    for (const toId of wanted) adds.push({ from: { id }, to: { id: toId }, types });
    // Another primary takes the place of the first, which stays: it may be there for a reason of its own.
    const stay = wanted.length === 1 && pair.primary !== null ? [...ends.keys()] : wanted;
    const gone = shown.filter((one) => !stay.includes(one));
    if (gone.length > 0) drops.push({ from: { id }, to: gone.map((one) => ({ id: one })) });
  }
  const first = await sent(talk, PATHS.links(from, to, 'create'), adds);
  // Nothing is taken away where something could not be put.
  return first ?? (await sent(talk, PATHS.links(from, to, 'archive'), drops));
}

async function sent(talk: Talk, path: string, inputs: readonly object[]): Promise<string | null> {
  let said: string | null = null;
  for (let at = 0; at < inputs.length; at += BATCH) {
    const reply = await talk.post(path, { inputs: inputs.slice(at, at + BATCH) });
    if (!reply.ok)
      return reply.fault.code === 'refused' || reply.fault.code === 'not-found' ? reply.fault.said : null;
    if (Array.isArray(reply.body['errors']) && reply.body['errors'].length > 0)
      said ??= refusedWith(reply.body['errors']);
  }
  return said;
}

function refusedWith(errors: readonly unknown[]): string {
  const [first] = errors;
  const message = typeof first === 'object' && first !== null && 'message' in first ? first.message : '';
  return typeof message === 'string' ? message : '';
}
