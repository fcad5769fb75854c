import type { TestedMutant } from '../mutant.ts';
import { noticedBy } from './noticed-by.ts';

const LINE = noticedBy(
  ['tests/push/timeline.test.ts'],
  [
    {
      id: 'a-child-in-the-batch-of-its-parent',
      rule: 'S370',
      file: 'plan/cutting.ts',
      find: 'return !areAlike(item, head) || this.#isChildOfOpen(item);',
      replace: 'return !areAlike(item, head);',
      why: 'lets it hang on the pace of the app which batch a child goes in',
    },
    {
      id: 'links-to-what-is-not-there',
      rule: 'S371',
      file: 'plan/after-cut.ts',
      find: '[...refs.values()].some((key) => keys.has(key))',
      replace: 'refs.size > 0',
      why: 'tells of links to records that are not there either',
    },
  ],
);

const FIRST = noticedBy(
  ['tests/push/first-records.test.ts'],
  [
    {
      id: 'the-first-without-their-parents',
      rule: 'S372',
      file: 'plan/first-records.ts',
      find: 'if (item !== undefined) open.push(subjectOf(item));',
      replace: '',
      why: 'sends a part whose records wait for ones that do not go',
    },
    {
      id: 'the-first-and-all-others',
      rule: 'S372',
      file: 'run/run-push.ts',
      find: '.filter((key) => !standing.isLater(key))',
      replace: '',
      why: 'sends what was to stay approved',
    },
    {
      id: 'later-is-no-reason',
      rule: 'S372',
      file: 'end/results.ts',
      find: "if (standing.isLater(item.key)) return 'later';",
      replace: '',
      why: 'says of what stays approved that its parent was not written',
    },
  ],
);

/** How a push is cut into batches, and a part of it. */
export const BATCHES: readonly TestedMutant[] = [...LINE, ...FIRST];
