/**
 * A stateful fake of HubSpot: a portal that tests read and change, the app that answers calls over it, and the faults between. Held
 * honest by HubSpot's own client running against it (tests/connectors/app/hubspot/oracle.test.ts).
 */
import type { Caller } from '../../../src/lib/connectors/app/call.ts';
import { FaultDesk, inProcess, overHttp, serve, type FaultyApp, type Served } from '../faults/index.ts';
import { hubSpotApp } from './app.ts';
import { Portal } from './portal.ts';

export { customKind, LIFECYCLE } from './standard.ts';
export { FAULTS, spoiled, type Spoil } from './shaped-faults.ts';
export { property } from './property.ts';
export { Portal } from './portal.ts';

export class HubSpotFake {
  readonly portal: Portal;
  readonly faults: FaultDesk;
  readonly app: FaultyApp;
  /** What the caller signs in with; a test may take another. */
  token = 'pat-test-0';

  constructor(portal = new Portal(), seed = 1) {
    this.portal = portal;
    this.faults = new FaultDesk(seed);
    this.app = this.faults.wrap(hubSpotApp(portal));
  }

  /** Without a socket. */
  caller(): Caller {
    return inProcess(this.app, () => this.#signIn());
  }

  /** On a free port of this machine. */
  async serve(patience?: number): Promise<Served & { readonly caller: Caller }> {
    const served = await serve(this.app);
    return { ...served, caller: overHttp(served.origin, () => this.#signIn(), patience) };
  }

  #signIn(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }
}
