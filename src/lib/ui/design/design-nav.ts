import type { DesignError, ObjectSync, SyncDesign } from '../../engine/index.ts';
import { title } from './design-words.ts';
import { errorsAt } from './mapping-rows.ts';

export interface NavSync {
  readonly id: string;
  readonly title: string;
  readonly errors: number;
}

export interface NavSection {
  readonly id: string;
  readonly word: string;
  readonly count: number | null;
}

/** Ids of the sections as they stand on the page, in order. */
export const SECTIONS = {
  direction: 'direction',
  matching: 'matching',
  mappings: 'mappings',
  email: 'email',
} as const;

export const navSyncs = (design: SyncDesign, errors: readonly DesignError[]): readonly NavSync[] =>
  design.syncs.map(({ id, kind }, index) => ({
    id,
    title: syncTitle(design, id, kind),
    errors: errorsAt(errors, `syncs[${String(index)}]`).length,
  }));

/** A sync is called by its kind; where two are of one kind, by its id. */
export function syncTitle(design: SyncDesign, id: string, kind: string): string {
  const alone = design.syncs.filter((sync) => sync.kind === kind).length === 1 && kind !== 'custom';
  return title(alone ? kind : id);
}

export function navSections(sync: ObjectSync, keys: number): readonly NavSection[] {
  const sections: NavSection[] = [
    { id: SECTIONS.direction, word: 'Direction and winner', count: null },
    { id: SECTIONS.matching, word: 'Matching keys', count: keys },
    {
      id: SECTIONS.mappings,
      word: 'Field mappings',
      count: sync.mappings.filter(({ enabled }) => enabled).length,
    },
  ];
  return hasEmailRule(sync)
    ? [...sections, { id: SECTIONS.email, word: 'E-mail rule', count: null }]
    : sections;
}

/** The rule is for people (EM1); elsewhere it shows where the design uses it. */
export const hasEmailRule = (sync: ObjectSync): boolean =>
  sync.kind === 'contacts' || sync.kind === 'leads' || sync.requireValidEmail !== null;
