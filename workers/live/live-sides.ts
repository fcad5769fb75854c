import type { Account, AppConnector, AppDescription } from '../../src/lib/connectors/app/app-connector.ts';
import type { Both, Side } from '../../src/lib/engine/index.ts';

/** An app that is signed in to. */
export interface LiveSide {
  readonly connector: AppConnector;
  readonly account: Account;
  readonly description: AppDescription;
}

/** The apps the open project is signed in to, while this worker lives: connectors and the secrets in them are kept in memory alone. */
export class LiveSides {
  readonly #open: { -readonly [S in keyof Both<unknown>]: LiveSide | null } = { left: null, right: null };

  of(side: Side): LiveSide | null {
    return this.#open[side];
  }

  /** `null`: signed out. */
  set(side: Side, live: LiveSide | null): void {
    this.#open[side] = live;
  }
}
