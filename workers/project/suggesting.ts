import {
  suggest,
  toDesignFile,
  type SuggestedDesign,
  type SuggestSide,
} from '../../src/lib/engine/suggest/index.ts';
import { SIDES, type Both } from '../../src/lib/engine/index.ts';
import type { SuggestedSync } from '../../src/lib/conversation/index.ts';
import type { KeptSet } from '../keep/kept-set.ts';

/** What two files say of themselves. A missing one says nothing. */
export const suggestFor = (sets: Both<KeptSet | null>): SuggestedDesign =>
  suggest({ left: sideFor(sets.left), right: sideFor(sets.right) });

function sideFor(set: KeptSet | null): SuggestSide {
  if (set === null) return { file: '', header: [], rows: 0, columns: [] };
  const { manifest, profiles, report } = set;
  return {
    file: manifest.file,
    header: manifest.header,
    rows: manifest.rows,
    delimiter: report.delimiter,
    columns: profiles.evidence,
  };
}

/** A suggestion for the page. */
export const suggestedSync = (suggestion: SuggestedDesign): SuggestedSync => ({
  kind: suggestion.kind.kind,
  mappings: suggestion.mappings.map(({ left, right, sure, why }) => ({ left, right, sure, why })),
  stages: suggestion.stages,
  leftOut: SIDES.flatMap((side) =>
    suggestion.leftOut[side].map(({ field, why }) => ({ side, name: field, why })),
  ),
});

type Json = Readonly<Record<string, unknown>>;

/** The design file with the suggested sync, named as its files are kept: a new one, or `json` with one sync more. */
export function withSuggested(json: unknown, sync: string, suggestion: SuggestedDesign): unknown {
  const file = toDesignFile(suggestion) as Json & { readonly syncs: readonly Json[] };
  const syncs = file.syncs.map((each) => ({ ...each, id: sync }));
  if (!isDesign(json)) return { ...file, syncs };
  return { ...json, syncs: [...json.syncs, ...syncs] };
}

const isDesign = (json: unknown): json is Json & { readonly syncs: readonly unknown[] } =>
  typeof json === 'object' && json !== null && 'syncs' in json && Array.isArray(json.syncs);
