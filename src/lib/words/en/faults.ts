import type { ErrorCategory, FixedBy } from '../../engine/index.ts';
import type { FaultOf } from '../fault-book.ts';
import { CATEGORIES } from './failure-words.ts';
import { callFaults, doubtFaults, pushFaults } from './fault-calls.ts';
import { hubspotFaults } from './fault-hubspot.ts';
import { fileFaults, odooFaults, pocketbaseFaults } from './fault-others.ts';
import { salesforceFaults } from './fault-salesforce.ts';
import type { FaultTold } from './fault-told.ts';

/** The error registry: what every refusal and failure of an app, a push or a file says, and what takes it away (ER). */
export const faults = () => ({
  /** Of a code; `app` is how the app is called. */
  told: (of: FaultOf, code: string, app: string): FaultTold | null => TOLD[of](app)[code] ?? null,
  /** The steps of a category. */
  steps: (category: ErrorCategory, fixedBy: FixedBy, app: string): readonly string[] =>
    fixedBy === 'time'
      ? ['Wait a while: nothing has to be changed. It is tried again.']
      : kindFaults(app)[category].slice(1),
  /** Of what nobody knows. */
  unknown: (app: string): FaultTold => [
    `${app} said no, in words that are not known here.`,
    `Read them as ${app} gave them: the record is tried again when it or its mapping changes.`,
  ],
  categories: CATEGORIES,
  fixedBy: { person: 'A person must act', time: 'Time fixes it' },
  anyApp: 'the app',
  page: {
    title: 'What went wrong · Drysync',
    head: 'What went wrong, and what fixes it',
    says: 'Every refusal and failure an app, a push or a file can answer with.',
    search: 'Look for a code or a word',
    all: 'All of them',
    none: 'Nothing here has that in it.',
    strange: 'This address names a code that is not known here.',
    link: (code: string): string => `The address of ${code}`,
    groups: {
      call: 'Calls to any app',
      doubt: 'What an answer left open',
      push: 'A push',
      salesforce: 'Salesforce',
      hubspot: 'HubSpot',
      odoo: 'Odoo',
      pocketbase: 'PocketBase',
      file: 'Files',
      kind: 'By category',
    } satisfies Record<FaultOf, string>,
  },
});

const kindFaults = (app: string): Readonly<Record<ErrorCategory, FaultTold>> => ({
  structural: [
    'A row of the file is no record.',
    'Correct the row in the file, or choose how it is read, and read it again.',
  ],
  mapping: [
    `A field or its type is not what ${app} has.`,
    `Compare the mapping’s field and type with what ${app} has, and correct the design.`,
  ],
  'property-value': [
    `${app} does not take a value.`,
    'Correct the value at its source, or give the mapping a form or a value map.',
    'Make a new plan: the record is tried again then.',
  ],
  duplicate: [
    `${app} has the record already.`,
    `Merge the two records in ${app}, or change one of the values.`,
    'Make a new plan: the record is linked or tried again then.',
  ],
  association: [
    `A record that this one names is not in ${app}.`,
    `Bring the parent to ${app} first, or correct the id or the association.`,
  ],
  permission: [
    `The user who is signed in to ${app} may not do this.`,
    `Give this user the right to do it, in ${app}, or sign in as somebody who has it.`,
    'Then try what was refused again.',
  ],
  deleted: [
    `The record is not in ${app} any more.`,
    `Read ${app} again: the next plan says what becomes of its counterpart.`,
  ],
  transport: [
    `${app} could not be reached, or would not take calls.`,
    `Look at the words of ${app}, then try again.`,
  ],
  automation: [
    `A rule or a flow of ${app} stopped the write.`,
    `Read which rule or flow of ${app} it is, and meet it or let it pass these records.`,
    'Then try what was refused again.',
  ],
});

const TOLD: Readonly<Record<FaultOf, (app: string) => Readonly<Record<string, FaultTold>>>> = {
  call: callFaults,
  doubt: doubtFaults,
  push: pushFaults,
  salesforce: salesforceFaults,
  hubspot: hubspotFaults,
  odoo: odooFaults,
  pocketbase: pocketbaseFaults,
  file: fileFaults,
  kind: kindFaults,
};
