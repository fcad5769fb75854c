import type { TestedMutant } from '../mutant.ts';

/** The journal in the browser's store. */
export const STORED_BUGS: readonly TestedMutant[] = (
  [
    {
      id: 'a-second-writer-is-not-told',
      rule: 'F6',
      file: 'journal/journals.ts',
      find: "if (head.count !== at) return 'not-the-last';",
      replace: '',
      why: 'lets two runs write into one journal',
    },
    {
      id: 'a-journal-that-lost-rows',
      rule: 'F4',
      file: 'journal/journals.ts',
      find: "if (rows.length !== (head?.count ?? 0)) throw new Refusal({ code: 'damaged', ...place });",
      replace: '',
      why: 'reads on where the last rows are missing',
    },
    {
      id: 'a-journal-nobody-sealed',
      rule: 'F4',
      file: 'journal/journals.ts',
      find: 'row.at === at && (await this.#sealing.holdsText(row.text, row.sha256));',
      replace: 'row.at === at;',
      why: 'believes a text that is not the one that was written',
    },
    {
      id: 'a-journal-that-is-not-strict',
      rule: 'F1',
      file: 'database.ts',
      find: "chromeTransactionDurability: 'strict'",
      replace: "chromeTransactionDurability: 'relaxed'",
      why: 'promises what a power cut takes back',
    },
    {
      id: 'large-values-that-are-not-strict',
      rule: 'S453',
      file: 'chunks.ts',
      find: "{ durability: 'strict' }",
      replace: "{ durability: 'relaxed' }",
      why: 'takes the records of a file for kept that a power cut takes back',
    },
  ] as const
).map((bug) => ({ ...bug, room: 'store', tests: ['tests/contracts/store.test.ts'] }));
