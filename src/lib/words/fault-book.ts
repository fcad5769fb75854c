import type { ErrorCategory, FixedBy } from '../engine/index.ts';
import { APP_CODES, APP_PHRASES } from '../engine/show.ts';

/** Whose a code is: of a call to any app, of what an answer leaves open, of a push, of a file, of one app; `kind` are the categories themselves. */
export type FaultOf =
  'call' | 'doubt' | 'push' | 'file' | 'salesforce' | 'hubspot' | 'odoo' | 'pocketbase' | 'kind';

/** What is known of a refusal or failure, whatever the language (ER). */
export interface FaultFacts {
  readonly of: FaultOf;
  readonly code: string;
  /** Null where each case says its own. */
  readonly category: ErrorCategory | null;
  readonly fixedBy: FixedBy;
}

type Listed = readonly [of: FaultOf, category: ErrorCategory | null, fixedBy: FixedBy, codes: string];

const LISTED: readonly Listed[] = [
  ['call', 'transport', 'time', 'no-answer timeout rate-limit daily-limit app-down locked'],
  ['call', 'transport', 'person', 'signed-out not-understood no-relay relay-refused stopped'],
  ['call', 'permission', 'person', 'forbidden'],
  ['call', 'deleted', 'person', 'not-found'],
  ['call', null, 'person', 'refused'],
  // What an answer left open of a record; it is looked for before anybody is asked.
  ['doubt', 'transport', 'time', 'not-told told-twice told-both-ways doubtful another-answer another-record'],
  ['doubt', 'transport', 'time', 'unprocessed field-not-kept lifecycle-stage association not-understood'],
  // What is still open once it was looked for, and why a push stands still by itself.
  [
    'push',
    'transport',
    'person',
    'no-unique-key another-persons other-form other-values several again-and-again wrong-account canary one-error',
  ],
  [
    'file',
    'structural',
    'person',
    'empty-file cancelled changed-while-read unreadable another-kind no-header header-width unknown-encoding bad-delimiter not-in-encoding row-too-long broken-workbook workbook-too-large no-such-sheet',
  ],
  // Beside those that stand in files of results, which the engine knows.
  ['hubspot', 'property-value', 'person', 'MISSING_CONDITIONAL_REQUIRED_PROPERTY'],
  ['hubspot', 'duplicate', 'person', 'CONFLICTING_UNIQUE_VALUE'],
  ['hubspot', 'association', 'person', 'INVALID_OBJECT_IDS'],
  ['hubspot', 'transport', 'time', 'LOCKED'],
  ['odoo', 'permission', 'person', 'odoo.exceptions.AccessError'],
  ['odoo', 'deleted', 'person', 'odoo.exceptions.MissingError'],
  [
    'odoo',
    'property-value',
    'person',
    'odoo.exceptions.ValidationError builtins.ValueError builtins.TypeError',
  ],
  ['odoo', 'automation', 'person', 'odoo.exceptions.UserError'],
  ['odoo', 'mapping', 'person', 'builtins.KeyError'],
  ['pocketbase', 'duplicate', 'person', 'validation_not_unique'],
  ['pocketbase', 'association', 'person', 'validation_missing_rel_records'],
  ['pocketbase', 'property-value', 'person', 'validation_required validation_'],
  ...(
    [
      'structural',
      'mapping',
      'property-value',
      'duplicate',
      'association',
      'permission',
      'deleted',
      'transport',
      'automation',
    ] as const
  ).map((category): Listed => ['kind', category, 'person', category]),
];

const pageOf = (of: FaultOf, code: string): string => `${of}.${code}`;

/** Every code that a connector, a push or a file can give, by the stable name of its page in the help. */
export const FAULT_BOOK: ReadonlyMap<string, FaultFacts> = new Map([
  ...LISTED.flatMap(([of, category, fixedBy, codes]) =>
    codes.split(' ').map((code): [string, FaultFacts] => [pageOf(of, code), { of, code, category, fixedBy }]),
  ),
  ...[...APP_CODES].map(([code, { app, category, fixedBy = 'person' }]): [string, FaultFacts] => [
    pageOf(app, code),
    { of: app, code, category, fixedBy },
  ]),
]);

/** What went wrong, as connectors, the push and readers of files say it: a fault of a call, a refusal of a record, a pause. */
export interface SomeFault {
  readonly code: string;
  readonly category?: ErrorCategory | null;
  /** The app's own words. */
  readonly said?: string;
}

/** In which of them a code is looked for first: `call` finds an app's own code in its words. */
const ORDER: readonly FaultOf[] = [
  'call',
  'salesforce',
  'hubspot',
  'odoo',
  'pocketbase',
  'doubt',
  'push',
  'file',
];

/**
 * The page of a fault: of its own code, of the code that stands first in the app's words, of its category; null where nobody knows any of
 * them. `of`: where it is known what gave the code.
 */
export function faultPage({ code, category = null, said = '' }: SomeFault, of?: FaultOf): string | null {
  const open = code === 'refused' || code === '';
  const inWords = open || category === null ? ownCodeIn(said) : null;
  const names = [
    ...(inWords === null ? [] : ORDER.map((one) => pageOf(one, inWords))),
    ...(of === undefined ? ORDER : [of]).map((one) => pageOf(one, code)),
    ...(code.startsWith('validation_') ? ['pocketbase.validation_'] : []),
    ...(category === null ? [] : [pageOf('kind', category)]),
  ];
  // Of an app's no the category says more than that it is one.
  const known = names.filter((name) => FAULT_BOOK.has(name));
  return known.find((name) => name !== 'call.refused') ?? known[0] ?? null;
}

/** `CODE: …`, or one of Salesforce's sentences that tools give without it. */
function ownCodeIn(said: string): string | null {
  const text = said.trim();
  const [, code = ''] = /^([A-Z][A-Z0-9_]{3,})(?![A-Za-z0-9_])/.exec(text) ?? [];
  if (APP_CODES.has(code)) return code;
  return APP_PHRASES.find(({ begins }) => text.startsWith(begins))?.code ?? null;
}
