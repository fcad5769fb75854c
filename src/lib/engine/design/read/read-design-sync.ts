import {
  CAME_BACK,
  CONFLICT_RULES,
  DELETE_RULES,
  OBJECT_KINDS,
  SAME_FORMS,
  type FieldMapping,
  type ObjectSide,
  type ObjectSync,
} from '../../model/design.ts';
import { DIRECTIONS } from '../../model/direction.ts';
import { SIDES, onBoth } from '../../model/side.ts';
import { lacksZone, readDatetime } from '../../read/date.ts';
import { readAssociation } from './read-design-associations.ts';
import { readSalesforceRule } from './read-design-salesforce.ts';
import { readFilters } from './read-design-filters.ts';
import { readLifecycle } from './read-design-lifecycle.ts';
import { readMatching } from './read-design-matching.ts';
import { readPresence } from './read-design-presence.ts';
import { readTimeZone } from './read-design-zone.ts';
import type { Place } from './read-design-place.ts';
import { readTransform } from './read-design-transform.ts';
import { readStages } from './read-design-stages.ts';
import { readSchema } from './read-design-schema.ts';

/** One element of `syncs`, with its defaults. */
export function readSync(sync: Place): ObjectSync {
  sync.isObject();
  return {
    id: sync.member('id').filledText(),
    kind: sync.member('kind').oneOf(OBJECT_KINDS),
    ...(sync.member('enabled').flagOr(true) ? {} : { enabled: false }),
    ...readSince(sync.member('since')),
    left: readObjectSide(sync.member('left')),
    right: readObjectSide(sync.member('right')),
    direction: sync.member('direction').oneOf(DIRECTIONS),
    winner: sync.member('winner').oneOf(SIDES),
    matching: readMatching(sync.member('matching')),
    requireValidEmail: readEmailRule(sync.member('requireValidEmail')),
    mappings: sync.member('mappings').items().map(readMapping),
    associations: sync.member('associations').items().map(readAssociation),
    filters: readFilters(sync.member('filters')),
    blanks: readBlanks(sync.member('blanks')),
    deletes: readDeletes(sync.member('deletes')),
    ...readCompleteFiles(sync.member('complete')),
    stages: readStages(sync.member('stages'), sync.member('direction').value === 'both'),
    ...readLifecycle(sync.member('lifecycle')),
    schema: {
      left: readSchema(sync.member('schema').member('left')),
      right: readSchema(sync.member('schema').member('right')),
    },
  };
}

function readObjectSide(side: Place): ObjectSide {
  return {
    object: side.member('object').text(),
    idField: side.member('idField').textOrNull(),
    modifiedField: side.member('modifiedField').textOrNull(),
    ...readTimeZone(side.member('timeZone')),
    ...readPresence(side),
  };
}

function readEmailRule(rule: Place): ObjectSync['requireValidEmail'] {
  if (rule.nothing || !rule.isObject()) return null;
  const [left, right] = [rule.member('left').textOrNull(), rule.member('right').textOrNull()];
  return left === null && right === null ? null : { left, right };
}

function readMapping(mapping: Place): FieldMapping {
  mapping.isObject();
  const direction = mapping.member('direction');
  return {
    left: mapping.member('left').text(),
    right: mapping.member('right').text(),
    enabled: mapping.member('enabled').flagOr(true),
    direction: direction.nothing ? null : direction.oneOf(DIRECTIONS),
    conflict: mapping.member('conflict').oneOfOr(CONFLICT_RULES, 'winner'),
    ...readSalesforceRule(mapping.member('sfRule')),
    rewriteForm: mapping.member('rewriteForm').flagOr(false),
    same: mapping
      .member('same')
      .items()
      .map((form) => form.oneOf(SAME_FORMS)),
    cameBack: mapping.member('cameBack').oneOfOr(CAME_BACK, 'ask'),
    transform: readTransform(mapping.member('transform')),
  };
}

function readDeletes(deletes: Place): ObjectSync['deletes'] {
  if (!deletes.nothing) deletes.isObject();
  return onBoth((side) => deletes.member(side).oneOfOr(DELETE_RULES, 'report'));
}

/** LI4, S490. */
function readSince(place: Place): Pick<ObjectSync, 'since'> {
  if (place.nothing) return {};
  const { value } = place;
  if (typeof value === 'string' && !lacksZone(value) && readDatetime(value, 'ymd') !== null)
    return { since: value };
  place.bad('moment');
  return {};
}

/** Absent as well where no file is named, so that a design says the same with and without it. */
function readCompleteFiles(complete: Place): Pick<ObjectSync, 'complete'> {
  if (complete.nothing || !complete.isObject()) return {};
  const named = onBoth((side) => complete.member(side).textOrNull());
  return named.left === null && named.right === null ? {} : { complete: named };
}

function readBlanks(blanks: Place): ObjectSync['blanks'] {
  if (!blanks.nothing) blanks.isObject();
  return {
    fillWinner: blanks.member('fillWinner').flagOr(true),
    propagateClears: blanks.member('propagateClears').oneOfOr(['never', 'ask', 'always'], 'never'),
  };
}
