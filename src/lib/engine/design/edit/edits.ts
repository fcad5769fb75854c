import type { DesignEdit } from './design-json.ts';
import * as approval from './edit-approval.ts';
import * as associations from './edit-associations.ts';
import * as checks from './edit-checks.ts';
import { takeAway } from './edit-differ.ts';
import * as filters from './edit-filters.ts';
import * as guards from './edit-guards.ts';
import * as keys from './edit-keys.ts';
import { setLifecycle } from './edit-lifecycle.ts';
import * as mappings from './edit-mappings.ts';
import { setPresence } from './edit-presence.ts';
import * as salesforce from './edit-salesforce.ts';
import * as schema from './edit-schema.ts';
import * as stages from './edit-stages.ts';
import * as sync from './edit-sync.ts';
import * as toDos from './edit-to-dos.ts';
import { setTransform } from './edit-transform.ts';
import { deleteSync, setOn, turnsOn } from './turn-off.ts';

/**
 * All edits of a design by their verb: pure, on the file as it is kept and the position of a sync in it; each answers the
 * new file and what was done. One that changes what a sync does turns it on (LI2); what is said of its files leaves it off.
 */
export const EDITS = {
  appName: sync.setAppName,
  profile: salesforce.setProfile,
  turnOn: setOn,
  deleteSync,

  direction: turnsOn(sync.setDirection),
  winner: turnsOn(sync.setWinner),
  fillWinner: turnsOn(sync.setFillWinner),
  clears: turnsOn(sync.setClears),
  deletes: turnsOn(sync.setDeletes),
  email: turnsOn(sync.setEmailRule),
  modifiedField: turnsOn(sync.setModifiedField),
  complete: sync.setComplete,
  presence: setPresence,

  method: turnsOn(keys.setMethod),
  ambiguous: turnsOn(keys.setAmbiguous),
  contested: turnsOn(keys.setContested),
  noKey: turnsOn(keys.setNoKey),
  misleading: turnsOn(keys.setMisleading),
  identifier: turnsOn(keys.setIdentifier),
  addKey: turnsOn(keys.addKey),
  removeKey: turnsOn(keys.removeKey),
  moveKey: turnsOn(keys.moveKey),
  addKeyField: turnsOn(keys.addKeyField),
  removeKeyField: turnsOn(keys.removeKeyField),
  keyField: turnsOn(keys.setKeyField),
  normalisers: turnsOn(keys.setNormalisers),
  country: turnsOn(keys.setCountry),

  mappingOn: turnsOn(mappings.setMappingOn),
  mappingDirection: turnsOn(mappings.setMappingDirection),
  rule: turnsOn(mappings.setRule),
  salesforceRule: turnsOn(salesforce.setSalesforceRule),
  transform: turnsOn(setTransform),
  reference: turnsOn(salesforce.confirmReference),
  addMapping: turnsOn(mappings.addMapping),
  removeMapping: turnsOn(mappings.removeMapping),
  confirm: turnsOn(mappings.confirmMappings),

  filterMode: turnsOn(filters.setFilterMode),
  condition: turnsOn(filters.setCondition),
  removeCondition: turnsOn(filters.removeCondition),
  filterList: turnsOn(filters.setFilterList),

  stageFields: turnsOn(stages.setStageFields),
  pairStages: turnsOn(stages.pairStages),
  unpairStage: turnsOn(stages.unpairStage),

  lifecycle: turnsOn(setLifecycle),
  association: turnsOn(associations.setAssociation),
  removeAssociation: turnsOn(associations.removeAssociation),

  takeAway: turnsOn(takeAway),

  field: schema.setField,
  dropField: schema.dropField,
  guard: guards.setGuard,

  check: checks.setCheck,
  removeCheck: checks.removeCheck,
  waiveCheck: checks.waiveCheck,

  putToDo: toDos.putToDo,
  noteToDo: toDos.noteToDo,
  tickToDo: toDos.tickToDo,
  removeToDo: toDos.removeToDo,

  approvalRule: approval.setApprovalRule,
  removeApprovalRule: approval.removeApprovalRule,
  moveApprovalRule: approval.moveApprovalRule,
} as const;

type Edits = typeof EDITS;

/** The verbs of a screen that edits the open sync; each is one edit, saved and planned at once. */
export type DesignActs = {
  readonly [Verb in keyof Edits]: Edits[Verb] extends (
    json: unknown,
    sync: number,
    ...given: infer Given
  ) => DesignEdit
    ? (...given: Given) => void
    : never;
};
