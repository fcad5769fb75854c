import type { Call, CallAnswer, Caller } from '../../src/lib/connectors/app/call.ts';
import type { WireFault } from './app-server.ts';

/** An app's own way to say no before it begins. */
interface Said {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How an app answers what a `FaultyCaller` answers in its place; `seconds` is what it asks to wait. */
export interface FaultAnswers {
  overloaded(seconds: number | null): Said;
  'rate-limited'(seconds: number | null): Said;
  'signed-out'(): Said;
  forbidden(): Said;
}

/** Stands between a connector and a real or a made-up server, and makes calls go wrong as the wire and the app do. */
export class FaultyCaller {
  readonly #call: Caller;
  readonly #answers: FaultAnswers;
  readonly #waiting: WireFault[] = [];

  constructor(call: Caller, answers: FaultAnswers) {
    this.#call = call;
    this.#answers = answers;
  }

  meet(fault: WireFault, times: number): void {
    for (let one = 0; one < times; one++) this.#waiting.push(fault);
  }

  readonly call: Caller = async (call) => {
    const fault = this.#waiting.shift();
    return fault === undefined ? this.#call(call) : this.#met(fault, call);
  };

  async #met(fault: WireFault, call: Call): Promise<CallAnswer> {
    switch (fault.kind) {
      case 'dropped':
        if (fault.after) await this.#call(call);
        return { kind: 'lost', because: 'dropped', said: 'the connection was closed' };
      case 'html':
        if (fault.after) await this.#call(call);
        return answered({
          status: 200,
          headers: { 'content-type': 'text/html' },
          body: '<!doctype html><title>Proxy</title>',
        });
      case 'overloaded':
        return answered(this.#answers.overloaded(fault.seconds));
      case 'rate-limited':
        return answered(this.#answers['rate-limited'](fault.seconds));
      case 'signed-out':
        return answered(this.#answers['signed-out']());
      case 'forbidden':
        return answered(this.#answers.forbidden());
      default:
        return fault satisfies never;
    }
  }
}

function answered({ status, headers = {}, body }: Said): CallAnswer {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { kind: 'answered', status, header: (name) => byName.get(name.toLowerCase()) ?? null, body };
}
