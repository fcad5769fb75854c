import type { Account } from '../../src/lib/connectors/app/app-connector.ts';
import type { LiveSource } from '../../src/lib/connectors/app/live-source.ts';
import type { Side } from '../../src/lib/engine/index.ts';
import type { KeptSet } from '../keep/kept-set.ts';
import type { OpenedApp } from '../../src/lib/connectors/app/open-app.ts';
import type { LiveSides } from './live-sides.ts';

/** Where what is approved for a side of a sync would be written. */
export type LiveTarget =
  /** The records were read from a file, or there are none. */
  | { readonly is: 'file' }
  /** They were read from an app, and nobody is signed in to it in this visit. */
  | { readonly is: 'signed-out'; readonly source: LiveSource }
  /** Signed in, but not to the account they were read from. */
  | { readonly is: 'other-account'; readonly source: LiveSource; readonly account: Account }
  | { readonly is: 'ready'; readonly source: LiveSource; readonly live: OpenedApp };

/** Push protocol 2: the app, account and object that the records of this side came from. `set`: `OpenedProject.sets.get(sync, side)`. */
export function liveTarget(set: KeptSet | null, live: LiveSides, side: Side): LiveTarget {
  const source = set?.report.live;
  if (source === undefined) return { is: 'file' };
  const open = live.of(side);
  if (open === null || open.connector.app !== source.app) return { is: 'signed-out', source };
  return open.account.id === source.account.id
    ? { is: 'ready', source, live: open }
    : { is: 'other-account', source, account: open.account };
}
