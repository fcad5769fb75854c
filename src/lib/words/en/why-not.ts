import type { LinkBy, Outcome } from '../../engine/index.ts';
import type { Misleading } from '../../engine/model/design.ts';
import type { Speech } from '../speech.ts';
import { flowWord } from './design-mappings.ts';
import { designMatching } from './design-matching.ts';
import { designSteps } from './design-steps.ts';

/** A line, and a sentence on it. */
interface Said {
  readonly title: string;
  readonly detail: string;
}

/** Why two records are not linked, and what would link them. */
export const whyNot = (speech: Speech) => {
  const { count, plural, signed, seconds, list } = speech;
  return {
    title: (project: string) => `Why not? · ${project} · Drysync`,
    head: 'Why not?',
    says: 'why two records are not linked, and what would link them',
    back: (plan: number) => `Plan ${count(plan)}`,
    change: 'Pick another',
    keep: 'Keep this one',
    pick: (app: string) => `Pick a record of ${app}`,
    search: 'A name or an id',
    found: (many: number, shown: number) =>
      shown < many
        ? `${plural(many, { one: '# record', other: '# records' })}, the first ${count(shown)} shown`
        : plural(many, { one: '# record', other: '# records' }),
    byKeys: 'Found by its keys. Search for any other.',
    nothing: 'Search for a record by its name or id.',
    row: (row: number) => `data row ${count(row)}`,
    gone: 'The files have no such record any more.',
    /** In the middle, between the two. */
    linked: 'Linked',
    notLinked: 'Not linked',
    linkedBy: {
      baseline: 'from an earlier plan',
      'id-pair': 'by record id',
      key: 'by key',
      probabilistic: 'by likeness',
      person: 'by you',
      created: 'as what was handed over',
    } satisfies Record<LinkBy, string>,
    linkedByKey: (key: string, value: string) => `by ${key}, ${value}`,
    score: (shared: number, missed: number) =>
      `${plural(shared, { one: '# key shared', other: '# keys shared' })}, ${count(missed)} missed`,
    link: 'Link these two',
    unlink: 'Undo my link',
    copy: 'Copy as text',
    copied: 'Copied.',
    notCopied: 'This browser does not let a page copy.',
    keys: {
      title: 'Keys',
      says: (own: number, others: number) =>
        `${count(own)} in the design, ${count(others)} more that ${others === 1 ? 'is not a key' : 'are not keys'}`,
      key: 'Key',
      result: 'Result',
      none: 'This sync has no keys.',
      notKey: 'not a key',
      readAs: 'read as',
      noKey: 'no key',
      shared: 'shared',
      missed: 'missed',
      blank: 'a blank never matches',
      would: 'would be shared',
      differs: 'differs too',
      onlyThese: 'no other record has it',
      others: (left: number, right: number, apps: { readonly left: string; readonly right: string }) =>
        `${apps.left} has it ${times(left)}, ${apps.right} ${times(right)}`,
      finds: (ids: string) => `finds ${ids}`,
      findsNothing: (app: string) => `in no record of ${app}`,
      without: {
        placeholders: 'a word for nothing is no key here',
        publicDomains: 'a public mail domain is no key here',
      } satisfies Record<Misleading, string>,
    },
    normalisers: designMatching(speech).normalisers,
    steps: {
      title: 'What stands between them',
      says: (some: number, all: number) =>
        `${count(some)} of ${plural(all, { one: '# step', other: '# steps' })}`,
      linked: 'Nothing: they are linked.',
      stands: 'stands between them',
      passes: 'does not stand between them',
      verdict: (said: boolean): Said =>
        said
          ? { title: 'You said that they are different', detail: 'A person’s word outranks every key.' }
          : { title: 'Not parted by a person', detail: 'Nobody said that they are different.' },
      free: { title: 'Both are free', detail: 'Neither is linked to another record.' },
      bound: (app: string, other: string, how: string): Said => ({
        title: `The record of ${app} is linked to another`,
        detail: `${other}, ${how}. A record is in one link at most.`,
      }),
      boundMissing: (app: string, id: string): Said => ({
        title: `The record of ${app} is linked to one that is not in this export`,
        detail: `${id} keeps its link; a record gone from a file is never read as deleted.`,
      }),
      gone: (app: string, why: string): Said => ({
        title: `The record of ${app} is archived`,
        detail: `${why} Nobody is linked with it.`,
      }),
      unclear: (app: string, why: string): Said => ({
        title: `The link of the record of ${app} is unclear`,
        detail: why,
      }),
      noKeys: { title: 'This sync matches by no key', detail: 'Every record without a link is new.' },
      shares: (keys: readonly string[]): Said => ({
        title: plural(keys.length, { one: 'They share # key', other: 'They share # keys' }),
        detail: list(keys),
      }),
      sharesNone: { title: 'They share no key', detail: 'No key has the same value on both.' },
      findsAnother: (key: string, app: string, value: string, others: string): Said => ({
        title: `The record of ${app} finds another by ${key}`,
        detail: `${value} is ${others}. All keys that hit must agree.`,
      }),
      sameSignature: {
        title: 'Their keys agree',
        detail: 'Every key by which either hits the other side is shared.',
      },
      taken: (app: string, ids: string, closest: boolean): Said => ({
        title: `Another record of ${app} with these keys is linked`,
        detail: closest
          ? `${ids}. Of several, those that agree in most fields are linked.`
          : `${ids}. Of several, the first of each side are linked; the others are duplicates.`,
      }),
      rejectedRow: (app: string, there: string, value: string, line: number): Said => ({
        title: `A key of the record of ${app} is in a row that could not be read`,
        detail: `${value}, line ${count(line)} of the file of ${there}.`,
      }),
      archivedKey: (app: string, there: string, value: string, id: string): Said => ({
        title: `A key of the record of ${app} is that of an archived one`,
        detail: `${value}, held by ${id} in ${there}.`,
      }),
      keptOut: (reason: string): Said => ({
        title: 'Linked, they would be kept out of the sync',
        detail: reason,
      }),
      inScope: {
        title: 'Filters, lists, stages, e-mail',
        detail: 'Nothing would keep them out of the sync.',
      },
      direction: (direction: Parameters<typeof flowWord>[0], apps: Parameters<typeof flowWord>[1]): Said => ({
        title: 'Direction',
        detail: `Values flow ${flowWord(direction, apps)}. A direction never keeps a link from being made.`,
      }),
    },
    changes: {
      title: 'Smallest changes that would link them',
      trying: 'Trying changes on the records',
      stopped: 'The changes were not tried.',
      again: 'Try the changes',
      says: (tried: number, records: number, took: number, linking: number) =>
        `${count(tried)} tried on ${plural(records, { one: '# record', other: '# records' })} in ${seconds(took)}; ${plural(
          linking,
          { one: '# links these two', other: '# link these two' },
        )}`,
      idle: (many: number) =>
        plural(many, { one: 'Show the # that does not', other: 'Show the # that do not' }),
      idleTitle: 'These do not link them',
      columns: {
        change: 'Change',
        links: 'Links',
        creates: 'Creates',
        overwrites: 'Overwrites',
        clears: 'Clears',
        conflicts: 'Conflicts',
        failing: 'Failing',
        moved: 'Other records that move',
      },
      byHand: {
        title: 'Link these two by hand',
        detail: 'The decision outranks keys and stays in later plans.',
      },
      outcome: (word: string) => `The pair would be: ${word}.`,
      apart: (made: number, parted: number) =>
        `${plural(made, { one: '# link made', other: '# links made' })}, ${count(parted)} come apart.`,
      edit: designSteps(speech),
      tryIt: 'Try it',
      tryOn: (change: string) => `Try it: ${change}`,
      signed,
      moves: (many: number, to: string) => `${count(many)} to ${to}`,
      none: 'no other record',
      rest: (many: number) => plural(many, { other: '# written otherwise' }),
      others: (many: number) => plural(many, { one: '# other record', other: '# other records' }),
    },
    outcomes: (word: string, outcome: Outcome) => (outcome === 'in-sync' ? word.toLowerCase() : word),
  };

  function times(many: number): string {
    return many === 1 ? 'once' : `${count(many)} times`;
  }
};
