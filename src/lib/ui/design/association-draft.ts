import type { Association, Both, ObjectSync, Side } from '../../engine/index.ts';
import { OBJECT_KINDS, onBoth } from '../../engine/show.ts';

/** A sync that parents may be in. */
export interface ParentSync {
  readonly id: string;
  readonly title: string;
  readonly kind: ObjectSync['kind'];
  /** Its columns by side; empty where the file is not there. */
  readonly names: Both<readonly string[]>;
}

/**
 * A new association: to a sync that has none yet, companies first, with columns that are called so; a field is blank where none is. Of
 * several companies the primary one counts (AS3).
 */
export function guessed(
  sync: ObjectSync,
  parents: readonly ParentSync[],
  names: Both<readonly string[]>,
): Association {
  const has = new Set(sync.associations.map(({ to }) => to));
  const order = [...parents].sort((a, b) => OBJECT_KINDS.indexOf(a.kind) - OBJECT_KINDS.indexOf(b.kind));
  const others = order.filter(({ id }) => id !== sync.id);
  const to = others.find(({ id }) => !has.has(id)) ?? others[0] ?? order[0];
  const used = onBoth((side) => new Set(sync.associations.map((one) => one[side].field)));
  const fieldOf = (side: Side): string =>
    names[side].find((name) => NAMED[to?.kind ?? 'custom'].test(name) && !used[side].has(name)) ?? '';
  return {
    to: to?.id ?? sync.id,
    required: false,
    ...onBoth((side) => ({ field: fieldOf(side), by: null, primaryOnly: to?.kind === 'companies' })),
  };
}

/** How columns are called that hold the id of a record of this kind. */
const NAMED: Readonly<Record<ObjectSync['kind'], RegExp>> = {
  companies: /^(associated )?(company|account)s?[ _-]?(ids?)?( \(primary\))?$/i,
  contacts: /^(associated )?(contact|person|who)s?[ _-]?(ids?)?( \(primary\))?$/i,
  leads: /^(associated )?leads?[ _-]?(ids?)?$/i,
  products: /^(associated )?products?[ _-]?(ids?)?$/i,
  deals: /^(associated )?(deal|opportunity|opportunitie)s?[ _-]?(ids?)?$/i,
  invoices: /^(associated )?invoices?[ _-]?(ids?)?$/i,
  tickets: /^(associated )?(ticket|case)s?[ _-]?(ids?)?$/i,
  activities: /^(associated )?activit(y|ies)[ _-]?(ids?)?$/i,
  custom: /^parent[ _-]?(ids?)?$/i,
};
