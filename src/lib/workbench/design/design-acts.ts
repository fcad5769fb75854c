import type {
  Both,
  ConflictRule,
  Direction,
  GuardName,
  IdentifierName,
  Matching,
  NormalizerName,
  ObjectSync,
  Side,
} from '../../engine/index.ts';
import * as edits from './design-edit.ts';
import type { DesignEdit, FieldDraft, GuardValue, KeyFieldDraft } from './design-edit.ts';
import type { DesignDesk } from './design-desk.svelte.ts';
import { usualKeys } from './design-view.ts';

type Clears = ObjectSync['blanks']['propagateClears'];

/** The verbs of the Design screen, each one edit of the open sync. */
export function designActs(desk: DesignDesk) {
  const act = (make: (json: unknown, sync: number) => DesignEdit): void => {
    const { index } = desk;
    void desk.edit((json) => make(json, index));
  };
  return {
    direction: (value: Direction) => act((json, at) => edits.setDirection(json, at, value)),
    winner: (side: Side) => act((json, at) => edits.setWinner(json, at, side)),
    fillWinner: (on: boolean) => act((json, at) => edits.setFillWinner(json, at, on)),
    clears: (value: Clears) => act((json, at) => edits.setClears(json, at, value)),
    email: (rule: Both<string | null> | null) => act((json, at) => edits.setEmailRule(json, at, rule)),
    modifiedField: (side: Side, field: string | null) =>
      act((json, at) => edits.setModifiedField(json, at, side, field)),

    method: (value: Matching['method']) => {
      const usual = desk.sync === null ? [] : usualKeys(desk.sync);
      act((json, at) => edits.setMethod(json, at, value, usual));
    },
    ambiguous: (value: Matching['ambiguous']) => act((json, at) => edits.setAmbiguous(json, at, value)),
    noKey: (value: Matching['noKey']) => act((json, at) => edits.setNoKey(json, at, value)),
    identifier: (name: IdentifierName, fields: Both<string> | null) =>
      act((json, at) => edits.setIdentifier(json, at, name, fields)),
    addKey: (field: KeyFieldDraft) => act((json, at) => edits.addKey(json, at, field)),
    removeKey: (key: number) => act((json, at) => edits.removeKey(json, at, key)),
    moveKey: (from: number, to: number) => act((json, at) => edits.moveKey(json, at, from, to)),
    addKeyField: (key: number, field: KeyFieldDraft) =>
      act((json, at) => edits.addKeyField(json, at, key, field)),
    removeKeyField: (key: number, field: number) =>
      act((json, at) => edits.removeKeyField(json, at, key, field)),
    keyField: (key: number, field: number, fields: Both<string>) =>
      act((json, at) => edits.setKeyField(json, at, key, field, fields)),
    normalisers: (key: number, field: number, names: readonly NormalizerName[]) =>
      act((json, at) => edits.setNormalisers(json, at, key, field, names)),
    country: (key: number, field: number, country: string | null) =>
      act((json, at) => edits.setCountry(json, at, key, field, country)),

    mappingOn: (index: number, on: boolean) => act((json, at) => edits.setMappingOn(json, at, index, on)),
    mappingDirection: (index: number, direction: Direction | null) =>
      act((json, at) => edits.setMappingDirection(json, at, index, direction)),
    rule: (index: number, rule: ConflictRule) => act((json, at) => edits.setRule(json, at, index, rule)),
    addMapping: (fields: Both<string>) =>
      act((json, at) => edits.addMapping(json, at, fields.left, fields.right)),
    removeMapping: (index: number) => act((json, at) => edits.removeMapping(json, at, index)),
    confirm: (indexes: readonly number[]) => act((json, at) => edits.confirmMappings(json, at, indexes)),

    field: (side: Side, draft: FieldDraft) => act((json, at) => edits.setField(json, at, side, draft)),
    dropField: (side: Side, name: string) => act((json, at) => edits.dropField(json, at, side, name)),
    guard: (name: GuardName, value: GuardValue, before: Parameters<typeof edits.setGuard>[3]) =>
      void desk.edit((json) => edits.setGuard(json, name, value, before)),
  };
}
