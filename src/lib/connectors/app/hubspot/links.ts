import type { AppFault, Answer } from '../fault.ts';
import { notUnderstood, type Reply } from './answers.ts';
import { isObject, type Json } from '../json.ts';
import { idOf, nextOf, objectsIn, textOf, textsIn } from './form.ts';
import { PATHS } from './paths.ts';
import type { Talk } from './talk.ts';

/** What a record is associated with, of one kind: ids, and whether each is the primary one. */
export type Ends = ReadonlyMap<string, { readonly primary: boolean }>;

const BATCH = 100;

/** Ends of every one of these records. Fails rather than to say of a record that it has none when that is not told. */
export async function readLinks(
  talk: Talk,
  from: string,
  to: string,
  ids: readonly string[],
): Promise<Answer<ReadonlyMap<string, Ends>>> {
  const found = new Map<string, Map<string, { primary: boolean }>>();
  let asks: readonly { id: string; after?: string }[] = [...new Set(ids)].map((id) => ({ id }));
  while (asks.length > 0) {
    const more: { id: string; after: string }[] = [];
    for (let at = 0; at < asks.length; at += BATCH) {
      const part = asks.slice(at, at + BATCH);
      const reply = await talk.post(PATHS.links(from, to, 'read'), { inputs: part });
      if (!reply.ok) return { ok: false, fault: reply.fault };
      const fault = take(reply, part, found, more);
      if (fault !== null) return { ok: false, fault };
    }
    asks = more;
  }
  return { ok: true, value: found };
}

function take(
  { status, body }: Extract<Reply, { ok: true }>,
  asks: readonly { readonly id: string; readonly after?: string }[],
  found: Map<string, Map<string, { primary: boolean }>>,
  more: { id: string; after: string }[],
): AppFault | null {
  const asked = new Map(asks.map((ask) => [ask.id, ask.after]));
  const told = new Set<string>();
  for (const result of objectsIn(body['results'])) {
    const id = isObject(result['from']) ? idOf(result['from']['id']) : null;
    const next = nextOf(result);
    if (id === null || !asked.has(id) || next === undefined || !Array.isArray(result['to']))
      return notUnderstood(status);
    const ends = found.get(id) ?? new Map<string, { primary: boolean }>();
    found.set(id, ends);
    for (const end of result['to'] as readonly unknown[]) {
      const toId = isObject(end) ? idOf(end['toObjectId']) : null;
      if (!isObject(end) || toId === null) return notUnderstood(status);
      ends.set(toId, { primary: objectsIn(end['associationTypes']).some(isPrimary) });
    }
    told.add(id);
    if (next === null) continue;
    // A page that leads to itself would go on for ever.
    if (next === asked.get(id)) return notUnderstood(status);
    more.push({ id, after: next });
  }
  for (const error of objectsIn(body['errors'])) {
    const none = textOf(error['subCategory'])?.endsWith('NO_ASSOCIATIONS_FOUND') === true;
    if (!none) return notUnderstood(status);
    for (const id of textsIn(isObject(error['context']) ? error['context']['fromObjectId'] : null)) {
      if (!found.has(id)) found.set(id, new Map());
      told.add(id);
    }
  }
  return asks.every(({ id }) => told.has(id)) ? null : notUnderstood(status);
}

const isPrimary = (type: Json): boolean =>
  type['category'] === 'HUBSPOT_DEFINED' && type['label'] === 'Primary';

/** S301: the primary one where there is one; else all, the lowest id first. */
export function linkValue(ends: Ends): string {
  const primary = [...ends].find(([, end]) => end.primary);
  return primary === undefined ? inOrder([...ends.keys()]) : primary[0];
}

export const inOrder = (ids: readonly string[]): string =>
  [...ids].sort((a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)).join(';');
