import type { Both, HubSpotChange, HubSpotClass, HubSpotRefusal, Transform } from '../../engine/index.ts';
import type { ConflictRule, IdentifierName, ObjectKind } from '../../engine/model/design.ts';
import type { Speech } from '../speech.ts';
import { FORM_WORDS } from './differ-words.ts';

/** What records of a kind are called: one, several. */
const NOUNS: Readonly<Record<ObjectKind, readonly [string, string]>> = {
  companies: ['company', 'companies'],
  contacts: ['contact', 'contacts'],
  leads: ['lead', 'leads'],
  products: ['product', 'products'],
  deals: ['deal', 'deals'],
  invoices: ['invoice', 'invoices'],
  tickets: ['ticket', 'tickets'],
  activities: ['activity', 'activities'],
  custom: ['record', 'records'],
};

const IDENTIFIERS: Readonly<Record<IdentifierName, string>> = {
  email: 'e-mail address',
  name: 'name',
  domain: 'domain',
  sku: 'SKU',
};

const TRANSFORMS: Readonly<Record<Transform['kind'], string>> = {
  trim: 'spaces at the ends taken away',
  case: 'another case',
  split: 'a part of the text',
  join: 'several fields as one',
  phone: 'phones in one form',
  'value-map': 'a table of values',
  constant: 'a constant',
  'date-format': 'a form of dates',
  'number-format': 'a form of numbers',
  lookup: 'a look-up',
};

/** What a class is called in a table, and what it says of so many records, `#`. */
const CLASSES: Readonly<Record<HubSpotClass, readonly [title: string, one: string, other: string]>> = {
  'name-alone': [
    'Linked by name alone',
    'would be linked by name although its {other} differs',
    'would be linked by name although their {other}s differ',
  ],
  'other-partner': [
    'Linked with another record',
    'would be linked with another record than your design links it with',
    'would be linked with other records than your design links them with',
  ],
  linked: [
    'Linked by HubSpot alone',
    'would be linked that your design does not link',
    'would be linked that your design does not link',
  ],
  doubled: [
    'Created twice',
    'would be created a second time: your design links it with a record that is there',
    'would be created a second time: your design links them with records that are there',
  ],
  created: [
    'Created by HubSpot alone',
    'would be created that your design does not create',
    'would be created that your design does not create',
  ],
  unlinked: [
    'Linked by your design alone',
    'would be set aside that your design links',
    'would be set aside that your design links',
  ],
  'not-created': [
    'Created by your design alone',
    'would not be created that your design creates',
    'would not be created that your design creates',
  ],
  overwritten: [
    'Overwritten',
    'would have a value overwritten that your design leaves or writes otherwise',
    'would have values overwritten that your design leaves or writes otherwise',
  ],
  cleared: [
    'Cleared',
    'would have a value cleared that your design keeps',
    'would have values cleared that your design keeps',
  ],
  kept: [
    'Left as it is',
    'would keep a value that your design overwrites',
    'would keep values that your design overwrites',
  ],
  filled: ['Filled otherwise', 'would have a blank filled otherwise', 'would have blanks filled otherwise'],
  form: [
    'Only the form',
    'would be written otherwise only in the form of a value that is the same',
    'would be written otherwise only in the form of values that are the same',
  ],
  'create-otherwise': [
    'Created with other values',
    'would be created with other values',
    'would be created with other values',
  ],
  asked: [
    'Asked about in one plan',
    'would be asked about in one of the two plans alone',
    'would be asked about in one of the two plans alone',
  ],
  'taken-in': [
    'Takes part with HubSpot alone',
    'would be in sync that your design leaves out',
    'would be in sync that your design leaves out',
  ],
  'left-out': [
    'Takes part with your design alone',
    'would be left out that your design has in sync',
    'would be left out that your design has in sync',
  ],
  'set-aside': [
    'Set aside otherwise',
    'would be set aside in both plans, in another way',
    'would be set aside in both plans, in another way',
  ],
  same: ['The same', 'would be the same', 'would be the same'],
};

const CONFLICTS: Readonly<Record<ConflictRule, (apps: Both<string>) => string>> = {
  winner: () => 'the winner',
  left: ({ left }) => `${left} wins`,
  right: ({ right }) => `${right} wins`,
  'most-recent': () => 'the most recent value wins',
  'fill-blank': () => 'only blanks are filled',
  ask: () => 'a person is asked',
};

