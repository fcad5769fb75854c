import {
  keyHolders,
  type FieldDef,
  type Side,
  type SyncPlan,
  type Tools,
} from '../../src/lib/engine/index.ts';
import type { Target } from '../../src/lib/push/index.ts';

/** Characters of a text that an app is asked for: all asks of a call have to fit into one address. */
const LONGEST = 200;
/** A key that so many records have already tells nobody apart, and each of them would be read at every look. */
const MOST = 20;

/**
 * By which key of its sync a create is looked for after a doubt (S373): the first that is whole in what it writes, of fields that the app calls
 * text and so gives back as they were written. `fields`: of the object, as the app describes it.
 */
export function soughtBy(
  { matching, records }: Pick<SyncPlan, 'matching' | 'records'>,
  side: Side,
  fields: readonly FieldDef[],
  tools: Tools,
): Target['soughtBy'] {
  const asked = new Set(fields.filter(({ type }) => type === 'text').map(({ name }) => name));
  const holders = keyHolders(matching, side, tools);
  return (values) => {
    // No filter of PocketBase can say every text with a backslash.
    const isAsked = (field: string, text: string): boolean =>
      asked.has(field) && text.length <= LONGEST && !text.includes('\\');
    const own = new Map([...values].filter(([field, text]) => isAsked(field, text)));
    const held = holders(own).find(({ rows }) => rows.length <= MOST);
    if (held === undefined) return null;
    return {
      texts: new Map(held.fields.map((field) => [field, own.get(field) ?? ''])),
      known: [...held.rows].map((row) => records[side].id(row)),
    };
  };
}
