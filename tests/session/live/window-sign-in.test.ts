import { describe, expect, it } from 'vitest';
import { appOpener } from '../../../src/lib/connectors/app/open-app.ts';
import { windowSignIn } from '../../../src/lib/connectors/app/window-sign-in.ts';
import type { ProjectWorker } from '../../../src/lib/conversation/index.ts';
import { planDesk } from '../../../workers/plan/plan-desk.ts';
import { BACK, Org } from '../../connectors/app/salesforce/window-org.ts';
import { formsOf } from '../../support/stored-text.ts';
import { JOB, problem, SessionWorld, value, type Tab } from '../session-world.ts';

const PASSPHRASE = 'correct horse canary staple';

/** A session on an org that is signed in to in a window. */
class World {
  readonly world = new SessionWorld();
  readonly org = new Org();
  project = '';
  #tab: Tab | null = null;

  get session(): ProjectWorker {
    return this.#tab!.session;
  }

  async load(): Promise<void> {
    if (this.#tab !== null) {
      value(await this.session.closeProject());
      await this.#tab.kill();
    }
    this.#tab = await this.world.tab(() => planDesk(), undefined, {
      openApp: appOpener(this.org.ways),
      window: windowSignIn(this.org.ways),
      ways: async () => ({ relayed: [], direct: [] }),
      sleep: async () => undefined,
      now: () => new Date('2026-11-30T09:00:00.000Z'),
    });
    if (this.project === '') this.project = value(await this.session.createProject('Acme'));
    value(await this.session.openProject(this.project, JOB));
  }

  /** The address of the app's sign-in. */
  async begin(): Promise<string> {
    return value(await this.session.beginSignIn('left', this.org.settings, BACK));
  }
}

async function opened(): Promise<World> {
  const world = new World();
  await world.load();
  return world;
}

