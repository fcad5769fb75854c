import type { WindowSettings } from '../../../../src/lib/connectors/app/app-settings.ts';
import type { Call, Caller } from '../../../../src/lib/connectors/app/call.ts';
import type { Ways } from '../../../../src/lib/connectors/app/ways.ts';
import { windowSignIn, type CameBack } from '../../../../src/lib/connectors/app/window-sign-in.ts';
import { inProcess, type FakeRequest } from '../../../servers/faults/index.ts';
import { FakeSalesforce } from '../../../servers/salesforce/index.ts';

export const BACK = 'http://localhost:7317/signed-in/';

/** An org, what is sent to its login host and to itself, and what it gave in place of a secret. */
export class Org {
  readonly fake = new FakeSalesforce();
  readonly logins: string[] = [];
  readonly calls: Call[] = [];
  readonly renewed: string[] = [];
  /** Tokens it gave. */
  readonly given: string[] = [];
  /** Its id, where an org of another one answers in its place. */
  id: string | null = null;
  /** What happens before a call is answered. */
  before: () => void = () => undefined;
  /** Its login host does not answer. */
  isAway = false;
  readonly settings: WindowSettings = {
    app: 'salesforce',
    origin: 'https://acme.my.salesforce.com',
    clientId: this.fake.sessions.client.id,
    login: 'own',
  };
  readonly ways: Ways = {
    relay: (app) => {
      const login = inProcess(this.#app, () => ({}));
      return async (call) => {
        this.logins.push(app);
        if (this.isAway) return { kind: 'lost', because: 'dropped', said: '' };
        const answer = await login(call);
        const body = answer.kind === 'answered' ? answer.body : '';
        for (const [, token = ''] of body.matchAll(/"(?:access|refresh)_token":"([^"]+)"/g))
          this.given.push(token);
        return answer;
      };
    },
    direct: (origin, headers) => {
      if (origin !== this.settings.origin) throw new Error(origin);
      const caller: Caller = inProcess(this.#app, () => headers);
      return (call) => {
        this.calls.push(call);
        this.before();
        return caller(call);
      };
    },
  };

  constructor() {
    this.fake.sessions.client = { id: this.settings.clientId, redirectUri: BACK };
  }

  readonly #app = (request: FakeRequest) => {
    const reply = this.fake.answer(request);
    const own = this.fake.sessions.org();
    return {
      how: 'whole',
      reply: { ...reply, body: reply.body.replaceAll(own, this.id ?? own) },
    } as const;
  };

  readonly onNew = async (secret: string): Promise<void> => void this.renewed.push(secret);

  /** A person who goes where they are sent; the address they come back to. */
  goes(url: string): string {
    const { pathname, search } = new URL(url);
    const request = { method: 'GET', path: `${pathname}${search}`, headers: {}, body: '' };
    return this.fake.answer(request).headers['location'] ?? '';
  }

  async signIn(settings = this.settings): Promise<CameBack> {
    const signIn = windowSignIn(this.ways);
    const begun = await signIn.begin(settings, BACK);
    return signIn.finish(begun, this.goes(begun.url), this.onNew);
  }
}
