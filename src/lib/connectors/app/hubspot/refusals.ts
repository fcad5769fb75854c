import type { Refusal } from '../write.ts';
import { categoryOf } from './codes.ts';
import { isObject, type Json } from '../json.ts';
import { objectsIn, textOf, textsIn } from './form.ts';
import { withoutSecrets } from './secrets.ts';

/** HubSpot's no to one record. Of several causes the first is told; all are in its words. */
export function refusalOf(error: Json): Refusal {
  const outer = textOf(error['category']) ?? '';
  const context = isObject(error['context']) ? error['context'] : {};
  const cause = causeIn(error);
  const message = textOf(error['message']) ?? '';
  const code = cause?.code ?? ('INVALID_OBJECT_IDS' in context ? 'INVALID_OBJECT_IDS' : outer);
  const inside = objectsIn(error['errors']).flatMap((one) => textOf(one['message']) ?? []);
  return {
    category: categoryOf(code) ?? categoryOf(outer),
    code,
    field: cause?.field ?? null,
    said: withoutSecrets([message, ...inside].filter((one) => one !== '').join(' ')),
    existing: textsIn(context['existingId'])[0] ?? /\bExisting ID:\s*(\d+)/.exec(message)?.[1] ?? null,
  };
}

/** The property and its code: told beside the message, or as JSON inside it. */
function causeIn(error: Json): { code: string | null; field: string | null } | null {
  for (const one of objectsIn(error['errors'])) {
    const context = isObject(one['context']) ? one['context'] : {};
    const field = textsIn(context['propertyName'])[0] ?? null;
    const code = textOf(one['code']);
    if (code !== null || field !== null) return { code, field };
  }
  const [one] = objectsIn(listIn(textOf(error['message']) ?? ''));
  return one === undefined ? null : { code: textOf(one['error']), field: textOf(one['name']) };
}

/** `Property values were not valid: [{…}]` */
function listIn(message: string): unknown {
  const from = message.indexOf('[{');
  if (from < 0) return null;
  try {
    return JSON.parse(message.slice(from));
  } catch {
    return null;
  }
}
