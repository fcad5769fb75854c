import type { Mutant, TestedMutant } from './mutant.ts';

/** What a plan makes of what result files said (BL7, HE3). */
export const ANSWERED: readonly Mutant[] = [
  {
    id: 'refused-row-comes-again',
    rule: 'BL7',
    file: 'plan/refused-rows.ts',
    find: 'return same === refused.size ? words : null;',
    replace: 'return null;',
    why: 'offers a row again as it was refused',
  },
  {
    id: 'refused-for-ever',
    rule: 'HE3',
    file: 'plan/refused-rows.ts',
    find: "    if (one === undefined ? to !== '' : one.to !== to) return null;\n",
    replace: '',
    why: 'never tries a refused record again, whatever changed',
  },
  {
    id: 'refused-over-an-edit',
    rule: 'HE3',
    file: 'plan/refused-rows.ts',
    find: '    if (one.from !== null && one.from !== cellText(on.cells[side], plan.pairs[side][pair]!)) return null;\n',
    replace: '',
    why: 'takes a row over another text for the one that was refused',
  },
  {
    id: 'refused-create-comes-again',
    rule: 'BL7',
    file: 'plan/judge-lone.ts',
    find: "      if (isRefusedCreate(plan, target, row)) bits |= reasonBit('refused-by-app');\n",
    replace: '',
    why: 'creates again what the app refused',
  },
  {
    id: 'written-is-offered-again',
    rule: 'BL7',
    file: 'merge/handed/decide-return.ts',
    find: "    } else if (written === 'yes' && !isCreate) return RETURNED.unread;\n",
    replace: '    }\n',
    why: 'offers again what was written, since an older export does not show it',
  },
  {
    id: 'written-waits-for-ever',
    rule: 'BL7',
    file: 'plan/out/next-baseline.ts',
    find: "    if (hands && former!.seen === undefined) sent[side].set(mapping[side], { ...former!, written: 'waited' });\n",
    replace: '',
    why: 'never offers again what was written and undone',
  },
  {
    id: 'old-refusals-stay',
    rule: 'BL7',
    file: 'plan/out/next-baseline.ts',
    find: '  for (const side of rows) markEarlier(moving.sent[side], handed[side]);\n',
    replace: '',
    why: 'keeps a refusal of an earlier row beside the row of now',
  },
];

/** A sync that was edited (PH7). */
export const EDITED: readonly Mutant[] = [
  {
    id: 'edited-sync-forgets-links',
    rule: 'PH7',
    file: 'match/links/prior-links.ts',
    find: 'const links = baseline?.links.get(sync.id) ?? noLinks(sync.id);',
    replace: 'const links = noLinks(sync.id);',
    why: 'matches anew what was linked before the sync was edited',
  },
  {
    id: 'mapped-since-is-known',
    rule: 'PH7',
    file: 'merge/history.ts',
    find: '      if (isKnown === 0) continue;\n',
    replace: '      if (isKnown === 0) {\n        out[pair]! |= STATE.known;\n        continue;\n      }\n',
    why: 'leaves a field that was mapped since as it stands, as if it had been agreed on',
  },
];

const TOLD: Pick<TestedMutant, 'room' | 'tests'> = { room: 'engine', tests: ['tests/rules/results.test.ts'] };
const READ: Pick<TestedMutant, 'room' | 'tests'> = {
  room: 'formats',
  tests: ['tests/rules/results.test.ts'],
};

/** How result files are read, and what hand-overs take of them. */
export const TOLD_BY_FILES: readonly TestedMutant[] = [
  {
    id: 'written-create-is-not-bound',
    rule: 'BL7',
    file: 'merge/handed/answers.ts',
    find: '    links.bind(found, side, id.trim());\n',
    replace: '',
    why: 'forgets the new id of a create',
    ...TOLD,
  },
  {
    id: 'refusal-is-not-missed',
    rule: 'BL7',
    file: 'merge/handed/answers.ts',
    find: '{ ...rest, missed: true, refused: words }',
    replace: '{ ...rest, refused: words }',
    why: 'asks about an edit over what was refused',
    ...TOLD,
  },
  {
    id: 'any-text-is-spoken-of',
    rule: 'BL7',
    file: 'merge/handed/answer-place.ts',
    find: 'isOpen ? one.earlier !== true : this.#isText(cell, one.to)',
    replace: 'true',
    why: 'takes a result file of another round for this one',
    ...TOLD,
  },
  {
    id: 'a-tie-is-the-first',
    rule: 'BL7',
    file: 'merge/handed/answers.ts',
    find: 'return best === undefined || best.rows === next?.rows ? null : best.place;',
    replace: 'return best === undefined ? null : best.place;',
    why: 'guesses the change file a result file is about',
    ...TOLD,
  },
  {
    id: 'lines-are-rows',
    rule: 'BL7',
    file: 'result-file.ts',
    find: 'Number(number) - row.header',
    replace: 'Number(number)',
    why: 'takes the line of a change file for its row',
    ...READ,
  },
  {
    id: 'what-was-not-sent-stays-handed-over',
    rule: 'S374',
    file: 'merge/handed/answers.ts',
    find: "if (says === 'not-sent') return one.tries > 1 ? { ...rest, tries: one.tries - 1 } : null;",
    replace: "if (says === 'not-sent') return { ...rest, missed: true };",
    why: 'takes what a push left for something an app did not take',
    ...TOLD,
  },
  {
    id: 'a-create-that-was-not-sent-leaves-a-link',
    rule: 'S374',
    file: 'merge/handed/answers.ts',
    find: 'else if (!isNothing(link)) builder.add(link);',
    replace: 'else builder.add(link);',
    why: 'keeps a link to a record that nobody created',
    ...TOLD,
  },
  {
    id: 'unknown-is-refused',
    rule: 'S374',
    file: 'result-file.ts',
    find: "word === 'unknown' ? 'unknown' : 'not-sent'",
    replace: "'not-sent'",
    why: 'offers again what may be there',
    ...READ,
  },
];
