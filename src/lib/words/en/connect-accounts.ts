import type { Speech } from '../speech.ts';

/** The project's accounts, and the vault that keeps their sign-ins. */
export const accountWords = ({ list }: Speech) => ({
  title: 'Accounts',
  says: 'Each side is read from one account, and what is approved for it is written there alone.',
  table: 'Accounts of this project',
  columns: {
    side: 'Side',
    account: 'Account',
    reads: 'Object syncs read from it',
    checked: 'Last checked',
    state: 'State',
    acts: 'Acts',
  },
  none: 'No account: its records are from files, or were read before.',
  noReads: 'None yet',
  readsOf: (names: readonly string[]): string => list(names),
  neverChecked: 'Not noted',
  signedIn: 'Signed in',
  signedOut: 'Signed out',
  inVault: 'in the vault',
  add: 'Connect an account',
  signIn: 'Sign in',
  signOut: 'Sign out',
  part: 'Part from it',

  vault: {
    title: 'Vault on this machine',
    none: 'Sign-ins are kept in memory and end when the page is loaded again. A vault keeps those of this project in this browser, sealed under a passphrase; it is in no export and no backup.',
    closed: 'Closed. Opened with its passphrase, it signs in to every account it holds.',
    open: 'Open until the page is loaded again. Whoever signs in now is kept in it.',
    holds: (accounts: readonly string[]): string =>
      accounts.length === 0 ? 'It holds no sign-in yet.' : `It holds the sign-in of ${list(accounts)}.`,
    make: 'Keep sign-ins in a vault',
    unlock: 'Open the vault',
    again: 'Sign in from the vault',
    forget: 'Forget the vault',
    forgetSays: 'Deletes the vault and all sign-ins in it. Who is signed in now stays so in this visit.',
    opening: 'Opening the vault, and asking each app whose account it is',
    passphrase: 'Passphrase',
    passphraseHint:
      'At least 12 characters; several words are best. It is stored nowhere: without it the vault cannot be opened, only forgotten.',
    repeat: 'The same once more',
    notTheSame: 'The two are not the same. Type the passphrase again.',
    cancel: 'Cancel',
    notIn: (account: string): string => `${account}: not signed in.`,
  },
});
