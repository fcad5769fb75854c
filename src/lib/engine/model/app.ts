import { salesforceId } from './salesforce-id.ts';

/** What the engine has to know of an app, by `apps.<side>.kind`: one place for what differs between apps. */
export interface AppFacts {
  /** Are a 15-character id and its 18-character form one id (S24)? Elsewhere ids are exact. */
  readonly shortIds: boolean;
  readonly blanks: BlankSemantics;
}

/** How an app's import reads a blank cell, and how a file tells it to empty a field (FORMATS.md, Change files). */
export interface BlankSemantics {
  /** `leaves`: the field stays as it is. `empties`: it is cleared, so a row holds exactly the fields it writes. */
  readonly blank: 'leaves' | 'empties';
  /** The cell that clears a field; null where a file cannot (with `empties` a blank does). */
  readonly clear: string | null;
  /** A last column that names the fields a row writes, for apps without a rule of their own. */
  readonly namesFields: boolean;
}

const PLAIN: AppFacts = {
  shortIds: false,
  blanks: { blank: 'leaves', clear: '', namesFields: true },
};

const APPS: ReadonlyMap<string, AppFacts> = new Map([
  ['hubspot', { ...PLAIN, blanks: { blank: 'leaves', clear: null, namesFields: false } }],
  [
    'salesforce',
    { ...PLAIN, shortIds: true, blanks: { blank: 'leaves', clear: '#N/A', namesFields: false } },
  ],
  ['odoo', { ...PLAIN, blanks: { blank: 'empties', clear: '', namesFields: false } }],
]);

/** Facts of an app; one nobody knows is plain CSV with exact ids. */
export const appFacts = (kind: string): AppFacts => APPS.get(kind) ?? PLAIN;

/** The form in which two ids of an app are one id: trimmed (S49), and the long form where it has two (S24). */
export const idForm = (kind: string): ((id: string) => string) =>
  appFacts(kind).shortIds ? salesforceId : (id) => id;
