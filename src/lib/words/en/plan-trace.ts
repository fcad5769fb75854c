import type { Speech } from '../speech.ts';

/** A step of Explain: a line, and a sentence or two. */
interface Said {
  readonly title: string;
  readonly detail: string;
}

interface KeyFound {
  readonly key: string;
  readonly found: number;
  readonly text: string;
  /** What the normalisers make of the text, where that is another. */
  readonly as: string | null;
  readonly there: string;
  readonly ids: string;
  /** False: these records are bound already. */
  readonly counts: boolean;
}

/** What the engine tried and decided about a record, step by step. */
export const planTrace = ({ count, plural }: Speech) => ({
  same: (fields: readonly string[]): Said => ({
    title: plural(fields.length, { one: '# field is the same', other: '# fields are the same' }),
    detail: fields.join(', '),
  }),
  read: (app: string, id: string, row: number): Said => ({
    title: `Read from ${app}`,
    detail: `Record ${id}, data row ${count(row)} of the file.`,
  }),
  linkedBefore: (id: string): Said => ({
    title: 'Linked before, so no key was needed',
    detail: `The link to ${id} stands from an earlier plan.`,
  }),
  linkedByPerson: (id: string): Said => ({
    title: 'Linked by you, so no key was needed',
    detail: `You said that it is the same as ${id}.`,
  }),
  linkedAsCreated: (id: string): Said => ({
    title: 'Linked as what was handed over',
    detail: `${id} is new and has every value that was handed over to be created.`,
  }),
  linkedById: (id: string): Said => ({
    title: 'Linked by record id',
    detail: `One side holds the id of the other: ${id}.`,
  }),
  counterpartMissing: (id: string, there: string): Said => ({
    title: 'Its counterpart is not in this export',
    detail: `It was linked to ${id} in ${there}. Gone from a file is never read as deleted.`,
  }),
  keyBlank: (key: string, app: string): Said => ({
    title: `Key ${key}: blank`,
    detail: `${app} has no value for this key; a blank never matches.`,
  }),
  /** `as`: what the normalisers make of the text, where that is another. */
  keyFindsNothing: (key: string, text: string, as: string | null, there: string): Said => ({
    title: `Key ${key}: finds nothing`,
    detail: `${readAs(text, as)} is in no record of ${there}.`,
  }),
  keyFinds: ({ key, found, text, as, there, ids, counts }: KeyFound): Said => ({
    title: `Key ${key}: finds ${count(found)}`,
    detail: counts
      ? `${readAs(text, as)} is also in ${there}: ${ids}.`
      : `${readAs(text, as)} is also in ${there}: ${ids}. It does not count here: these are bound already.`,
  }),
  boundByKey: (key: string, value: string): Said => ({
    title: `Linked by ${key}`,
    detail: `Both sides have ${value}; the first records in reading order are bound.`,
  }),
  setAside: 'Set aside',
  noMatch: (there: string): Said => ({
    title: 'No counterpart',
    detail: `No key finds this record in ${there}.`,
  }),
  inScope: { title: 'In scope', detail: 'Nothing keeps it out.' },
  inScopeByEmail: { title: 'In scope', detail: 'Its e-mail address is valid.' },
  outOfScope: 'Kept out',
  refused: 'A value would be refused',
  noted: 'Worth a look',
  outcome: (word: string, says: string): Said => ({ title: `So: ${word}`, detail: `${says}.` }),
  field: {
    openFirst: (field: string) => `${field}: values differ, left open`,
    openBoth: (field: string) => `${field}: both changed, left open`,
    nothingUntil: 'Nothing is written for this field until you choose.',
    directionForbids: (field: string) => `${field}: the direction forbids the write`,
    bothValuesStay: 'Both values stay.',
    byRule: (field: string) => `${field}: decided by rule`,
    travels: (field: string, app: string) => `${field}: travels to ${app}`,
    written: (because: string, value: string, app: string) => `${because}. ${value} in ${app}.`,
    cleared: (because: string, app: string) => `${because}. The value is cleared in ${app}.`,
    bothStay: (field: string) => `${field}: both stay`,
    onlyBlanks: 'Only blanks are filled.',
    youLeft: 'You decided to leave both.',
    noWrite: (field: string) => `${field}: no write`,
    firstMatch: 'First match, no baseline.',
    mappedLater: 'It was mapped after these two were linked.',
    waitsForChange: 'Under Salesforce’s rules it waits until the record changes.',
    bothChanged: 'Both changed since the baseline.',
    neitherChanged: 'Neither changed since the baseline.',
    oneChanged: (app: string) => `Only ${app} changed since the baseline.`,
    blankStays: (app: string) => `A blank in ${app} changes nothing here.`,
    winnerBlank: (app: string) => `A blank in ${app} is not filled: the winner stays blank.`,
    doesNotTravel: 'The direction does not let it travel.',
  },
  origin: {
    documented: 'HubSpot documents this behaviour',
    partly: 'documented in its core; Drysync fills in what is not',
    own: 'Drysync’s own choice, where nothing is documented',
  },
  /** Under the steps; `documented`: the ids among them that HubSpot documents. */
  foot: (documented: readonly string[]) =>
    documented.length === 0
      ? 'A rule id names the rule that was applied. HubSpot documents none of these; they are, wholly or in part, Drysync’s own choices.'
      : `A rule id names the rule that was applied. HubSpot documents ${documented.join(', ')}; the others are, wholly or in part, Drysync’s own choices.`,
});

const readAs = (text: string, as: string | null): string => (as === null ? text : `${text} (read as ${as})`);
