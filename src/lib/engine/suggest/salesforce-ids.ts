import type { SuggestSide } from './evidence.ts';
import { keyOf, wordsOf } from './words.ts';

/** A column of a file that are the ids of Salesforce records. */
export interface SalesforceIds {
  readonly index: number;
  readonly prefix: string;
}

/** A name that says whose id it is: the file is another app's, and this is its link to Salesforce. */
const A_LINK = /salesforce|sfdc|^sf/;

/**
 * The column of the file's own record ids, where they are Salesforce's: every row has another one, all begin alike, and no
 * column before it is an id too (RD11). Null where there is none.
 */
export function salesforceIdsOf({ header, columns, rows }: SuggestSide): SalesforceIds | null {
  let found: SalesforceIds | null = null;
  for (const [index, evidence] of columns.entries()) {
    const { salesforce } = evidence.facts;
    if (salesforce === null || evidence.repeats > 0 || evidence.filled < rows) continue;
    const key = keyOf(wordsOf(header[index]!));
    if (A_LINK.test(key)) continue;
    if (key === 'id') return { index, prefix: salesforce };
    found ??= { index, prefix: salesforce };
  }
  return found;
}
