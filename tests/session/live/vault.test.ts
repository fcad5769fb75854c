import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { AppSettings } from '../../../src/lib/connectors/app/app-settings.ts';
import type { OpenApp } from '../../../src/lib/connectors/app/open-app.ts';
import type { ProjectRow } from '../../../src/lib/store/index.ts';
import type { ProjectWorker } from '../../../src/lib/conversation/index.ts';
import { planDesk } from '../../../workers/plan/plan-desk.ts';
import type { LiveParts } from '../../../workers/live/live-desk.ts';
import { keyOf, seal, unseal } from '../../../workers/live/seal.ts';
import { MemoryApp } from '../../servers/memory/memory-app.ts';
import { MemoryConnector } from '../../servers/memory/memory-connector.ts';
import { formsOf } from '../../support/stored-text.ts';
import { NO_WINDOW } from './live-app.ts';
import { JOB, problem, SessionWorld, value, type Tab } from '../session-world.ts';

const PASSPHRASE = 'correct horse canary staple';
const LEFT: AppSettings = { app: 'pocketbase', origin: 'http://127.0.0.1:8090', email: 'a@example.com' };
const RIGHT: AppSettings = { app: 'hubspot' };

/** Two apps that let in who has the newest secret, which they may put another in place of. */
class Apps {
  readonly account = { pocketbase: 'memory-1', hubspot: 'memory-2' };
  readonly secrets = { pocketbase: 'canary-secret-left-1', hubspot: 'canary-secret-right-1' };
  /** Every sign-in is given the next secret, and the one before ends. */
  rotates = false;
  down = false;
  #made = 1;

  readonly open: OpenApp = async (settings, secret, onNew) => {
    const { app } = settings;
    if (app !== 'pocketbase' && app !== 'hubspot') throw new Error(app);
    if (secret !== this.secrets[app]) return REFUSED;
    if (this.rotates) {
      this.secrets[app] = `canary-secret-next-${String(++this.#made)}`;
      await onNew?.(this.secrets[app]);
    }
    if (this.down) return DOWN;
    const own = new MemoryApp([{ name: 'people', fields: [{ name: 'email', unique: true }] }]);
    own.accountId = this.account[app];
    const connector = new Proxy(new MemoryConnector(own, () => null), {
      get: (target, name) => {
        if (name === 'app') return app;
        const found: unknown = Reflect.get(target, name, target);
        return typeof found === 'function' ? found.bind(target) : found;
      },
    });
    const description = await connector.describe();
    if (!description.ok) return description;
    const { account } = description.value;
    return { ok: true, value: { connector, account, description: description.value } };
  };

  get parts(): LiveParts {
    return {
      openApp: this.open,
      window: NO_WINDOW,
      ways: async () => ({ relayed: [], direct: [] }),
      sleep: async () => undefined,
      now: () => new Date('2026-11-30T09:00:00.000Z'),
    };
  }
}

const fault = (code: 'signed-out' | 'app-down') =>
  ({ ok: false, fault: { code, category: 'transport', status: 401, said: '', waitFor: null } }) as const;
const REFUSED = fault('signed-out');
const DOWN = fault('app-down');

class World {
  readonly world = new SessionWorld();
  readonly apps = new Apps();
  project = '';
  #tab: Tab | null = null;

  get session(): ProjectWorker {
    return this.#tab!.session;
  }

  /** Another worker, that knows nobody. */
  async load(): Promise<void> {
    if (this.#tab !== null) {
      value(await this.session.closeProject());
      await this.#tab.kill();
    }
    this.#tab = await this.world.tab(() => planDesk(), undefined, this.apps.parts);
    if (this.project === '') this.project = value(await this.session.createProject('Acme'));
    value(await this.session.openProject(this.project, JOB));
  }

  async signInByHand(): Promise<void> {
    value(await this.session.signIn('left', LEFT, this.apps.secrets.pocketbase, JOB));
    value(await this.session.signIn('right', RIGHT, this.apps.secrets.hubspot, JOB));
  }

  async row(): Promise<ProjectRow> {
    let row: ProjectRow | undefined;
    await this.world.raw('projects', (store) => {
      const request = store.get(this.project);
      request.onsuccess = () => (row = request.result as ProjectRow);
    });
    return row!;
  }

  /** Who is signed in. */
  async who(): Promise<readonly string[]> {
    const { left, right } = value(await this.session.connections());
    return [left, right].flatMap((one) => (one?.signedIn == null ? [] : [one.account.id]));
  }
}

async function kept(): Promise<World> {
  const world = new World();
  await world.load();
  await world.signInByHand();
  value(await world.session.makeVault(PASSPHRASE));
  return world;
}

