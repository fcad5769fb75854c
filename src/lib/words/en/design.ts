import type { DeleteRule, ObjectSync } from '../../engine/model/design.ts';
import type { Both } from '../../engine/model/side.ts';
import type { Speech } from '../speech.ts';
import { designAssociations } from './design-associations.ts';
import { designFilters } from './design-filters.ts';
import { designGuards } from './design-guards.ts';
import { designField, designMappings, designRules, KINDS } from './design-mappings.ts';
import { designMatching, designSuggested } from './design-matching.ts';
import { designLifecycle } from './design-lifecycle.ts';
import { designOff } from './design-off.ts';
import { designPresence } from './design-presence.ts';
import { designStages } from './design-stages.ts';
import { designSalesforce, PROFILES } from './design-salesforce.ts';
import { designSteps } from './design-steps.ts';
import { designStrip } from './design-strip.ts';
import { designTransforms } from './design-transforms.ts';

/** The design's screen: its head, list and first sections here, its rooms in files of their own. */
export const design = (speech: Speech) => {
  const { count, plural } = speech;
  return {
    title: (project: string) => `Design · ${project} · Drysync`,
    heading: 'Design',
    saved: (errors: number, at: string) =>
      plural(errors, {
        one: `# design error · saved ${at}`,
        other: errors === 0 ? `No design errors · saved ${at}` : `# design errors · saved ${at}`,
      }),
    openPlan: 'Open the plan',
    none: {
      title: 'No design yet',
      detail: 'A design is suggested as soon as both sides have a file.',
      sides: 'Go to the sides',
    },
    unreadable: {
      title: 'This design cannot be read',
      detail: 'The records are kept. Undo the last change, or load the design again.',
    },
    kinds: KINDS,
    nav: {
      name: 'Design',
      syncs: 'Object syncs',
      open: (errors: number) => `${count(errors)} open`,
      noErrors: 'no design errors',
      project: 'Project',
      guards: 'Guards',
      guardsOn: (on: number) => `Guards, ${count(on)} on`,
      profile: 'Profile',
      profiles: PROFILES,
      profileIs: (profile: string) => `Profile, ${profile}`,
      part: 'Part of the design',
      goTo: 'Go to',
      off: 'off',
      thatIsOff: (sync: string) => `${sync}, off`,
      withOpen: (sync: string, errors: number) => `${sync}, ${count(errors)} open`,
      withCount: (section: string, many: number) => `${section}, ${count(many)}`,
    },
    sections: {
      direction: 'Direction and winner',
      matching: 'Matching keys',
      mappings: 'Field mappings',
      filters: 'Filters',
      stages: 'Pipelines and stages',
      lifecycle: 'Lifecycle stages',
      associations: 'Associations',
      email: 'E-mail rule',
      presence: 'Archived and merged',
    },
    off: designOff(speech),
    direction: {
      word: 'Direction',
      ifDiffer: 'If both differ',
      wins: (app: string) => `${app} wins`,
      fillWinner: 'Fill winner’s blanks',
      twoWayOnly: 'Counts where the sync is two-way.',
      clearsTravel: 'Clears travel',
      clears: { never: 'never', ask: 'ask me', always: 'always' } satisfies Record<
        ObjectSync['blanks']['propagateClears'],
        string
      >,
      deletedIn: (app: string) => `Deleted in ${app}`,
      deletes: (here: string, there: string): Readonly<Record<DeleteRule, string>> => ({
        report: `do nothing in ${here}`,
        delete: `delete in ${here} too`,
        recreate: `create again in ${there}`,
      }),
      judgedBy: 'Most recent is judged by',
      changedIn: (app: string) => `changed date in ${app}`,
      noDate: 'no date: open conflict',
    },
    email: {
      switch: 'Only records with a valid e-mail take part',
      created: 'Records without an e-mail would be created on the other side; the plan warns with the count.',
      leftOut: 'Records without a key value are left out all the same.',
      fieldIn: (app: string) => `E-mail field in ${app}`,
      notChecked: (app: string) => `${app}: not checked`,
      pair: 'A pair takes part when at least one of its two e-mails is valid.',
    },
    cancel: 'Cancel',
    pairOf: (pair: Both<string>) => `${pair.left} with ${pair.right}`,
    rules: designRules(),
    matching: designMatching(speech),
    mappings: designMappings(speech),
    transforms: designTransforms(speech),
    field: designField(speech),
    suggested: designSuggested(speech),
    filters: designFilters(speech),
    stages: designStages(speech),
    lifecycle: designLifecycle(speech),
    presence: designPresence(speech),
    associations: designAssociations(speech),
    guards: designGuards(speech),
    salesforce: designSalesforce(),
    step: designSteps(speech),
    /** A change the kept plan was made with is not in the design any more. */
    takenBack: (change: string) => `Taken back: ${change}`,
    strip: designStrip(speech),
  };
};
