import type {
  DesignError,
  DesignFault,
  DesignWarning,
  Expected,
  NotCarriedOut,
} from '../../engine/model/design-error.ts';

/** What is wrong with a design, and what to do. */
export const designErrorSentence = ({ at, fault }: Pick<DesignError, 'at' | 'fault'>): string =>
  fault.is === 'wrong-value' ? wrongValue(at, fault) : faultSentence(fault);

function wrongValue(at: string, { expected, found }: DesignFault & { readonly is: 'wrong-value' }): string {
  const name = at === '' ? 'The design' : at.slice(at.lastIndexOf('.') + 1);
  return found === null
    ? `${name} must be ${expectedWords(expected)}; it is missing.`
    : `${name} must be ${expectedWords(expected)}; it is ${found}.`;
}

function faultSentence(fault: Exclude<DesignFault, { readonly is: 'wrong-value' }>): string {
  switch (fault.is) {
    case 'no-object':
      return `A design file holds one JSON object; this one holds ${fault.found}.`;
    case 'other-version':
      return `This design has the format ${fault.found} and this version reads ${fault.reads}: use the version of Drysync that wrote it, or a newer one.`;
    case 'other-format':
      return `The format is ${fault.found}, which is no design of Drysync: choose a *.drysync.json file, whose format is ${fault.reads}.`;
    case 'half-character':
      return 'The text holds half of a surrogate pair, which no UTF-8 file can hold; type it again.';
    case 'id-twice':
      return `Two syncs have the id ${fault.id}; give each its own.`;
    case 'check-twice':
      return `Two checks have the id ${fault.id}; give each its own.`;
    case 'approval-rule-twice':
      return `Two rules of approval have the id ${fault.id}; give each its own.`;
    case 'field-not-mapped':
      return `The sync ${fault.sync} maps no left field ${JSON.stringify(fault.field)}; a check or a rule of approval asks for writes by the left field of a mapping.`;
    case 'field-of-no-sync':
      return 'A check or a rule of approval of every sync names no field: fields are one sync’s.';
    case 'no-order':
      return `Nothing says in which order the values of ${fault.field} stand: name them, or declare its options.`;
    case 'declared-twice':
      return `The field ${fault.field} is declared twice; keep one of the two.`;
    case 'no-column':
      return fault.like === null
        ? `The ${fault.side} file of ${fault.sync} has no column ${JSON.stringify(fault.field)}.`
        : `The ${fault.side} file of ${fault.sync} has no column ${JSON.stringify(fault.field)}; it has ${JSON.stringify(fault.like)}.`;
    case 'both-read-only':
      return `Field ${fault.left} is not compatible with field ${fault.right}: both are read-only, so nothing can flow.`;
    case 'no-direction':
      return `No direction is left for ${fault.left} and ${fault.right}: ${limits(fault).join(', ')}.`;
    case 'mapped-twice':
      return `Field ${fault.left} is not compatible with field ${fault.right}: the ${fault.side} field ${fault[fault.side]} is already mapped by mapping ${String(fault.by + 1)}.`;
    case 'several-values':
      return `Field ${fault.left} is not compatible with field ${fault.right}: ${fault.field} holds several values.`;
    case 'other-types':
      return `Field ${fault.left} is not compatible with field ${fault.right}: their types are ${fault.types.left} and ${fault.types.right}.`;
    case 'one-way-types': {
      const [from, to] =
        fault.flows === 'left-to-right' ? [fault.left, fault.right] : [fault.right, fault.left];
      return `Field ${fault.left} is not compatible with field ${fault.right}: of the types ${fault.types.left} and ${fault.types.right} values can only flow from ${from} to ${to}, so make the mapping ${fault.flows}.`;
    }
    case 'no-keys':
      return `The sync ${fault.sync} matches by keys and names none.`;
    case 'custom-without-keys':
      return `A custom object has no default identifier; name the keys of ${fault.sync}.`;
    case 'no-identifier':
      return `The sync ${fault.sync} of ${fault.kind} names no identifier; name the fields of ${fault.wanted.join(' or ')}.`;
    case 'none-required-mapped':
      return `A custom object needs one of its required ${fault.side} fields mapped (${fault.fields.join(', ')}).`;
    case 'stage-twice':
      return `The ${fault.side} stage ${fault.stage} stands in two pairs; in a two-way sync a stage map is one-to-one.`;
    case 'stage-mapped':
      return `The ${fault.side} field ${fault.field} stands in the stage map and in mapping ${String(fault.by + 1)}; switch that mapping off.`;
    case 'stages-read-only':
      return 'Stages can flow nowhere: fields of the stage map are read-only on every side the sync writes to.';
    case 'lifecycle-kind':
      return `Lifecycle stages limit syncs of contacts and leads; this one is of ${fault.kind}.`;
    case 'lifecycle-taken':
      return `The lifecycle stage ${fault.stage} is given to the sync ${fault.by}; a stage is of one sync.`;
    case 'lifecycle-mapped':
      return `The default stage is written to ${fault.field}, which mapping ${String(fault.by + 1)} has; switch that mapping off, or take the default away.`;
    case 'salesforce-apps':
      return fault.count === 0
        ? 'The profile salesforce needs exactly one app of kind salesforce; neither app is.'
        : 'The profile salesforce needs exactly one app of kind salesforce; both are.';
    case 'custom-too-many':
      return `Under the profile salesforce a project has at most ${String(fault.most)} custom objects; this is one more.`;
    case 'since-elsewhere':
      return 'Only a custom object under the profile salesforce syncs what changed since it was turned on; take the member out.';
    case 'since-undated':
      return `To sync only what changed since it was turned on, say which field of the ${fault.side} records holds the time of their last change.`;
    case 'reference-unconfirmed':
      return fault.confirmed === null
        ? `Confirm the reference field of ${fault.sync}: ${fault.left} with ${fault.right} says which records are the same.`
        : `The key of ${fault.sync} is another one since ${fault.confirmed} was confirmed: confirm ${fault.left} with ${fault.right}.`;
    case 'no-such-sync':
      return `The design has no sync ${fault.sync}; an association names one of its syncs.`;
    case 'invoice-parents':
      return `Invoices are associated with contacts and with nothing else; this association leads to ${fault.sync}.`;
    case 'parents-without-id':
      return `The ${fault.side} records of ${fault.sync} have no id field, so say which of their fields names them.`;
    case 'parents-not-here':
      return `An association leads to ${fault.sync}, whose two files are not here yet: give them, or take the association out.`;
    case 'parent-field-taken':
      return `The ${fault.side} field ${JSON.stringify(fault.field)} of an association is used already, by a mapping, the stage map or another association; a field is used once.`;
    case 'not-carried-out':
      return `${NOT_YET[fault.what]} is not carried out by this version (rule ${fault.rule}); nothing is planned without it, so take it out or wait for a version that has it.`;
    default:
      return fault satisfies never;
  }
}

