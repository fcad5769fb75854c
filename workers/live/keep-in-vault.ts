import type { Account } from '../../src/lib/connectors/app/app-connector.ts';
import type { AppSettings } from '../../src/lib/connectors/app/app-settings.ts';
import type { Answer } from '../../src/lib/conversation/index.ts';
import type { Side } from '../../src/lib/engine/index.ts';
import { done, failed } from '../common/answer.ts';
import { keptConnection, type LiveProject } from './live-project.ts';
import { seal, unseal } from './seal.ts';

/** What stands under the seal of a side: all that signs in again, so that nothing beside it can send a secret elsewhere (S422). */
export interface InVault {
  readonly account: Account;
  readonly settings: AppSettings;
  readonly secret: string;
}

/** Binds a seal to its place: it opens in no other project and for no other side. */
export const placeInVault = (project: string, of: Side | 'proof'): string =>
  `drysync-vault-1 ${project} ${of}`;

/** Puts what signs in to a side's account into the vault where one is open; else nothing is done. */
export async function keepInVault(
  { store, project, live }: LiveProject,
  side: Side,
  secret: string,
): Promise<Answer<null>> {
  const { vaultKey: key } = live;
  const connection = keptConnection(project, side);
  if (key === null || connection === null) return done(null);
  const { account, settings } = connection;
  const kept: InVault = { account, settings, secret };
  const sealed = await seal(key, JSON.stringify(kept), placeInVault(project.id, side));
  const row = await store.projects.changeVault(project.id, ({ vault = null, connections }) => {
    // Meanwhile it was forgotten, or the account parted from.
    const isStill = vault !== null && connections?.[side]?.account.id === account.id;
    return isStill ? { ...vault, [side]: sealed } : vault;
  });
  if (!row.ok) return failed(row.problem);
  project.takeRow(row.value);
  return done(null);
}

/** What the open vault holds to sign in to the side's account again; null where it is closed, or has nothing. */
export async function openInVault({ project, live }: LiveProject, side: Side): Promise<InVault | null> {
  const sealed = project.row.vault?.[side] ?? null;
  if (live.vaultKey === null || sealed === null) return null;
  const text = await unseal(live.vaultKey, sealed, placeInVault(project.id, side));
  if (text === null) return null;
  const kept = JSON.parse(text) as InVault;
  return kept.account.id === keptConnection(project, side)?.account.id ? kept : null;
}
