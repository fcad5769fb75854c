import { cellText } from '../columns/cell.ts';
import { normalizer } from '../match/keys/normalize.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import type { KeyField, NormalizerName } from '../model/design.ts';
import { onBoth, type Both } from '../model/side.ts';
import type { SyncPlan } from '../plan/sync-plan.ts';
import type { Tools } from '../tools.ts';

/** A mapped pair of fields that is no key, on two records. */
export interface FieldCompared {
  /** The key it would be. */
  readonly field: KeyField;
  readonly texts: Both<string>;
  readonly parts: Both<string>;
  /** `same`: as a key it would be shared. */
  readonly is: 'same' | 'differs' | 'blank';
}

/** Mapped fields that are looked at. */
const MOST = 40;

/** Normalisers in the order they are tried: those that change least first, `domain` and `phone` where they read something. */
export const TRIED_NORMALIZERS: readonly (readonly NormalizerName[])[] = [
  ['text'],
  ['email'],
  ['phone'],
  ['domain'],
  ['name'],
  ['name-no-legal-form'],
  ['name-no-diacritics'],
  ['name-no-diacritics', 'name-no-legal-form'],
  ['salesforce-id'],
];

/** Mapped fields that no key names: those that would be shared first, then in the order of the design. */
export function compareFields(plan: SyncPlan, rows: Both<number>, tools: Tools): FieldCompared[] {
  const named = new Set(
    plan.matching.keys.flatMap(({ fields }) => fields.map(({ left, right }) => nameOf(left, right))),
  );
  const asked = plan.mappings.filter(
    (on) => on.parents === null && on.stage === null && !named.has(nameOf(on.mapping.left, on.mapping.right)),
  );
  const all = asked.slice(0, MOST).map((on) => compareField(on, rows, tools));
  const rank = { same: 0, differs: 1, blank: 2 };
  return all.toSorted((a, b) => rank[a.is] - rank[b.is]);
}

const nameOf = (left: string, right: string): string => JSON.stringify([left, right]);

function compareField(on: CompiledMapping, rows: Both<number>, tools: Tools): FieldCompared {
  const texts = onBoth((side) => cellText(on.cells[side], rows[side]));
  const country = on.defs.left?.country ?? on.defs.right?.country ?? null;
  const { left, right } = on.mapping;
  const normalize = equalUnder(texts, country, tools)[0] ?? ['text'];
  const field = { left, right, normalize, country: normalize.includes('phone') ? country : null };
  const normal = normalizer(normalize, field.country, tools);
  const parts = onBoth((side) => normal(texts[side]));
  const isBlank = parts.left === '' || parts.right === '';
  return { field, texts, parts, is: isBlank ? 'blank' : parts.left === parts.right ? 'same' : 'differs' };
}

/** The normalisers under which two texts are one key, of those that are tried. */
export const equalUnder = (
  texts: Both<string>,
  country: string | null,
  tools: Tools,
): readonly (readonly NormalizerName[])[] =>
  TRIED_NORMALIZERS.filter((names) => {
    const normal = normalizer(names, country, tools);
    const left = normal(texts.left);
    return left !== '' && left === normal(texts.right);
  });
