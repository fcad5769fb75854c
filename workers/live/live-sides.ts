import type { OpenedApp } from '../../src/lib/connectors/app/open-app.ts';
import type { BegunInWindow } from '../../src/lib/connectors/app/window-sign-in.ts';
import type { Both, Side } from '../../src/lib/engine/index.ts';
import type { AppReading } from './app-reading.ts';

/** A reading that was cut, and where it belongs. */
interface CutReading {
  readonly sync: string;
  readonly side: Side;
  readonly reading: AppReading;
}

/** What signs in to a side's app again: the newest, where the app puts others in its place. */
export interface Held {
  secret: string;
}

type OfSides<T> = { -readonly [S in keyof Both<unknown>]: T | null };

/** The apps the open project is signed in to, while this worker lives: connectors and the secrets in them are kept in memory alone. */
export class LiveSides {
  readonly #open: OfSides<OpenedApp> = { left: null, right: null };
  readonly #held: OfSides<Held> = { left: null, right: null };
  /** Sign-ins in a window of the app's that have begun: their verifiers are secrets (S423). */
  readonly begun: OfSides<BegunInWindow> = { left: null, right: null };
  /** Of the project's vault; null: it is closed, or there is none (S420). */
  vaultKey: CryptoKey | null = null;
  #cut: readonly CutReading[] = [];
  /** Sets that were read and that the design was not looked at with yet. */
  readonly fresh = new Set<string>();

  of(side: Side): OpenedApp | null {
    return this.#open[side];
  }

  /** What signs in to the side's app again; null: nobody is signed in, or it cannot be kept. */
  held(side: Side): Held | null {
    return this.#held[side];
  }

  /** `null`: signed out. `held`: where it is another sign-in; else what is held of this one stays. */
  set(side: Side, live: OpenedApp | null, held = this.#held[side]): void {
    this.#open[side] = live;
    this.#held[side] = live === null ? null : held;
  }

  /** The reading of a side that was cut; null where none was. */
  reading(sync: string, side: Side): AppReading | null {
    return this.#cut.find((one) => one.sync === sync && one.side === side)?.reading ?? null;
  }

  keepReading(sync: string, side: Side, reading: AppReading | null): void {
    const others = this.#cut.filter((one) => one.sync !== sync || one.side !== side);
    this.#cut = reading === null ? others : [...others, { sync, side, reading }];
  }

  cut(side: Side): readonly { readonly sync: string; readonly object: string; readonly read: number }[] {
    const own = this.#cut.filter((one) => one.side === side);
    return own.map(({ sync, reading }) => ({ sync, object: reading.source.object, read: reading.read }));
  }

  /** Gives up what was cut: of one side, or of both. */
  async forget(side: Side | null = null): Promise<void> {
    const over = this.#cut.filter((one) => side === null || one.side === side);
    this.#cut = this.#cut.filter((one) => !over.includes(one));
    for (const { reading } of over) await reading.abort();
  }
}
