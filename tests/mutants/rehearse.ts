import type { TestedMutant } from './mutant.ts';

const own = { room: 'engine', tests: ['tests/rules/rehearsal.test.ts'] } as const;

/** Rounds on copies (L6, S150 to S153). */
export const REHEARSE: readonly TestedMutant[] = [
  {
    ...own,
    id: 'a-made-id-twice',
    rule: 'S151',
    file: 'rehearse/copies.ts',
    find: 'own.rowOf(id) >= 0 || ',
    replace: '',
    why: 'gives a record that is made an id somebody has',
  },
  {
    ...own,
    id: 'held-creates-are-handed-over',
    rule: 'BL6',
    file: 'rehearse/carry-out.ts',
    find: 'if (mayBeThere(sync, subject)) {',
    replace: 'if (mayBeThere(sync, subject) && rows.left === -2) {',
    why: 'makes records again that may be there already',
  },
  {
    ...own,
    id: 'refused-rows-are-taken',
    rule: 'S152',
    file: 'rehearse/carry-out.ts',
    find: "if (is !== 'taken' || copies === null) continue;",
    replace: 'if (copies === null) continue;',
    why: 'takes the rows an app refuses',
  },
  {
    ...own,
    id: 'lost-is-what-is-overwritten',
    rule: 'S153',
    file: 'rehearse/field-watch.ts',
    find: 'if (isWritten(this.#before)) field.back++;',
    replace: 'if (!isWritten(this.#before)) field.back++;',
    why: 'takes texts for ones that went back when nothing was written before',
  },
  {
    ...own,
    id: 'bred-of-anything',
    rule: 'S153',
    file: 'rehearse/breed-watch.ts',
    find: 'if (!isMade && !this.#sources[otherSide(side)].has(row)) return;',
    replace: '',
    why: 'calls every create one that breeds',
  },
  {
    ...own,
    id: 'rounded-down',
    rule: 'S150',
    file: 'rehearse/rounded.ts',
    find: ">= '5' ? 1n : 0n",
    replace: ">= '6' ? 1n : 0n",
    why: 'rounds a five towards nought',
  },
  {
    ...own,
    id: 'forms-by-half-characters',
    rule: 'S150',
    file: 'rehearse/formed.ts',
    find: 'const signs = [...text];',
    replace: "const signs = text.split('');",
    why: 'cuts a sign in two',
  },
  {
    ...own,
    id: 'looked-at-is-carried-out',
    rule: 'L6',
    file: 'rehearse/rehearse.ts',
    find: 'const isLast = round > input.rounds;',
    replace: 'const isLast = round > input.rounds + 1;',
    why: 'carries one plan more out than was asked for',
  },
];