describe('the vault', () => {
  it('[S420] is not there unless a person wants it, and a reload signs everybody out', async () => {
    const world = new World();
    await world.load();
    await world.signInByHand();
    expect(value(await world.session.vault())).toEqual({ is: 'none' });
    await world.load();
    expect(await world.who()).toEqual([]);
    expect(problem(await world.session.openVault(PASSPHRASE, JOB)).code).toBe('no-vault');
  });

  it('[S420] [S422] one passphrase signs in to every account, and nothing that is stored or leaves holds a secret', async () => {
    const world = await kept();
    const secrets = [...Object.values(world.apps.secrets), PASSPHRASE].flatMap(formsOf);
    const nowhere = async (): Promise<void> => {
      const stored = await world.world.everything();
      expect(secrets.filter((secret) => stored.includes(secret))).toEqual([]);
      // It is looked for where it would be seen.
      expect(stored).toContain('a@example.com');
      for (const withRecords of [false, true]) {
        const { blob } = value(await world.session.projectOut(withRecords, JOB));
        const entries = Object.values(unzipSync(new Uint8Array(await blob.arrayBuffer())));
        const text = entries.map((bytes) => Buffer.from(bytes).toString('latin1')).join('\n');
        expect(text).toContain('Acme');
        expect([...secrets, 'proof', 'vault'].filter((secret) => text.includes(secret))).toEqual([]);
      }
    };
    await nowhere();
    expect(value(await world.session.vault())).toEqual({ is: 'open', holds: { left: true, right: true } });
    await world.load();
    expect(value(await world.session.vault())).toEqual({ is: 'closed', holds: { left: true, right: true } });
    expect(await world.who()).toEqual([]);
    expect(value(await world.session.openVault(PASSPHRASE, JOB))).toEqual({ left: null, right: null });
    expect(await world.who()).toEqual(['memory-1', 'memory-2']);
    await nowhere();
  });

  it('[S420] every seal has rounds, a salt and an IV of its own, and no key can be read out', async () => {
    const world = await kept();
    const { vault } = await world.row();
    const seals = [vault!.proof, vault!.left!, vault!.right!];
    value(await world.session.signIn('left', LEFT, world.apps.secrets.pocketbase, JOB));
    seals.push((await world.row()).vault!.left!);
    for (const { iterations, salt, iv } of seals) {
      expect(iterations).toBeGreaterThanOrEqual(600_000);
      expect([salt.length, iv.length]).toEqual([16, 12]);
    }
    for (const part of ['salt', 'iv', 'bytes'] as const)
      expect(new Set(seals.map((one) => Buffer.from(one[part]).toString('hex'))).size).toBe(4);
    const key = await keyOf(PASSPHRASE);
    expect([key.extractable, key.usages]).toEqual([false, ['deriveKey']]);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  it('[S421] a wrong passphrase signs nobody in and changes nothing; a short one makes no vault', async () => {
    const world = await kept();
    const before = await world.row();
    await world.load();
    for (const wrong of ['correct horse canary stapl', `${PASSPHRASE} `])
      expect(problem(await world.session.openVault(wrong, JOB)).code).toBe('wrong-passphrase');
    expect(await world.who()).toEqual([]);
    expect((await world.row()).vault).toEqual(before.vault);
    expect(value(await world.session.vault()).is).toBe('closed');
    expect(problem(await world.session.makeVault('eleven char'))).toEqual({
      code: 'passphrase-short',
      least: 12,
    });
    expect((await world.row()).vault).toEqual(before.vault);
    const composed = await seal(await keyOf('Ångström kräver'), 'text', 'place');
    expect(await unseal(await keyOf('Ångström kräver'.normalize('NFD')), composed, 'place')).toBe('text');
  });

  it('[S422] a seal opens in its place alone, and one that was damaged leaves the others', async () => {
    const world = await kept();
    await world.load();
    const { vault, ...row } = await world.row();
    // The left side's sign-in, put where the right one's was.
    await world.world.raw('projects', (store) =>
      store.put({ ...row, vault: { ...vault!, right: vault!.left } }),
    );
    await world.load();
    expect(value(await world.session.openVault(PASSPHRASE, JOB))).toEqual({
      left: null,
      right: { code: 'vault-damaged', side: 'right' },
    });
    expect(await world.who()).toEqual(['memory-1']);
  });

  it('[S352] [S422] the account is asked first: another one is not let in, and the others are', async () => {
    const world = await kept();
    await world.load();
    world.apps.account.hubspot = 'memory-9';
    const { left, right } = value(await world.session.openVault(PASSPHRASE, JOB));
    expect(left).toBeNull();
    expect(right).toMatchObject({
      code: 'app-other-account',
      kept: { id: 'memory-2' },
      found: { id: 'memory-9' },
    });
    expect(await world.who()).toEqual(['memory-1']);
    // Open as it is, it is asked again without its passphrase.
    world.apps.account.hubspot = 'memory-2';
    expect(value(await world.session.openVault(null, JOB))).toEqual({ left: null, right: null });
    expect(await world.who()).toEqual(['memory-1', 'memory-2']);
  });

  it('[S422] what an app gives in place of a secret is kept, also where the sign-in then fails', async () => {
    const world = await kept();
    world.apps.rotates = true;
    for (const down of [true, false, false]) {
      await world.load();
      world.apps.down = down;
      const { left, right } = value(await world.session.openVault(PASSPHRASE, JOB));
      const code = down ? 'app-fault' : undefined;
      expect([left?.code, right?.code]).toEqual([code, code]);
    }
    expect(await world.who()).toEqual(['memory-1', 'memory-2']);
  });

  it('[S422] parting takes a sign-in out of a closed vault, forgetting takes all; signing out leaves it in', async () => {
    const world = await kept();
    value(await world.session.signOut('left', false));
    expect(value(await world.session.vault())).toEqual({ is: 'open', holds: { left: true, right: true } });
    await world.load();
    value(await world.session.signOut('left', true));
    expect(value(await world.session.vault())).toEqual({ is: 'closed', holds: { left: false, right: true } });
    expect((await world.row()).vault?.left).toBeNull();
    value(await world.session.openVault(PASSPHRASE, JOB));
    expect(await world.who()).toEqual(['memory-2']);
    // Who signs in while it is open is kept.
    value(await world.session.signIn('left', LEFT, world.apps.secrets.pocketbase, JOB));
    expect(value(await world.session.vault())).toMatchObject({ holds: { left: true } });
    value(await world.session.forgetVault());
    expect((await world.row()).vault).toBeNull();
    expect(await world.who()).toEqual(['memory-1', 'memory-2']);
    await world.load();
    expect(value(await world.session.vault())).toEqual({ is: 'none' });
  });
});
