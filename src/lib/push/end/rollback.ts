import type { Capabilities } from '../../connectors/app/app-connector.ts';
import type { WriteAct } from '../../connectors/app/write.ts';
import type { Both } from '../../engine/index.ts';
import type { PushItem, PushPlan, Texts } from '../item.ts';
import { sentTexts, type ItemStanding, type Standing } from '../journal/standing.ts';
import { canaryOf } from '../plan/canary.ts';

/** Why something of a push cannot be taken back. */
export type CannotUndo =
  /** The app takes nothing away, or brings nothing back, by its calls. */
  | 'cannot-remove'
  | 'cannot-restore'
  | 'cannot-clear'
  /** The record was there already and became it: what stood in it before is not known. */
  | 'was-there'
  /** Nobody knows what became of it. */
  | 'unknown';

export interface NotUndone {
  readonly item: PushItem;
  readonly because: CannotUndo;
  /** The fields that stay; empty: the record itself. */
  readonly fields: readonly string[];
}

/** What could not be taken back of a push, told before it begins (push protocol 8). */
export const cannotUndo = (items: readonly PushItem[], can: Both<Capabilities>): readonly NotUndone[] =>
  items.flatMap((item): readonly NotUndone[] => {
    const lacks = lackOf(item.act, can[item.side]);
    if (lacks !== null) return [{ item, because: lacks, fields: [] }];
    if (item.act !== 'update' || can[item.side].clear) return [];
    const fields = [...item.from].filter(([, text]) => text === '').map(([field]) => field);
    return fields.length === 0 ? [] : [{ item, because: 'cannot-clear', fields }];
  });

export interface Rollback {
  readonly plan: PushPlan;
  readonly notUndone: readonly NotUndone[];
}

/**
 * The way back, as a plan like any other: the last written first, each expecting what the push left there, so that what was changed since is
 * stale and not touched (push protocol 8). `inJob`: of an item of the way back, as of one of a push.
 */
export function rollbackOf(
  standing: Standing,
  can: Both<Capabilities>,
  about: Pick<PushPlan, 'id' | 'approval' | 'basis' | 'jobs'>,
  inJob: (item: PushItem) => boolean = () => false,
): Rollback {
  const items: PushItem[] = [];
  const notUndone: NotUndone[] = [];
  for (const one of [...standing.items()].reverse()) {
    if (one.is === 'unknown' || one.is === 'sent' || one.is === 'doubt') {
      notUndone.push({ item: one.item, because: 'unknown', fields: [] });
    }
    if (one.outcome?.is !== 'written' || one.is !== 'written') continue;
    const { item } = one;
    const { id, created } = one.outcome;
    if (item.act === 'create' && !created) {
      notUndone.push({ item, because: 'was-there', fields: [] });
      continue;
    }
    const lacks = lackOf(item.act, can[item.side]);
    if (lacks !== null) notUndone.push({ item, because: lacks, fields: [] });
    else
      for (const back of inverse(one, id, can[item.side], notUndone))
        items.push(inJob(back) ? { ...back, inJob: true } : back);
  }
  const { project, accounts } = standing.plan;
  return {
    plan: { ...about, project, accounts, kind: 'rollback', items, canary: canaryOf(items).keys },
    notUndone,
  };
}

const INVERSE: Readonly<Record<WriteAct, WriteAct>> = {
  create: 'remove',
  update: 'update',
  remove: 'restore',
  restore: 'remove',
};

function lackOf(act: WriteAct, can: Capabilities): CannotUndo | null {
  const needs = INVERSE[act];
  if (needs === 'remove' && can.remove === null) return 'cannot-remove';
  if (needs === 'restore' && !can.restore) return 'cannot-restore';
  return null;
}

function inverse(
  one: ItemStanding,
  id: string,
  can: Capabilities,
  notUndone: NotUndone[],
): readonly PushItem[] {
  const { intent, readBack } = one;
  const { inJob: _, ...item } = one.item;
  // Where it reads otherwise somebody has changed it since: expecting what was written leaves it alone.
  const isAsLeft = readBack?.verdict === 'as-planned' || readBack?.verdict === 'normalised';
  const left: Texts = (isAsLeft ? readBack.found : null) ?? sentTexts(one);
  const act = INVERSE[item.act];
  const base = { ...item, key: JSON.stringify(['back', item.key]), act, id, refs: new Map(), unique: null };
  if (act !== 'update')
    return [{ ...base, from: act === 'remove' ? written(one, left) : new Map(), values: new Map() }];
  const before = [...sentTexts(one).keys()].map(
    (field) => [field, intent?.before?.get(field) ?? ''] as const,
  );
  const back = before.filter(([, text]) => text !== '' || can.clear);
  const stays = before.filter(([, text]) => text === '' && !can.clear).map(([field]) => field);
  if (stays.length > 0) notUndone.push({ item, because: 'cannot-clear', fields: stays });
  return back.length === 0 ? [] : [{ ...base, from: written(one, left), values: new Map(back) }];
}

/** The written fields as the push left them. */
const written = (one: ItemStanding, left: Texts): Texts =>
  new Map([...sentTexts(one).keys()].map((field) => [field, left.get(field) ?? '']));
