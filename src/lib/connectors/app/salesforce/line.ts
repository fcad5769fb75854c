import type { Allowance } from '../app-connector.ts';
import type { Call, CallAnswer, Caller } from '../call.ts';
import type { Answer } from '../fault.ts';
import { lostFault, refusedFault, strangeFault } from './faults.ts';
import { parsed } from './form.ts';

/** Calls of one connector, which remembers what the app last said of its allowance. */
export interface Line {
  call(call: Call): Promise<CallAnswer>;
  /** JSON of a kind, or why there is none. */
  get<T>(path: string, read: (json: unknown) => T | null): Promise<Answer<T>>;
  allowance(): Allowance | null;
}

export function lineOf(caller: Caller): Line {
  let allowance: Allowance | null = null;
  const call = async (asked: Call): Promise<CallAnswer> => {
    const answer = await caller(asked);
    if (answer.kind === 'answered') allowance = allowanceOf(answer.header('sforce-limit-info')) ?? allowance;
    return answer;
  };
  return {
    call,
    allowance: () => allowance,
    get: async (path, read) => {
      const answer = await call({ method: 'GET', path, headers: { Accept: 'application/json' }, body: null });
      if (answer.kind === 'lost') return { ok: false, fault: lostFault(answer) };
      if (answer.status < 200 || answer.status > 299) return { ok: false, fault: refusedFault(answer) };
      const value = read(parsed(answer.body));
      return value === null ? { ok: false, fault: strangeFault(answer) } : { ok: true, value };
    },
  };
}

/** `api-usage=18/5000` of the last 24 hours. */
function allowanceOf(info: string | null): Allowance | null {
  const [, used, of] = /\bapi-usage=(\d+)\/(\d+)/.exec(info ?? '') ?? [];
  return used === undefined || of === undefined
    ? null
    : { left: Math.max(0, Number(of) - Number(used)), of: Number(of) };
}
