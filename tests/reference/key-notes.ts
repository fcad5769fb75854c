import type { KeyField, ObjectSync } from '../../src/lib/engine/model/design.ts';
import { REASON_CODES, type Reason, type ReasonCode } from '../../src/lib/engine/model/reason.ts';
import { SIDES, type Side } from '../../src/lib/engine/model/side.ts';
import { nothingTexts } from '../../src/lib/engine/read/nothing-words.ts';
import { publicDomains } from '../../src/lib/engine/read/public-domains.ts';
import type { KeyValues } from './plan-match.ts';
import { keysOf } from './read-world-design.ts';
import type { Rec } from './world.ts';

const TEXTS: Readonly<Record<'placeholder-key' | 'public-domain', (field: KeyField) => readonly string[]>> = {
  'placeholder-key': (field) => nothingTexts(field.normalize),
  'public-domain': (field) => (field.normalize.includes('domain') ? publicDomains : []),
};

/** KW3, KW4: what is said of these keys of a record, of each code the first whose every part is such a text. */
export function keyNotes(
  sync: ObjectSync,
  record: Rec,
  keys: readonly number[],
  valueOf: KeyValues,
  codes: readonly (keyof typeof TEXTS)[] = ['public-domain', 'placeholder-key'],
): Reason[] {
  return codes.flatMap((code): Reason[] => {
    for (const key of keys) {
      const fields = keysOf(sync)[key]?.fields ?? [];
      const values = valueOf(record, key) ?? [];
      if (values.length === 0 || !fields.every((field, i) => TEXTS[code](field).includes(values[i] ?? '')))
        continue;
      const value = values.length === 1 ? values[0]! : values;
      return [{ code, side: record.side, field: fields[0]![record.side], value }];
    }
    return [];
  });
}

/** FORMATS: reasons stand left before right, then as the codes are listed. */
export function ordered(reasons: readonly Reason[]): Reason[] {
  const place = ({ side, code }: { readonly side: Side; readonly code: ReasonCode }): number =>
    SIDES.indexOf(side) * 100 + REASON_CODES.indexOf(code);
  return [...reasons].sort((a, b) => place(a) - place(b));
}
