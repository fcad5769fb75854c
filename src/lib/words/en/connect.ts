import type { LiveApp } from '../../conversation/index.ts';
import type { Speech } from '../speech.ts';
import { accountWords } from './connect-accounts.ts';
import { rightsOf } from './connect-rights.ts';
import { windowWords } from './connect-window.ts';

/** A side that is an app: signing in, what is read, what the app can do. */
export const connect = (speech: Speech) => {
  const { count, list, plural } = speech;
  return {
    apps: NAMES,
    connect: 'Connect an app',
    orApp: 'Or read the records from the app itself, through its interface.',
    orFile: 'This side is read from a file. It can be read from the app itself instead.',
    fileInstead: 'Load a file instead',

    title: (app: string | null): string => (app === null ? 'Connect an app' : `Connect ${app}`),
    which: 'App',
    cancel: 'Cancel',
    back: 'Another app',
    next: 'Continue',
    /** Why an app cannot be chosen here. */
    notHere: {
      noRelay: {
        title: 'No app can be connected from this page.',
        detail:
          'It comes from a host of plain files. The server that npm start runs passes calls on to apps; here, files are read as before.',
      },
      odoo: 'Name it when Drysync is started: npm start -- --odoo https://company.odoo.com',
      pocketbase: 'Name it when Drysync is started: npm start -- --pocketbase http://127.0.0.1:8090',
      salesforce:
        'Name it when Drysync is started: npm start -- --salesforce https://company.my.salesforce.com',
      hubspot: 'The server of Drysync does not pass calls on to HubSpot.',
    } satisfies Record<LiveApp, string> & { readonly noRelay: { title: string; detail: string } },
    notNamed: (host: string): string => `Drysync was not started for ${host}, so it cannot be called.`,
    by: {
      relay: (hosts: readonly string[]): string => `by this machine’s Drysync server to ${list(hosts)}`,
      direct: (origins: readonly string[]): string => `from this page to ${list(origins)}`,
    },

    accounts: accountWords(speech),
    window: windowWords(),

    rights: rightsOf(),
    rightsTitle: 'What it may do there, and why',
    right: 'Right',
    why: 'For what',
    memoryOnly:
      'What is typed here stays in the memory of this page. It is not stored, and ends when the page is loaded again or you sign out.',
    inVault:
      'The vault is open: what is typed here is kept in it, sealed under your passphrase, until you forget it or part from the account.',

    signIn: 'Sign in',
    signingIn: 'Signing in, and asking what the app has',
    address: 'Address',
    database: 'Database',
    databaseHint: 'Blank where the server has one only.',
    email: 'E-mail of a superuser',
    secret: {
      hubspot: 'Access token of a private app',
      salesforce: 'Session token',
      odoo: 'API key',
      pocketbase: 'Password',
    } satisfies Record<LiveApp, string>,
    secretHint: {
      hubspot: 'In HubSpot: Settings, Integrations, Private apps. It begins with pat-.',
      salesforce: 'Of a session of a user with the right “API Enabled”; it ends with that session.',
      odoo: 'In Odoo: My profile, Account security, New API key.',
      pocketbase: 'A superuser, because only one is told what collections there are.',
    } satisfies Record<LiveApp, string>,
    sameAccount: (name: string, id: string): string =>
      `The records of this side are of ${name} (${id}). Only that account is let in.`,
    part: 'Part from this account',
    partSays: 'Forgets the account, so that another can be signed in to. Records that were read stay.',

    account: (name: string, id: string): string => (name === id ? name : `${name} (${id})`),
    accountLabel: 'Account',
    object: 'Read',
    objectOf: (label: string, fields: number): string =>
      `${label}, ${plural(fields, { one: '# field', other: '# fields' })}`,
    noObjects: 'This sign-in may read no kind of records. Give it the rights that are listed.',
    replaces: (name: string): string =>
      `The design names columns of ${name}. Fields of the app are called otherwise: keys and mappings of this sync are to be chosen again.`,
    read: 'Read the records',
    cuts: (read: number): string =>
      plural(read, {
        one: '# record was read before it was cut.',
        other: '# records were read before it was cut.',
      }),

    /** What the app can and cannot do, from the connector itself. */
    can: {
      title: 'What this app can and cannot do',
      yes: 'can',
      no: 'cannot',
      rows: {
        readChanged: 'Give only what changed since a time',
        readDeleted: 'Tell what was deleted or archived',
        create: 'Create records',
        update: 'Change records',
        upsert: 'Keep a second record of one key out while creating',
        clear: 'Clear a value',
        remove: { archive: 'Archive records', delete: 'Delete records', none: 'Delete records' },
        restore: 'Bring deleted records back',
      },
      batch: (size: number, whole: boolean): string =>
        size === 1
          ? 'One record a call'
          : whole
            ? `${count(size)} records a call, all of them or none`
            : `${count(size)} records a call, each on its own`,
      rate: (calls: number, seconds: number): string =>
        `${plural(calls, { one: '# call', other: '# calls' })} in ${plural(seconds, { one: '# second', other: '# seconds' })} at most`,
    },

    line: {
      label: (app: string, account: string): string => `${app}: sign-in of ${account}`,
      signedIn: (app: string): string => `Signed in to ${app}`,
      signedOut: (app: string): string =>
        `Signed out of ${app}. A sign-in ends when the page is loaded again; the records that were read are here.`,
      again: 'Read again',
      other: 'Read something else',
      signInAgain: 'Sign in again',
      signOut: 'Sign out',
      goOn: 'Go on reading',
    },
    facts: {
      read: 'Records read',
      stored: 'Stored',
      rejected: 'Rejected',
      fields: 'Fields',
      readIn: 'Read in',
      repeated: (records: number): string =>
        plural(records, {
          one: '# record came twice while it was read. The first is stored.',
          other: '# records came twice while they were read. The first of each is stored.',
        }),
    },
    liveAt: (when: string): string => `Live, read ${when}`,
    reading: (app: string, object: string): string => `${app}: ${object}`,
  };
};

const NAMES: Readonly<Record<LiveApp, string>> = {
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  odoo: 'Odoo',
  pocketbase: 'PocketBase',
};
