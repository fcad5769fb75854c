import type { DesignError, ObjectSync, SyncDesign } from '../../engine/index.ts';
import { isOff } from '../../engine/show.ts';
import type { Messages } from '../../words/index.ts';
import { errorsAt } from './mapping-rows.ts';

export interface NavSync {
  readonly id: string;
  readonly title: string;
  readonly errors: number;
  /** Is it turned off (LI2)? */
  readonly off: boolean;
}

export interface NavSection {
  readonly id: SectionName;
  readonly count: number | null;
}

/** Sections of a sync, by the ids they have on the page, in order. */
export type SectionName =
  | 'direction'
  | 'matching'
  | 'mappings'
  | 'stages'
  | 'lifecycle'
  | 'associations'
  | 'filters'
  | 'email'
  | 'presence';

/** A section of the whole design. */
export const GUARDS = 'guards';
/** Likewise: whose rules decide. */
export const PROFILE = 'profile';

/** Is a section one of the whole design? */
export const isOfProject = (section: string): boolean => section === GUARDS || section === PROFILE;

type Kinds = Pick<Messages['design'], 'kinds'>;

export const navSyncs = (
  design: SyncDesign,
  errors: readonly DesignError[],
  words: Kinds,
): readonly NavSync[] =>
  design.syncs.map((sync, index) => ({
    id: sync.id,
    title: syncTitle(design, sync, words),
    errors: errorsAt(errors, `syncs[${String(index)}]`).length,
    off: isOff(sync),
  }));

/** A sync is called by its kind; where two are of one kind, by its id. */
export function syncTitle(
  design: SyncDesign,
  { id, kind }: Pick<ObjectSync, 'id' | 'kind'>,
  { kinds }: Kinds,
): string {
  const alone = design.syncs.filter((sync) => sync.kind === kind).length === 1 && kind !== 'custom';
  return alone ? kinds[kind] : id;
}

export function navSections(sync: ObjectSync, keys: number): readonly NavSection[] {
  const sections: readonly NavSection[] = [
    { id: 'direction', count: null },
    { id: 'matching', count: keys },
    { id: 'mappings', count: mappingCount(sync) },
    ...(hasStages(sync) ? [{ id: 'stages', count: sync.stages?.pairs.length ?? null } as const] : []),
    ...(hasLifecycle(sync) ? [{ id: 'lifecycle', count: null } as const] : []),
    { id: 'associations', count: sync.associations.length },
    { id: 'filters', count: conditionsIn(sync) },
  ];
  const last: NavSection = { id: 'presence', count: null };
  return hasEmailRule(sync) ? [...sections, { id: 'email', count: null }, last] : [...sections, last];
}

/** Those that are on; what writes a default stage is none of the list. */
const mappingCount = ({ mappings }: ObjectSync): number =>
  mappings.filter(({ enabled, defaultStage }) => enabled && defaultStage === undefined).length;

/** Conditions of both sides. */
const conditionsIn = ({ filters }: ObjectSync): number =>
  [filters.left, filters.right].reduce(
    (sum, filter) => sum + (filter?.any ?? []).reduce((own, { all }) => own + all.length, 0),
    0,
  );

/** Stages are of deals and tickets (ST1); elsewhere they show where the design maps them. */
export const hasStages = (sync: ObjectSync): boolean =>
  sync.kind === 'deals' || sync.kind === 'tickets' || sync.kind === 'custom' || sync.stages !== null;

/** Lifecycle stages are of people (ST5); elsewhere they show where the design names them. */
export const hasLifecycle = (sync: ObjectSync): boolean =>
  sync.kind === 'contacts' || sync.kind === 'leads' || sync.lifecycle !== undefined;

/** The rule is for people (EM1); elsewhere it shows where the design uses it. */
export const hasEmailRule = (sync: ObjectSync): boolean =>
  sync.kind === 'contacts' || sync.kind === 'leads' || sync.requireValidEmail !== null;
