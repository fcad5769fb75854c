import type { FieldRow } from '../../conversation/index.ts';
import type { Side } from '../../engine/index.ts';
import { isolated } from '../../words/signs.ts';
import { otherSide, valueOf } from './field-kinds.ts';
import type { Telling } from './telling.ts';

type Told = Pick<Telling, 'words' | 'apps'>;
type Because = NonNullable<FieldRow['write']>['because'];

/** Why a value would be written on a side, and the Salesforce rule where one decided. */
export function becauseTold(
  because: Because,
  side: Side,
  { words, apps }: Told,
  rule: string | null,
): string {
  const { record } = words;
  const by = ruleTold(rule, words);
  const from = apps[otherSide(side)];
  const why =
    by !== null && because === 'cleared' ? record.deletedIn(from) : record.because[because](from, apps[side]);
  return by === null ? why : record.byRuleOf(by, why);
}

/** The Salesforce rule of a field by its words (SF); null where another decided. */
const ruleTold = (rule: string | null, { record }: Told['words']): string | null =>
  rule === 'SF1' || rule === 'SF2' || rule === 'SF3' ? record.salesforceRule[rule] : null;

/** How a conflict was decided, and what happens with the other value; empty where nobody decided. */
export function decisionTold(field: FieldRow, { words, apps }: Told): string {
  const { conflict } = field;
  if (conflict === null || conflict.decidedBy === null) return '';
  const { decidedBy, winner } = conflict;
  const lost = winner === null ? '' : valueOf(field, otherSide(winner));
  return words.record.decided(
    decidedBy,
    winner === null ? null : apps[winner],
    lost === '' ? null : isolated(lost),
  );
}

/** Why a conflict is open (CO8, RD20, BL3). */
export function openTold(field: FieldRow, { words }: Pick<Told, 'words'>): string {
  const { fields } = words.record;
  if (field.rule === 'RD20') return fields.openDamaged;
  if (field.rule === 'BL3') return fields.openCameBack;
  return field.asked === 'most-recent' ? fields.openNoDate : fields.open;
}

/** Why two different values stay as they are. */
export function stillTold(field: FieldRow, told: Told): string {
  const { fields } = told.words.record;
  if (field.conflict !== null) return decisionTold(field, told);
  if (field.besideStage !== null) return fields.besideStage;
  if (field.rule === 'DI1') return fields.directionForbids;
  if (field.rule === 'FM13') return fields.waitsForChange;
  for (const side of ['left', 'right'] as const) {
    if (valueOf(field, side).trim() !== '') continue;
    const by = ruleTold(field.rule, told.words);
    if (by !== null) return told.words.record.byRuleOf(by, fields.blankStays(told.apps[side]));
    return field.changed.includes(side)
      ? fields.clearedStays(told.apps[side])
      : fields.blankStays(told.apps[side]);
  }
  return field.baseline === null ? fields.directionForbids : fields.neitherChanged;
}