function limits(fault: DesignFault & { readonly is: 'no-direction' }): readonly string[] {
  const said = [`the sync is ${fault.sync}`];
  if (fault.mapping !== null) said.push(`the mapping is ${fault.mapping}`);
  if (fault.readOnly !== null)
    said.push(`${fault.readOnly.field} is read-only, which leaves ${fault.readOnly.leaves}`);
  if (fault.transform !== null) said.push(`its transform runs ${fault.transform} and has no way back`);
  return said;
}

function expectedWords(expected: Expected): string {
  if (typeof expected === 'string') return EXPECTED[expected];
  if ('keysUpTo' in expected) return `a list of at most ${String(expected.keysUpTo)} keys`;
  const words = expected.oneOf.map((word) => JSON.stringify(word));
  return words.length === 1 ? words.join('') : `one of ${words.join(', ')}`;
}

const EXPECTED: Readonly<Record<Extract<Expected, string>, string>> = {
  object: 'an object',
  list: 'a list',
  text: 'a text',
  'filled-text': 'a text that is not blank',
  flag: 'true or false',
  'whole-number': 'a whole number of at least 0',
  number: 'a number of at least 0',
  'number-or-null': 'a number of at least 0, or null',
  share: 'a share from 0 to 1',
  'share-or-null': 'a share from 0 to 1, or null',
  pairs: 'a list of at least one pair of fields',
  country: 'a country of two capital letters, as in "NO"',
  moment: 'a moment with its zone, as in "2026-01-31T09:00:00Z"',
  'time-zone': 'a time zone as in "Europe/Oslo"',
  'two-ends': 'a list of two values, the first and the last one inside',
  'day-pattern': 'a day as in "DD.MM.YYYY"',
  'other-sign': 'another sign than the decimal one',
  'field-number': 'a number, since its field is one',
  'field-date': 'a date as in "2026-03-31", or as the file of its field has them',
  'stage-place':
    'a list of pipeline and stage, null where the side has no such field, and a status behind them where it has one; only a place with a status may leave its stage null',
  texts: 'a list of at least one text',
  'id-pair': '{ "left": field } or { "right": field }',
};

/** Each begins a sentence. */
const NOT_YET: Readonly<Record<NotCarriedOut, string>> = {
  'delete-rule': 'Deleting on one side what was deleted on the other, but under the profile salesforce,',
};

export function designWarningSentence(warning: DesignWarning): string {
  switch (warning.code) {
    case 'required-unmapped':
      return `The required ${warning.side} field ${warning.field} is not mapped, so every create on that side fails.`;
    case 'unknown-field':
      return `The ${warning.side} file of ${warning.sync} has no column ${JSON.stringify(warning.field)}; no rule needs it.`;
    case 'guard-off':
      return `The guard ${warning.guard} is switched off.`;
    case 'nothing-mapped':
      return `The sync ${warning.sync} maps no field, so nothing would be written.`;
    default:
      return warning satisfies never;
  }
}
