import type { Mutant } from './mutant.ts';

/** Keys that mislead though each match stands: KW12, KW13. */
export const DOUBTFUL_KEYS: readonly Mutant[] = [
  {
    id: 'pairs-of-a-key-go-astray',
    rule: 'KW12',
    file: 'plan/crossed-keys.ts',
    find: 'by !== BY.baseline && by !== BY.idPair',
    replace: 'by !== BY.baseline',
    why: 'says nothing of pairs of one id whose keys are those of each other',
  },
  {
    id: 'one-key-that-differs-is-astray',
    rule: 'KW12',
    file: 'plan/crossed-keys.ts',
    find: 'return !codes.some(',
    replace: 'return !codes.every(',
    why: 'warns of a pair that agrees by another key',
  },
  {
    id: 'excluded-pairs-cross',
    rule: 'KW12',
    file: 'plan/crossed-keys.ts',
    find: ' && outcomes[pair] !== excluded',
    replace: '',
    why: 'warns of pairs that are left out',
  },
  {
    id: 'own-side-crosses',
    rule: 'KW12',
    file: 'plan/crossed-keys.ts',
    find: 'const code = codes[other][pairs[other][astray[at]!]!]!;',
    replace: 'const code = codes[side][pairs[side][astray[at]!]!]!;',
    why: 'warns of every pair whose key changed',
  },
  {
    id: 'several-of-one-side-alone',
    rule: 'KW13',
    file: 'plan/several-notes.ts',
    find: '(one.side === side ? one.row : one.other)',
    replace: '(one.side === side ? one.row : -1)',
    why: 'says nothing of the create that another cell holds the address of',
  },
  {
    id: 'several-whatever-becomes-of-it',
    rule: 'KW13',
    file: 'plan/several-notes.ts',
    find: 'plan.acts[start + at] === create && ',
    replace: '',
    why: 'says it of records that are left out',
  },
  {
    id: 'one-address-is-several',
    rule: 'KW13',
    file: 'read/several-addresses.ts',
    find: 'found.size < 2',
    replace: 'found.size < 1',
    why: 'takes a cell apart that holds an address and something else with a sign of one',
  },
];
