import {
  suggest,
  toDesignFile,
  type SuggestedDesign,
  type SuggestSide,
} from '../../src/lib/engine/suggest/index.ts';
import {
  checkDesign,
  onBoth,
  readDesign,
  SIDES,
  type Both,
  type ObjectKind,
} from '../../src/lib/engine/index.ts';
import type { SuggestedSync } from '../../src/lib/conversation/index.ts';
import { sideNames } from '../live/described.ts';
import { withAppFields } from '../live/app-fields.ts';
import type { KeptSet } from '../keep/kept-set.ts';

/** What two files say of themselves. A missing one says nothing. */
export const suggestFor = (sets: Both<KeptSet | null>): SuggestedDesign =>
  suggest({ left: sideFor(sets.left), right: sideFor(sets.right), ...kindOf(sets) });

/** What an app calls its records says what they are. */
function kindOf(sets: Both<KeptSet | null>): { readonly kind?: ObjectKind } {
  for (const side of SIDES) {
    const kind = KINDS.get(sets[side]?.report.live?.object.toLowerCase() ?? '');
    if (kind !== undefined) return { kind };
  }
  return {};
}

const KINDS: ReadonlyMap<string, ObjectKind> = new Map([
  ['contacts', 'contacts'],
  ['contact', 'contacts'],
  ['people', 'contacts'],
  ['companies', 'companies'],
  ['account', 'companies'],
  ['leads', 'leads'],
  ['lead', 'leads'],
  ['deals', 'deals'],
  ['opportunity', 'deals'],
  ['products', 'products'],
  ['product2', 'products'],
  ['tickets', 'tickets'],
  ['case', 'tickets'],
]);

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

/**
 * The design file with the suggested sync, named as its files are kept: a new one, or `json` with one sync more. A side that is an app is
 * as the app says.
 */
export function withSuggested(
  json: unknown,
  sync: string,
  suggestion: SuggestedDesign,
  sets: Both<KeptSet | null>,
): unknown {
  const file = toDesignFile(suggestion) as Json & {
    readonly syncs: readonly Json[];
    readonly apps: Both<Json>;
  };
  const made = file.syncs.map((each) => withAppFields({ ...each, id: sync }, sets));
  const isLive = SIDES.some((side) => sets[side]?.report.live !== undefined);
  const syncs = isLive ? made.map((each) => withoutRefused({ ...file, syncs: [each] }, each)) : made;
  if (!isDesign(json)) return { ...file, ...appsOf(file, sets), syncs };
  return { ...json, syncs: [...json.syncs, ...syncs] };
}

/** S426: a pair is suggested by its names and values; with the types that the app says it may be one that cannot be mapped. `design`: the sync alone. */
function withoutRefused(design: Json, sync: Json): Json {
  const reading = readDesign(design);
  const { mappings } = sync;
  if (reading.design === null || !Array.isArray(mappings)) return sync;
  const refused = checkDesign(reading.design, new Map())
    .errors.filter(({ code }) => code === 'direction-empty' || code === 'incompatible')
    .map(({ at }) => Number(/^syncs\[0\]\.mappings\[(\d+)\]/.exec(at)?.[1] ?? -1));
  return { ...sync, mappings: mappings.filter((_, place) => !refused.includes(place)) };
}

/** A side that is an app is called as that app is. */
function appsOf({ apps, name }: Json & { readonly apps: Both<Json> }, sets: Both<KeptSet | null>): Json {
  const live = onBoth((side) => sets[side]?.report.live);
  const names = sideNames(live);
  const named = onBoth((side): Json => {
    const app = live[side]?.app;
    return app === undefined ? apps[side] : { name: names[side], kind: app };
  });
  const isLive = SIDES.some((side) => sets[side]?.report.live !== undefined);
  return {
    apps: named,
    name: isLive ? `${String(named.left['name'])} ⇄ ${String(named.right['name'])}` : name,
  };
}

const isDesign = (json: unknown): json is Json & { readonly syncs: readonly unknown[] } =>
  typeof json === 'object' && json !== null && 'syncs' in json && Array.isArray(json.syncs);
