import type { Allowance } from '../app-connector.ts';
import type { Call, CallAnswer, Caller } from '../call.ts';
import { replyOf, type Reply } from './answers.ts';
import type { Json } from '../json.ts';

/** HubSpot, spoken to in JSON. Remembers what the last answer said of the allowance. */
export class Talk {
  readonly #call: Caller;
  #allowance: Allowance | null = null;

  constructor(call: Caller) {
    this.#call = call;
  }

  get allowance(): Allowance | null {
    return this.#allowance;
  }

  async get(path: string): Promise<Reply> {
    return this.#ask({ method: 'GET', path, headers: { accept: 'application/json' }, body: null });
  }

  async post(path: string, body: Json): Promise<Reply> {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    return this.#ask({ method: 'POST', path, headers, body: JSON.stringify(body) });
  }

  async #ask(call: Call): Promise<Reply> {
    const answer = await this.#call(call);
    this.#allowance = allowanceIn(answer) ?? this.#allowance;
    return replyOf(answer);
  }
}

/** Of the running ten seconds; where that is not told, of the day. */
function allowanceIn(answer: CallAnswer): Allowance | null {
  if (answer.kind === 'lost') return null;
  const number = (name: string): number | null => {
    const text = answer.header(`x-hubspot-ratelimit-${name}`);
    return text !== null && /^\d+$/.test(text) ? Number(text) : null;
  };
  const pair = (left: number | null, of: number | null) =>
    left === null || of === null ? null : { left, of };
  return pair(number('remaining'), number('max')) ?? pair(number('daily-remaining'), number('daily'));
}
