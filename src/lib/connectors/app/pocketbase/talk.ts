import type { AppFault, FaultCode } from '../fault.ts';
import type { Call, CallAnswer, Caller } from '../call.ts';
import { isObject, textOf, type Json } from '../json.ts';

/** What a call came to. `error`: PocketBase's own no, where the answer is one. */
export type Reply =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly fault: AppFault; readonly error: Json | null };

const LONGEST = 1_000;
/** What a guest is told: a token that does not hold is no sign-in there, and this connector never asks without one. */
const AS_GUEST = /^(?:Only superusers|The request requires)/;

/** PocketBase, spoken to in JSON. */
export async function ask(
  call: Caller,
  method: Call['method'],
  path: string,
  body: unknown = null,
): Promise<Reply> {
  const answer = await call({
    method,
    path,
    headers: body === null ? {} : { 'content-type': 'application/json' },
    body: body === null ? null : JSON.stringify(body),
  });
  return replyOf(answer);
}

function replyOf(answer: CallAnswer): Reply {
  if (answer.kind === 'lost') {
    const code = answer.because === 'dropped' ? 'no-answer' : answer.because;
    return no(faultOf(code, null, answer.said), null);
  }
  const { status } = answer;
  if (status === 204) return { ok: true, body: null };
  const body = parsed(answer.body);
  if (status === 200) {
    return body === undefined ? no(faultOf('not-understood', status, ''), null) : { ok: true, body };
  }
  if (status === 429) return no(faultOf('rate-limit', status, '', waitOf(answer)), null);
  if (status >= 500) return no(faultOf('app-down', status, '', waitOf(answer)), null);
  const error = isObject(body) && typeof body['message'] === 'string' ? body : null;
  // What a proxy says is not what PocketBase says.
  if (error === null) return no(faultOf('not-understood', status, ''), null);
  const said = textOf(error['message']);
  return no(faultOf(codeOf(status, said), status, said), error);
}

const no = (fault: AppFault, error: Json | null): Reply => ({ ok: false, fault, error });

function codeOf(status: number, said: string): FaultCode {
  if (status === 401 || (status === 403 && AS_GUEST.test(said))) return 'signed-out';
  if (status === 403) return 'forbidden';
  return status === 404 ? 'not-found' : 'refused';
}

export function faultOf(
  code: FaultCode,
  status: number | null,
  said: string,
  waitFor: number | null = null,
): AppFault {
  const category =
    code === 'forbidden'
      ? 'permission'
      : code === 'not-found'
        ? 'deleted'
        : code === 'refused'
          ? 'property-value'
          : 'transport';
  return { code, category, status, said: withoutSecrets(said), waitFor };
}

/** PocketBase asks for no time; what stands before it may. */
function waitOf(answer: Extract<CallAnswer, { kind: 'answered' }>): number | null {
  const after = answer.header('retry-after')?.trim() ?? '';
  return /^\d+$/.test(after) ? Number(after) * 1000 : null;
}

/** No token leaves in words, whoever put it there. */
export const withoutSecrets = (text: string): string =>
  text.replace(/\beyJ[\w-]+\.[\w-]+\.?[\w-]*/g, '…').slice(0, LONGEST);

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
