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
import * as salesforce from './edit-salesforce.ts';
import * as schema from './edit-schema.ts';
import * as stages from './edit-stages.ts';
import * as sync from './edit-sync.ts';
import * as toDos from './edit-to-dos.ts';
import { setTransform } from './edit-transform.ts';

/**
 * All edits of a design by their verb: pure, on the file as it is kept and the position of a sync in it; each answers the
 * new file and what was done.
 */
export const EDITS = {
  appName: sync.setAppName,
  profile: salesforce.setProfile,
  direction: sync.setDirection,
  winner: sync.setWinner,
  fillWinner: sync.setFillWinner,
  clears: sync.setClears,
  deletes: sync.setDeletes,
  email: sync.setEmailRule,
  modifiedField: sync.setModifiedField,
  complete: sync.setComplete,

  method: keys.setMethod,
  ambiguous: keys.setAmbiguous,
  contested: keys.setContested,
  noKey: keys.setNoKey,
  misleading: keys.setMisleading,
  identifier: keys.setIdentifier,
  addKey: keys.addKey,
  removeKey: keys.removeKey,
  moveKey: keys.moveKey,
  addKeyField: keys.addKeyField,
  removeKeyField: keys.removeKeyField,
  keyField: keys.setKeyField,
  normalisers: keys.setNormalisers,
  country: keys.setCountry,

  mappingOn: mappings.setMappingOn,
  mappingDirection: mappings.setMappingDirection,
  rule: mappings.setRule,
  salesforceRule: salesforce.setSalesforceRule,
  transform: setTransform,
  reference: salesforce.confirmReference,
  addMapping: mappings.addMapping,
  removeMapping: mappings.removeMapping,
  confirm: mappings.confirmMappings,

  filterMode: filters.setFilterMode,
  condition: filters.setCondition,
  removeCondition: filters.removeCondition,
  filterList: filters.setFilterList,

  stageFields: stages.setStageFields,
  pairStages: stages.pairStages,
  unpairStage: stages.unpairStage,

  lifecycle: setLifecycle,
  association: associations.setAssociation,
  removeAssociation: associations.removeAssociation,

  takeAway,

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
