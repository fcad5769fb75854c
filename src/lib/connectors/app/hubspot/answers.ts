import type { AppFault, FaultCode } from '../fault.ts';
import type { CallAnswer } from '../call.ts';
import type { Refusal } from '../write.ts';
import type { ErrorCategory } from '../../../engine/index.ts';
import { isObject, type Json } from '../json.ts';
import { textOf } from './form.ts';
import { categoryOf } from './codes.ts';
import { refusalOf } from './refusals.ts';
import { withoutSecrets } from './secrets.ts';

/** What a call came to. */
export type Reply =
  /** 200, 201, 207 with an object; 204, which has none. */
  | { readonly ok: true; readonly status: number; readonly body: Json }
  /** `refusal`: HubSpot's own no, where the answer is one. */
  | { readonly ok: false; readonly fault: AppFault; readonly refusal: Refusal | null };

const NOTHING: Json = {};

export function replyOf(answer: CallAnswer): Reply {
  if (answer.kind === 'lost') return lost(answer.because, answer.said);
  const { status } = answer;
  if (status === 204) return { ok: true, status, body: NOTHING };
  const body = parsed(answer.body);
  if (status === 200 || status === 201 || status === 207) {
    if (body !== null) return { ok: true, status, body };
    return no(notUnderstood(status));
  }
  const error =
    body !== null && (textOf(body['message']) !== null || textOf(body['category']) !== null) ? body : null;
  return { ok: false, fault: faultOf(answer, error), refusal: error === null ? null : refusalOf(error) };
}

/** An answer of HubSpot's that has another form than it should. */
export const notUnderstood = (status: number | null): AppFault => ({
  code: 'not-understood',
  category: 'transport',
  status,
  said: '',
  waitFor: null,
});

function lost(because: Extract<CallAnswer, { kind: 'lost' }>['because'], said: string): Reply {
  const code = because === 'dropped' ? 'no-answer' : because;
  return no({ code, category: 'transport', status: null, said: withoutSecrets(said), waitFor: null });
}

const no = (fault: AppFault): Reply => ({ ok: false, fault, refusal: null });

type Answered = Extract<CallAnswer, { kind: 'answered' }>;

function faultOf(answer: Answered, error: Json | null): AppFault {
  const { status } = answer;
  const said = withoutSecrets(textOf(error?.['message']) ?? '');
  const fault = (code: FaultCode, category: ErrorCategory): AppFault => ({
    code,
    category,
    status,
    said,
    waitFor: waitOf(answer),
  });
  switch (status) {
    case 401:
      return fault('signed-out', 'transport');
    case 403:
      return fault('forbidden', 'permission');
    case 423:
      return fault('locked', 'transport');
    case 429:
      return fault(isDaily(error, said) ? 'daily-limit' : 'rate-limit', 'transport');
    case 477:
      return fault('app-down', 'transport');
    default:
  }
  if (status >= 500 && status <= 599) return fault('app-down', 'transport');
  // What a proxy says is not what HubSpot says.
  if (error === null || status < 400) return fault('not-understood', 'transport');
  const category =
    categoryOf(textOf(error['category']) ?? '') ?? (status === 409 ? 'duplicate' : 'property-value');
  return status === 404 ? fault('not-found', 'deleted') : fault('refused', category);
}

const isDaily = (error: Json | null, said: string): boolean =>
  error?.['policyName'] === 'DAILY' || (error?.['policyName'] === undefined && /\bdaily\b/i.test(said));

/** Retry-After: seconds, or a time by the answer's own clock. */
function waitOf(answer: Answered): number | null {
  const after = answer.header('retry-after');
  if (after === null || after.trim() === '') return null;
  if (/^\d+$/.test(after.trim())) return Number(after) * 1000;
  const [until, now] = [Date.parse(after), Date.parse(answer.header('date') ?? '')];
  return Number.isNaN(until) || Number.isNaN(now) ? null : Math.max(0, until - now);
}

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
