import type { Association, AssociationSide } from '../../model/association.ts';
import type { SyncName } from '../../model/design-step.ts';
import { onBoth } from '../../model/side.ts';
import { listAt, syncIn, textAt, valueAt, withValue, type DesignEdit, type Path } from './design-json.ts';
import { switchedOff } from './switch-off.ts';

/** AS1: an association at a position; one behind the last is new. Mappings of its fields are switched off. */
export function setAssociation(json: unknown, sync: number, at: number, next: Association): DesignEdit {
  const path: Path = ['syncs', sync, 'associations', at];
  const isNew = valueAt(json, path) === undefined;
  const named = onBoth((side) => [next[side].field]);
  const { to, required } = next;
  const made = { ...asObject(valueAt(json, path)), to, required, ...onBoth((side) => inFile(next[side])) };
  return {
    json: switchedOff(withValue(json, path, made), sync, named),
    step: {
      code: isNew ? 'association-added' : 'association',
      values: {
        sync: syncIn(json, sync),
        parents: parentsIn(json, to),
        pair: onBoth((side) => next[side].field),
      },
    },
  };
}

export function removeAssociation(json: unknown, sync: number, at: number): DesignEdit {
  const path: Path = ['syncs', sync, 'associations', at];
  const former = valueAt(json, path);
  return {
    json: withValue(json, path, undefined),
    step: {
      code: 'association-removed',
      values: {
        sync: syncIn(json, sync),
        parents: parentsIn(json, textAt(former, ['to'], '')),
        pair: onBoth((side) => textAt(former, [side, 'field'], '')),
      },
    },
  };
}

const parentsIn = (json: unknown, id: string): SyncName =>
  syncIn(
    json,
    listAt(json, ['syncs']).findIndex((one) => textAt(one, ['id'], '') === id),
  );

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

/** Without what is so anyway. */
const inFile = ({ field, by, primaryOnly }: AssociationSide): object => ({
  field,
  ...(by === null ? {} : { by }),
  ...(primaryOnly ? { primaryOnly } : {}),
});
