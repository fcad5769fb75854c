import type { TestedMutant } from './mutant.ts';

const BY_RULES = { room: 'engine', tests: ['tests/rules/declared-forms.test.ts'] } as const;

/** What a field declares of its texts (S220, S221). */
export const DECLARED_FORMS: readonly TestedMutant[] = [
  {
    id: 'forms-by-cells-alone',
    rule: 'S220',
    file: 'merge/handed/read-back.ts',
    find: 'declared.format ?? (yield* textFormat(on.cells))',
    replace: 'yield* textFormat(on.cells)',
    why: 'tells what a text is from the cells though the design says it',
    ...BY_RULES,
  },
  {
    id: 'forms-of-no-country',
    rule: 'S220',
    file: 'merge/handed/read-back.ts',
    find: 'appForm(format, declared.country, tools)',
    replace: 'appForm(format, null, tools)',
    why: 'asks about a phone that an app stored with its country',
    ...BY_RULES,
  },
  {
    id: 'forms-of-the-other-field-first',
    rule: 'S220',
    file: 'model/declared-form.ts',
    find: 'format: own?.format ?? other?.format ?? null,',
    replace: 'format: other?.format ?? own?.format ?? null,',
    why: 'lets the other app say what a text of this one is',
    ...BY_RULES,
  },
  {
    id: 'keys-of-one-of-two-countries',
    rule: 'S221',
    file: 'model/declared-form.ts',
    find: 'return one === null || other === null || one === other ? (one ?? other) : null;',
    replace: 'return one ?? other;',
    why: 'reads numbers of one country as of the other where the two files are from different ones',
    ...BY_RULES,
  },
  {
    id: 'phones-of-where-they-go',
    rule: 'S221',
    file: 'merge/transforms.ts',
    find: 'from?.country ?? to?.country ?? null',
    replace: 'to?.country ?? from?.country ?? null',
    why: 'reads a number without its country as of the country it is sent to',
    ...BY_RULES,
  },
];
