import type { ErrorCategory } from '../../../engine/index.ts';
import type { AppFault, FaultCode } from '../fault.ts';
import type { CallAnswer, Caller } from '../call.ts';
import { isObject, textOf, type Json } from '../json.ts';

/** What a call came to. `error`: Odoo's own no, where the answer is one: what it had begun is undone. */
export type Reply =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly fault: AppFault; readonly error: Json | null };

const LONGEST = 1_000;

/** Odoo's errors by their names, where the status says less: a wrong value is a 500 there, and so is a server without a free connection. */
export const BY_NAME: Readonly<Record<string, readonly [FaultCode, ErrorCategory]>> = {
  'odoo.exceptions.AccessError': ['forbidden', 'permission'],
  'odoo.exceptions.MissingError': ['not-found', 'deleted'],
  'odoo.exceptions.ValidationError': ['refused', 'property-value'],
  'odoo.exceptions.UserError': ['refused', 'automation'],
  'builtins.ValueError': ['refused', 'property-value'],
  'builtins.TypeError': ['refused', 'property-value'],
  'builtins.KeyError': ['refused', 'mapping'],
};

/** Odoo, spoken to by its JSON-2 interface: one method of one model. */
export async function ask(call: Caller, model: string, method: string, body: Json): Promise<Reply> {
  const answer = await call({
    method: 'POST',
    path: `/json/2/${model}/${method}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return replyOf(answer);
}

function replyOf(answer: CallAnswer): Reply {
  if (answer.kind === 'lost') {
    const code = answer.because === 'dropped' ? 'no-answer' : answer.because;
    return { ok: false, fault: faultOf(code, null, answer.said), error: null };
  }
  const { status } = answer;
  const body = parsed(answer.body);
  if (status === 200 && body !== undefined) return { ok: true, body };
  const isError = isObject(body) && typeof body['name'] === 'string' && typeof body['message'] === 'string';
  const error = isError && status >= 400 ? body : null;
  const said = textOf(error?.['message']);
  const [code, category] = codeOf(status, textOf(error?.['name']), error !== null);
  const fault = { ...faultOf(code, status, said, waitOf(answer)), category };
  return { ok: false, fault, error: code === 'refused' || code === 'not-found' ? error : null };
}

function codeOf(status: number, name: string, isOurs: boolean): readonly [FaultCode, ErrorCategory] {
  const known = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  if (status === 401) return ['signed-out', 'transport'];
  if (status === 429) return ['rate-limit', 'transport'];
  if (known !== undefined) return known;
  if (status >= 500) return ['app-down', 'transport'];
  if (!isOurs) return ['not-understood', 'transport'];
  if (status === 403) return ['forbidden', 'permission'];
  return status === 404 ? ['not-found', 'deleted'] : ['refused', 'property-value'];
}

export function faultOf(
  code: FaultCode,
  status: number | null,
  said: string,
  waitFor: number | null = null,
): AppFault {
  const category = code === 'refused' ? 'property-value' : code === 'not-found' ? 'deleted' : 'transport';
  return { code, category, status, said: withoutSecrets(said), waitFor };
}

function waitOf(answer: Extract<CallAnswer, { kind: 'answered' }>): number | null {
  const after = answer.header('retry-after')?.trim() ?? '';
  return /^\d+$/.test(after) ? Number(after) * 1000 : null;
}

/** No key leaves in words, whoever put it there: they are 40 digits of hex. */
export const withoutSecrets = (text: string): string =>
  text
    .replace(/\b[0-9a-f]{40}\b/gi, '…')
    .replace(/\bBearer\s+\S+/gi, 'Bearer …')
    .slice(0, LONGEST);

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
