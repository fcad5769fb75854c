import { readAppWords, type ErrorCategory } from '../../../engine/index.ts';
import type { CallAnswer } from '../call.ts';
import type { AppFault, FaultCode } from '../fault.ts';
import { isJson, isText, listOf, parsed, type Json } from './form.ts';
import { withoutSecrets } from './secrets.ts';

type Answered = Extract<CallAnswer, { kind: 'answered' }>;
type Lost = Extract<CallAnswer, { kind: 'lost' }>;

/** The app's no to a whole call: its code, and its words. */
export interface Said {
  readonly code: string;
  readonly message: string;
}

const LOST: Readonly<Record<Lost['because'], FaultCode>> = {
  dropped: 'no-answer',
  timeout: 'timeout',
  stopped: 'stopped',
  'no-relay': 'no-relay',
  'relay-refused': 'relay-refused',
};

export const lostFault = ({ because, said }: Lost): AppFault => ({
  code: LOST[because],
  category: 'transport',
  status: null,
  said: withoutSecrets(said),
  waitFor: null,
});

/** Of an answer that says no, whatever says it. */
export function refusedFault(answer: Answered): AppFault {
  const said = saidIn(answer.body);
  const code = codeOf(answer.status, said);
  return {
    code,
    category: categoryOf(code, said),
    status: answer.status,
    said: withoutSecrets(said === null ? titleOf(answer.body) : `${said.code}: ${said.message}`),
    waitFor: waitOf(answer),
  };
}

/** Of an answer that says yes and is not of this app's form. */
export const strangeFault = ({ status, body }: Answered): AppFault => ({
  code: 'not-understood',
  category: 'transport',
  status,
  said: withoutSecrets(titleOf(body)),
  waitFor: null,
});

/** Of what cannot be asked for at all; the app was not called. */
export const unaskable = (said: string): AppFault => ({
  code: 'refused',
  category: 'mapping',
  status: null,
  said: withoutSecrets(said),
  waitFor: null,
});

/** `[{ errorCode, message }]`, the first of them; null where the body is not of this form. */
export function saidIn(body: string): Said | null {
  const [first] = listOf(parsed(body), isError) ?? [];
  return first === undefined ? null : { code: first.errorCode, message: first.message };
}

const isError = (one: unknown): one is Json & { errorCode: string; message: string } =>
  isJson(one) && isText(one['errorCode']) && isText(one['message']);

function codeOf(status: number, said: Said | null): FaultCode {
  if (said?.code === 'REQUEST_LIMIT_EXCEEDED') {
    // Too many at once go by; of the calls of a day the app says it in these words (S312).
    return /^TotalRequests\b/i.test(said.message) ? 'daily-limit' : 'rate-limit';
  }
  if (said?.code === 'UNABLE_TO_LOCK_ROW') return 'locked';
  if (status === 401) return 'signed-out';
  if (status === 403) return 'forbidden';
  if (status === 429) return 'rate-limit';
  // 420 and 421 are said by the gate in front of the app when it finds no way to it.
  if (status >= 500 || status === 420 || status === 421) return 'app-down';
  if (said === null) return 'not-understood';
  return status === 404 ? 'not-found' : 'refused';
}

function categoryOf(code: FaultCode, said: Said | null): ErrorCategory {
  if (code === 'forbidden') return 'permission';
  if (code !== 'refused' && code !== 'not-found') return 'transport';
  return readAppWords(said?.code ?? '', new Set()).category ?? 'mapping';
}

/** The title of a page, which says whose it is. */
const titleOf = (body: string): string => /<title>([^<]*)<\/title>/i.exec(body)?.[1]?.trim() ?? '';

/** Salesforce asks for no wait; a gate in front of it may. */
function waitOf(answer: Answered): number | null {
  const seconds = /^\s*(\d{1,6})\s*$/.exec(answer.header('retry-after') ?? '')?.[1];
  return seconds === undefined ? null : Number(seconds) * 1_000;
}