/** What HubSpot's defaults would do with the same records (SA2), on the screen and on the command line. */
export const hubspotWords = ({ plural, list, count }: Speech) => ({
  otherwise: (change: HubSpotChange, apps: Both<string>): string => {
    switch (change.code) {
      case 'by-hand':
        return plural(change.count, {
          one: 'The # link or conflict decided by hand here is not known to HubSpot.',
          other: 'The # links and conflicts decided by hand here are not known to HubSpot.',
        });
      case 'keys':
        return change.keys.length === 0
          ? `${capital(NOUNS[change.kind][1])} are matched by nothing, not by ${keysSaid(change.own, list)}: every record without a link is new.`
          : `${capital(NOUNS[change.kind][1])} are matched by ${keysSaid(change.keys, list)}, not by ${keysSaid(change.own, list)}.`;
      case 'web-address':
        return `${pairSaid(change)} is a web address and no domain to HubSpot, so it is no key.`;
      case 'id-pair':
        return `${change.field} in ${apps[change.side]} holds ids of the other app, which HubSpot does not match by.`;
      case 'first-key':
        return 'Where keys find different records, the first key does not decide: the record is reported.';
      case 'no-key':
        return 'Records without a key are left out, not created.';
      case 'placeholders':
        return 'Words for nothing, such as n/a, are keys as any other text.';
      case 'public-domains':
        return 'Domains of public mail providers, such as gmail.com, are keys as any other domain.';
      case 'closest':
        return 'Of records with one key the first of each side are linked, not those that agree most.';
      case 'valid-email':
        return `Only contacts with a valid e-mail address take part (${pairSaid(change)}).`;
      case 'conflict':
        return `${pairSaid(change)}: ${apps[change.winner]} wins as in the whole sync; in your design ${CONFLICTS[change.own](apps)}.`;
      case 'rewrite-form':
        return `${pairSaid(change)}: values that differ only in form are left as they are.`;
      case 'same':
        return `${pairSaid(change)}: texts are compared as they stand; your design calls them the same in another form (${list(change.forms.map((form) => FORM_WORDS[form]))}).`;
      case 'transform':
        return `${pairSaid(change)}: values go over as they stand, without ${TRANSFORMS[change.kind]}.`;
      case 'mapping-off':
        return `${pairSaid(change)}: not mapped, since HubSpot has no transforms (${TRANSFORMS[change.kind]}).`;
      case 'fill-winner':
        return 'Blanks of the winner are filled from the other side.';
      case 'clears':
        return `A value that was cleared on one side is never cleared on the other; your design ${change.own === 'ask' ? 'asks' : 'clears it'}.`;
      case 'required-parent':
        return `A record is written without its parent in ${change.to} where that is missing; your design calls it failing.`;
      case 'all-parents':
        return `Of several parents in ${change.to} only the primary one counts (${apps[change.side]}).`;
      case 'recreate':
        return `A record whose counterpart in ${apps[change.side === 'left' ? 'right' : 'left']} was deleted is not created again by itself.`;
      default:
        return change satisfies never;
    }
  },
  classOf: (is: HubSpotClass): string => CLASSES[is][0],
  /** Of `count` records of a kind. */
  said: (is: HubSpotClass, many: number, kind: ObjectKind): string => {
    const other = kind === 'products' ? IDENTIFIERS.sku : IDENTIFIERS.domain;
    const [, one, several] = CLASSES[is];
    const [noun, nouns] = NOUNS[kind];
    return plural(many, {
      one: `# ${noun} ${one.replace('{other}', other)}.`,
      other: `# ${nouns} ${several.replace('{other}', other)}.`,
    });
  },
  refused: (why: HubSpotRefusal): string => {
    switch (why.code) {
      case 'profile':
        return 'Not compared: this design has the profile salesforce, and what HubSpot’s Salesforce integration matches by is not documented. Compare under the profile data-sync.';
      case 'no-identifier':
        return `Not compared: HubSpot matches ${NOUNS[why.kind][1]} by ${list(why.wanted.map((name) => IDENTIFIERS[name]))}, and no fields of ${why.sync} are known to hold that. Name them under matching, identifiers.`;
      case 'design':
        return `Not compared: without what HubSpot does not have the design has ${count(why.errors.length)} errors.`;
      default:
        return why satisfies never;
    }
  },
  columns: { is: 'With HubSpot', subjects: 'Records or pairs' },
  read: 'Records read',
  otherwiseTitle: 'What HubSpot does otherwise',
  nothingOtherwise: 'HubSpot does nothing otherwise: your design has its defaults.',
  noDifference: 'No record would be treated otherwise.',
});

const pairSaid = ({ left, right }: Both<string>): string => (left === right ? left : `${left} / ${right}`);

function keysSaid(keys: readonly (readonly Both<string>[])[], list: Speech['list']): string {
  if (keys.length === 0) return 'nothing';
  return list(keys.map((fields) => fields.map(pairSaid).join(' + ')));
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
