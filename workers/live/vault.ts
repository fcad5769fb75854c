import type { Answer, Problem, VaultHead } from '../../src/lib/conversation/index.ts';
import { onBoth, SIDES, type Both, type Side } from '../../src/lib/engine/index.ts';
import { done, failed } from '../common/answer.ts';
import type { Work } from '../common/work.ts';
import { keepInVault, placeInVault, type InVault } from './keep-in-vault.ts';
import type { LiveDesk } from './live-desk.ts';
import { keptConnection, type LiveProject } from './live-project.ts';
import { keyOf, seal, unseal } from './seal.ts';

/** Characters a passphrase has at least: who has the machine's files can try them as fast as he likes (S421). */
export const SHORTEST = 12;

/** Sign-ins a person keeps on this machine, under a passphrase (S420). */
export class VaultDesk {
  readonly #apps: Pick<LiveDesk, 'signIn'>;

  constructor(apps: Pick<LiveDesk, 'signIn'>) {
    this.#apps = apps;
  }

  head({ project, live }: LiveProject): VaultHead {
    const vault = project.row.vault ?? null;
    if (vault === null) return { is: 'none' };
    return {
      is: live.vaultKey === null ? 'closed' : 'open',
      holds: onBoth((side) => vault[side] !== null),
    };
  }

  /** A new one, with the sign-ins of now; one that was there is replaced. */
  async make(at: LiveProject, passphrase: string): Promise<Answer<null>> {
    if ([...passphrase].length < SHORTEST) return failed({ code: 'passphrase-short', least: SHORTEST });
    const key = await keyOf(passphrase);
    const proof = await seal(key, '', placeInVault(at.project.id, 'proof'));
    const made = { proof, left: null, right: null };
    const row = await at.store.projects.changeVault(at.project.id, () => made);
    if (!row.ok) return failed(row.problem);
    at.project.takeRow(row.value);
    at.live.vaultKey = key;
    return this.#keepAll(at);
  }

  /** Signs in to every account in it whose check holds (S422), and answers why the others were not. `passphrase` null: it is open already. */
  async open(at: LiveProject, passphrase: string | null, work: Work): Promise<Answer<Both<Problem | null>>> {
    const { project, live } = at;
    const vault = project.row.vault ?? null;
    if (vault === null) return failed({ code: 'no-vault' });
    const key = passphrase === null ? live.vaultKey : await keyOf(passphrase);
    if (key === null || (await unseal(key, vault.proof, placeInVault(project.id, 'proof'))) === null)
      return failed({ code: 'wrong-passphrase' });
    live.vaultKey = key;
    const kept = await this.#keepAll(at);
    if (!kept.ok) return kept;
    const problems: { -readonly [S in Side]: Problem | null } = { left: null, right: null };
    for (const side of SIDES) {
      const sealed = vault[side];
      if (sealed === null || live.of(side) !== null) continue;
      const text = await unseal(key, sealed, placeInVault(project.id, side));
      problems[side] =
        text === null
          ? { code: 'vault-damaged', side }
          : await this.#signIn(at, side, JSON.parse(text) as InVault, work);
      if (problems[side]?.code === 'cancelled') return failed(problems[side]);
    }
    return done(problems);
  }

  async forget({ store, project, live }: LiveProject): Promise<Answer<null>> {
    const row = await store.projects.changeVault(project.id, () => null);
    if (!row.ok) return failed(row.problem);
    project.takeRow(row.value);
    live.vaultKey = null;
    return done(null);
  }

  async #signIn(
    at: LiveProject,
    side: Side,
    { account, settings, secret }: InVault,
    work: Work,
  ): Promise<Problem | null> {
    const kept = keptConnection(at.project, side)?.account ?? null;
    if (kept?.id !== account.id)
      return kept === null
        ? { code: 'vault-damaged', side }
        : { code: 'app-other-account', app: settings.app, kept, found: account };
    const answer = await this.#apps.signIn(at, side, settings, secret, work, true);
    return answer.ok ? null : answer.problem;
  }

  /** Somebody who signed in by hand keeps that from now on. */
  async #keepAll(at: LiveProject): Promise<Answer<null>> {
    for (const side of SIDES) {
      const held = at.live.held(side);
      const kept = held === null ? done(null) : await keepInVault(at, side, held.secret);
      if (!kept.ok) return kept;
    }
    return done(null);
  }
}
