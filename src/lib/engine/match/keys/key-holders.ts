import { utf8 } from '../../bytes/utf8.ts';
import type { MatchKey } from '../../model/design.ts';
import type { Side } from '../../model/side.ts';
import type { Tools } from '../../tools.ts';
import { CodeGroups } from './code-groups.ts';
import type { KeyCodes } from './key-codes.ts';
import { fieldNormalizer } from './normalize.ts';

/** A key of a sync, and which records of a side hold one value of it. */
export interface KeyHeld {
  /** Names of its fields on that side. */
  readonly fields: readonly string[];
  readonly rows: Uint32Array;
}

/**
 * Of texts that a record of a side would have: the keys of its sync that are whole in them, in their order, and the records of that side that
 * have the same. What is no key there (KW9) makes none whole.
 */
export function keyHolders(
  { keys, codes }: { readonly keys: readonly MatchKey[]; readonly codes: readonly KeyCodes[] },
  side: Side,
  tools: Tools,
): (texts: ReadonlyMap<string, string>) => readonly KeyHeld[] {
  const groups = new Map<KeyCodes, CodeGroups>();
  const normals = keys.map(({ fields }) => fields.map((field) => fieldNormalizer(field, tools)));
  const rowsOf = (key: KeyCodes, values: readonly string[]): Uint32Array => {
    const tuple = key.fields.map(({ table }, at) => table.find(utf8(values[at]!)));
    if (tuple.includes(-1)) return NONE;
    const code = key.tuples === null ? tuple[0]! : key.tuples.find(0, tuple);
    if (code < 0) return NONE;
    const own = groups.get(key) ?? new CodeGroups(key);
    groups.set(key, own);
    return own.rows(side, code);
  };
  return (texts) =>
    keys.flatMap(({ fields }, at) => {
      const values = fields.map((field, n) => normals[at]![n]!(texts.get(field[side]) ?? ''));
      if (values.includes('')) return [];
      return [{ fields: fields.map((field) => field[side]), rows: rowsOf(codes[at]!, values) }];
    });
}

const NONE = new Uint32Array(0);
