import {
  type Counted,
  fieldsAsked,
  fieldsRead,
  fieldsRequiredWhen,
  keysOf,
  SIDES,
  stageFields,
  type Both,
  type ObjectSync,
  type Side,
} from '../../src/lib/engine/index.ts';

/**
 * Names of the columns of a sync that a plan and its screens read, by side: all the design names, whether a rule uses them or not.
 * `syncs`: all of the design, for children find their parents by columns of those (S95). `counted`: what checks and rules ask
 * of columns too (S400, S405).
 */
export function columnsOf(
  sync: ObjectSync,
  syncs: readonly ObjectSync[],
  counted: readonly Counted[] = [],
): Both<ReadonlySet<string>> {
  const { matching, requireValidEmail } = sync;
  const pairs = [
    ...Object.values(matching.identifiers),
    ...[...keysOf(sync), ...matching.keys].flatMap((key) => key.fields),
    ...sync.mappings,
  ];
  const read = (side: Side) => sync.mappings.flatMap((mapping) => fieldsRead(sync, mapping, side));
  const checked = (side: Side) =>
    counted.flatMap(({ sync: of, where }) =>
      of === sync.id ? fieldsAsked(where.filter((one) => one.side === side)) : [],
    );
  const [left, right] = SIDES.map((side) => {
    const idPair = matching.idPair?.side === side ? matching.idPair.field : null;
    const limited = sync.lifecycle?.[side]?.field ?? null;
    const email = requireValidEmail?.[side] ?? null;
    const { archived, mergedInto = null, mergedFrom = null } = sync[side];
    const lives = [archived?.field ?? null, mergedInto, mergedFrom];
    const own = [sync[side].idField, sync[side].modifiedField, email, idPair, limited, ...lives];
    const asked = askedFields(sync, side);
    const named = syncs.flatMap(({ associations }) =>
      associations.flatMap((one) => (one.to === sync.id ? (one[side].by ?? []) : [])),
    );
    return new Set([
      ...own.filter((name) => name !== null),
      ...asked,
      ...checked(side),
      ...stageFields(sync, side),
      ...sync.associations.map((association) => association[side].field),
      ...named,
      ...read(side),
      ...pairs.map((pair) => pair[side]),
    ]);
  });
  return { left: left!, right: right! };
}

/** The fields a side's conditions ask of: its filter's (FI1), and those that require a field, with that field (S110). */
const askedFields = (sync: ObjectSync, side: Side): readonly string[] => [
  ...(sync.filters[side]?.any ?? []).flatMap(({ all }) => fieldsAsked(all)),
  ...fieldsRequiredWhen(sync, side),
];
