import type { Matching, ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { FieldDef } from '../../src/lib/engine/model/field.ts';
import { salesforceFlow } from '../../src/lib/engine/model/salesforce-rule.ts';
import { SIDES } from '../../src/lib/engine/model/side.ts';
import { readWorldDesign } from './read-world-design.ts';
import type { World, WorldLink } from './world.ts';

type Of<T> = (one: T) => boolean;

const matching =
  (is: Of<Matching>): Of<ObjectSync> =>
  (sync) =>
    is(sync.matching);
const mapped =
  (is: Of<ObjectSync['mappings'][number]>): Of<ObjectSync> =>
  ({ mappings }) =>
    mappings.some((mapping) => mapping.enabled && is(mapping));
const declared =
  (is: Of<FieldDef>): Of<ObjectSync> =>
  ({ schema }) =>
    SIDES.some((side) => schema[side]?.fields.some(is) === true);

const TRANSFORMS = [
  ...(['trim', 'case', 'split', 'join', 'phone', 'value-map', 'constant'] as const),
  ...(['date-format', 'number-format', 'lookup'] as const),
];

const named = <T extends string>(
  what: string,
  words: readonly T[],
  is: (word: T) => Of<ObjectSync>,
): Readonly<Record<string, Of<ObjectSync>>> =>
  Object.fromEntries(words.map((word) => [`${what}: ${word}`, is(word)]));

/** What a sync of a world may use, by name. */
const OF_SYNC: Readonly<Record<string, Of<ObjectSync>>> = {
  ...named(
    'sync',
    ['left-to-right', 'right-to-left'],
    (way) =>
      ({ direction }) =>
        direction === way,
  ),
  'records known by their row': (sync) => SIDES.some((side) => sync[side].idField === null),
  'matching: none': matching(({ method }) => method === 'none'),
  'matching: own keys': matching(({ method }) => method === 'keys'),
  'matching: composite key': matching(
    ({ method, keys }) => method === 'keys' && keys.some((key) => key.fields.length > 1),
  ),
  'matching: ids': matching(({ idPair }) => idPair !== null),
  'ambiguous: first key': matching(({ ambiguous }) => ambiguous === 'first-key'),
  'contested: closest': matching(({ contested }) => contested === 'closest'),
  'no key: create': matching(({ noKey }) => noKey === 'create'),
  'valid e-mail': ({ requireValidEmail }) => requireValidEmail !== null,
  'mapping: one way': mapped(({ direction }) => direction !== null && direction !== 'both'),
  ...named('rule', ['left', 'right', 'most-recent', 'fill-blank', 'ask'], (rule) =>
    mapped(({ conflict }) => conflict === rule),
  ),
  'mapping: same forms': mapped(({ same }) => same.length > 0),
  'mapping: came back': mapped(({ cameBack }) => cameBack !== 'ask'),
  'mapping: rewrites a form': mapped(({ rewriteForm }) => rewriteForm),
  ...named('transform', TRANSFORMS, (kind) => mapped(({ transform }) => transform?.kind === kind)),
  'filter: initial only': ({ filters }) =>
    filters.mode === 'initial-only' && SIDES.some((side) => filters[side] !== null),
  'filter: always': ({ filters }) =>
    filters.mode !== 'initial-only' && SIDES.some((side) => filters[side] !== null),
  'allow list': ({ filters }) => SIDES.some((side) => filters.allow[side].length > 0),
  'deny list': ({ filters }) => SIDES.some((side) => filters.deny[side].length > 0),
  ...named(
    'Salesforce',
    ['prefer-unless-blank', 'always', 'two-way'],
    (rule) => (sync) => mapped((mapping) => salesforceFlow(sync, mapping)?.rule === rule)(sync),
  ),
  'Salesforce: off': ({ salesforce, mappings }) =>
    salesforce !== undefined && mappings.some(({ sfRule }) => sfRule === 'off'),
  'Salesforce on the left': ({ salesforce }) => salesforce === 'left',
  'clears travel': ({ blanks }) => blanks.propagateClears !== 'never',
  'blanks stay': ({ blanks }) => !blanks.fillWinner,
  'deletes: created again': ({ deletes }) => SIDES.some((side) => deletes[side] === 'recreate'),
  'deletes: deleted too': ({ deletes }) => SIDES.some((side) => deletes[side] === 'delete'),
  'archived said': (sync) => SIDES.some((side) => sync[side].archived !== undefined),
  'merged into': (sync) => SIDES.some((side) => sync[side].mergedInto !== undefined),
  'merged from': (sync) => SIDES.some((side) => sync[side].mergedFrom !== undefined),
  stages: ({ stages }) => stages !== null,
  'lifecycle stages': ({ lifecycle }) => lifecycle !== null && lifecycle !== undefined,
  'changed since': ({ since }) => since !== undefined,
  associations: ({ associations }) => (associations ?? []).length > 0,
  'field: required': declared(({ required }) => required),
  'field: required by conditions': declared(({ requiredWhen }) => (requiredWhen ?? []).length > 0),
  'field: format': declared(({ format }) => format !== undefined),
  'field: country': declared(({ country }) => country != null),
  'field: unique': declared(({ unique }) => unique),
  'field: read only': declared(({ readOnly }) => readOnly),
  'field: options': declared(({ options }) => options !== null),
  'field: time zone': declared(({ timeZone }) => timeZone !== undefined),
  'time zone': (sync) => SIDES.some((side) => sync[side].timeZone !== undefined),
};

const linked =
  (is: Of<WorldLink>): Of<World> =>
  ({ baseline }) =>
    baseline?.links.some(is) === true;

/** What a world may have beside its syncs. */
const OF_WORLD: Readonly<Record<string, Of<World>>> = {
  'two syncs': ({ tables }) => Object.keys(tables).length > 1,
  salesforce: ({ design }) => SIDES.some((side) => readWorldDesign(design).apps[side].kind === 'salesforce'),
  baseline: ({ baseline }) => baseline !== null,
  'handed over': linked(({ sent }) => sent !== undefined),
  'seen by a push': linked(({ sent }) =>
    SIDES.some((side) => Object.values(sent?.[side] ?? {}).some(({ seen }) => seen !== undefined)),
  ),
  'delete handed over': linked(({ removal }) => removal !== undefined),
  'create handed over': linked(({ left, right }) => left === null || right === null),
  'conflicts decided': ({ choices }) => (choices?.choices.length ?? 0) > 0,
  'complete file': ({ complete }) =>
    Object.values(complete ?? {}).some((sides) => SIDES.some((side) => sides[side])),
  'restore chosen': ({ choices }) => (choices?.restores?.length ?? 0) > 0,
  'links decided': ({ choices }) => (choices?.links.length ?? 0) > 0,
};

export const FEATURES: readonly string[] = [...Object.keys(OF_SYNC), ...Object.keys(OF_WORLD)];

/** The features of each sync of a world, in the order of `FEATURES`; those of the world are of each of them. */
export function featuresOf(world: World): readonly (readonly string[])[] {
  const shared = Object.keys(OF_WORLD).filter((name) => OF_WORLD[name]!(world));
  return readWorldDesign(world.design).syncs.map((sync) => [
    ...Object.keys(OF_SYNC).filter((name) => OF_SYNC[name]!(sync)),
    ...shared,
  ]);
}