describe('a sign-in in a window of the app’s own', () => {
  it('[S423] a person who comes back is signed in, and nothing of the sign-in is stored or told', async () => {
    const world = await opened();
    const url = await world.begin();
    const returned = world.org.goes(url);
    const head = value(await world.session.finishSignIn('left', returned, JOB));
    const { settings } = world.org;
    expect(head).toMatchObject({
      account: { id: world.org.fake.sessions.org(), name: 'Acme' },
      settings,
      checked: '2026-11-30T09:00:00.000Z',
    });
    const secrets = [
      ...['state', 'code'].map((name) => new URL(returned).searchParams.get(name) ?? ''),
      ...world.org.given,
    ];
    expect(secrets).toHaveLength(4);
    const told = `${JSON.stringify(head)} ${await world.world.everything()}`;
    expect(told).toContain(settings.clientId);
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(20);
      expect(formsOf(secret).filter((form) => told.includes(form))).toEqual([]);
    }
    // Its code is used up, and so is the sign-in.
    expect(problem(await world.session.finishSignIn('left', returned, JOB))).toMatchObject({
      code: 'app-window',
      because: 'other-sign-in',
    });
  });

  it('[S423] what comes back from another sign-in is not taken, and the one that has begun goes on', async () => {
    const world = await opened();
    const nothing = await world.session.finishSignIn('left', `${BACK}?code=c&state=s`, JOB);
    expect(problem(nothing)).toMatchObject({ code: 'app-window', because: 'other-sign-in' });
    const before = world.org.goes(await world.begin());
    const url = await world.begin();
    for (const returned of [before, `${BACK}?code=c&state=forged`, `${BACK}?code=c`, 'no address'])
      expect(problem(await world.session.finishSignIn('left', returned, JOB))).toMatchObject({
        code: 'app-window',
        because: 'other-sign-in',
      });
    expect(world.org.logins).toEqual([]);
    expect(value(await world.session.connections()).left).toBeNull();
    expect(problem(await world.session.finishSignIn('right', world.org.goes(url), JOB)).code).toBe(
      'app-window',
    );
    value(await world.session.finishSignIn('left', world.org.goes(url), JOB));
  });

  it('[S352] [S423] one who says no is told so, and another org than the side’s is not let in', async () => {
    const world = await opened();
    world.org.fake.sessions.refuses = true;
    const refused = world.org.goes(await world.begin());
    expect(problem(await world.session.finishSignIn('left', refused, JOB))).toEqual({
      code: 'app-window',
      app: 'salesforce',
      because: 'refused',
      said: 'access_denied: end-user denied authorization',
    });
    world.org.fake.sessions.refuses = false;
    value(await world.session.finishSignIn('left', world.org.goes(await world.begin()), JOB));
    const { id } = value(await world.session.connections()).left!.account;
    await world.load();
    world.org.id = '00DAa0000000002MAA';
    const other = await world.session.finishSignIn('left', world.org.goes(await world.begin()), JOB);
    expect(problem(other)).toMatchObject({ code: 'app-other-account', kept: { id } });
    expect(value(await world.session.connections()).left?.signedIn).toBeNull();
  });

  it('[S422] [S424] the vault keeps the refresh token, and the newest where the app gives others', async () => {
    const world = await opened();
    world.org.fake.sessions.rotates = true;
    value(await world.session.finishSignIn('left', world.org.goes(await world.begin()), JOB));
    value(await world.session.makeVault(PASSPHRASE));
    // Renewed while it is used, and with every opening.
    world.org.fake.sessions.endAll();
    value(await world.session.readApp('accounts', 'left', 'Account', JOB));
    for (let visit = 0; visit < 2; visit++) {
      await world.load();
      expect(value(await world.session.openVault(PASSPHRASE, JOB))).toEqual({ left: null, right: null });
    }
    expect(value(await world.session.connections()).left?.signedIn).not.toBeNull();
    expect(world.org.given.length).toBeGreaterThan(4);
    const stored = await world.world.everything();
    for (const secret of world.org.given)
      expect(formsOf(secret).filter((form) => stored.includes(form))).toEqual([]);
  });

  it('[S445] parting takes the sign-in back at the org, the newest where it gave others; signing out leaves it', async () => {
    const world = await opened();
    const { sessions } = world.org.fake;
    sessions.rotates = true;
    value(await world.session.finishSignIn('left', world.org.goes(await world.begin()), JOB));
    sessions.endAll();
    value(await world.session.readApp('accounts', 'left', 'Account', JOB));
    const [token] = sessions.renewable;
    expect(sessions.renewable).toHaveLength(1);
    value(await world.session.signOut('left', false));
    expect(sessions.renewable).toEqual([token]);
    value(await world.session.finishSignIn('left', world.org.goes(await world.begin()), JOB));
    expect(sessions.renewable).toHaveLength(2);
    value(await world.session.signOut('left', true));
    expect(sessions.renewable).toEqual([token]);
    expect(value(await world.session.connections()).left).toBeNull();
  });

  it('[S445] what only the vault holds is taken back where it is open, and told where nothing is there to do it with', async () => {
    const world = await opened();
    const { sessions } = world.org.fake;
    value(await world.session.finishSignIn('left', world.org.goes(await world.begin()), JOB));
    value(await world.session.makeVault(PASSPHRASE));
    value(await world.session.signOut('left', false));
    value(await world.session.signOut('left', true));
    expect(sessions.renewable).toEqual([]);

    value(await world.session.finishSignIn('left', world.org.goes(await world.begin()), JOB));
    await world.load();
    const told = problem(await world.session.signOut('left', true));
    expect(told).toEqual({ code: 'app-not-taken-back', app: 'salesforce', said: '' });
    expect(sessions.renewable).toHaveLength(1);
    expect(value(await world.session.connections()).left).toBeNull();
    expect(value(await world.session.vault())).toMatchObject({ holds: { left: false } });
  });

  it('[S445] an org that does not answer keeps nobody from parting, and that it still lets in is told', async () => {
    const world = await opened();
    value(await world.session.finishSignIn('left', world.org.goes(await world.begin()), JOB));
    world.org.isAway = true;
    expect(problem(await world.session.signOut('left', true))).toEqual({
      code: 'app-not-taken-back',
      app: 'salesforce',
      said: 'no-answer',
    });
    expect(value(await world.session.connections()).left).toBeNull();
  });
});
