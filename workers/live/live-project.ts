import type { Account } from '../../src/lib/connectors/app/app-connector.ts';
import type { AppSettings } from '../../src/lib/connectors/app/app-settings.ts';
import type { Side } from '../../src/lib/engine/index.ts';
import type { Store } from '../../src/lib/store/index.ts';
import type { OpenedProject } from '../project/opened-project.ts';
import type { LiveSides } from './live-sides.ts';

/** The open project, and where its sign-ins are. */
export interface LiveProject {
  readonly store: Store;
  readonly project: OpenedProject;
  readonly live: LiveSides;
}

/** A side's account, and what signing in to it needs beside the secret (S352). */
export interface Connection {
  readonly account: Account;
  readonly settings: AppSettings;
  /** ISO 8601: when the app was last asked whose it is; null: not since that is noted. */
  readonly checked: string | null;
}

/** What the project keeps of a side's app; this code wrote it. */
export function keptConnection({ row }: OpenedProject, side: Side): Connection | null {
  const kept = row.connections?.[side] ?? null;
  if (kept === null) return null;
  return {
    account: kept.account,
    settings: kept.settings as unknown as AppSettings,
    checked: kept.checked ?? null,
  };
}
