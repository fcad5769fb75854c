import type { ErrorCategory } from '../../../engine/index.ts';
import type { Refusal } from '../write.ts';
import { isObject, numberOf, textOf, type Json } from '../json.ts';
import { withoutSecrets } from './talk.ts';

/** A text that says no value of its field. */
export const NONE: Refusal = { category: 'property-value', code: '', field: null, said: '', existing: null };

/** PocketBase's codes of a field; its other ones are about the value. */
export const CATEGORIES: Readonly<Record<string, ErrorCategory>> = {
  validation_not_unique: 'duplicate',
  validation_missing_rel_records: 'association',
};

/** PocketBase's no to one record: of the first field it names. */
export function refusalOf(error: Json): Refusal {
  const data = isObject(error['data']) ? error['data'] : {};
  const [[field, about] = ['', null]] = Object.entries(data);
  const code = isObject(about) ? textOf(about['code']) : '';
  const words = isObject(about) ? textOf(about['message']) : '';
  const status = numberOf(error['status']);
  const said = withoutSecrets(words === '' ? textOf(error['message']) : words);
  const category: ErrorCategory | null =
    status === 404
      ? 'deleted'
      : status === 403
        ? 'permission'
        : code === ''
          ? null
          : (CATEGORIES[code] ?? (code.startsWith('validation_') ? 'property-value' : null));
  return { category, code, field: field === '' ? null : field, said, existing: null };
}
