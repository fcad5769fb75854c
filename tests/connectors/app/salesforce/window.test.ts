import { describe, expect, it } from 'vitest';
import { appOpener } from '../../../../src/lib/connectors/app/open-app.ts';
import { windowSignIn, type CameBack } from '../../../../src/lib/connectors/app/window-sign-in.ts';
import { fault, must } from './opened.ts';
import { BACK, Org } from './window-org.ts';

const opened = (came: CameBack) => {
  if (came.is !== 'opened') throw new Error(JSON.stringify(came));
  return came;
};

describe('signing in to Salesforce in a window of its own', () => {
  it('[S423] a person goes to the login host that was chosen, and the code becomes a session by the relay of that one', async () => {
    for (const [login, host] of [
      ['own', 'https://acme.my.salesforce.com'],
      ['production', 'https://login.salesforce.com'],
      ['sandbox', 'https://test.salesforce.com'],
    ] as const) {
      const org = new Org();
      const settings = { ...org.settings, login };
      const { url } = await windowSignIn(org.ways).begin(settings, BACK);
      expect(new URL(url).origin).toBe(host);
      const { opened: app, secret } = opened(await org.signIn(settings));
      expect(app.account).toEqual({ id: org.fake.sessions.org(), name: 'Acme' });
      expect(app.description.objects.length).toBeGreaterThan(3);
      expect(secret).toMatch(/^5Aep861/);
      expect(org.logins).toEqual([`salesforce-${login}`]);
    }
  });

  it('[S423] a person who says no, one who comes back from another sign-in and a code that is used up are told apart', async () => {
    const org = new Org();
    const signIn = windowSignIn(org.ways);
    const begun = await signIn.begin(org.settings, BACK);
    const other = await signIn.begin(org.settings, BACK);
    expect(await signIn.finish(begun, org.goes(other.url), org.onNew)).toEqual({ is: 'other-sign-in' });
    expect(await signIn.finish(begun, `${BACK}?state=${begun.state}`, org.onNew)).toEqual({
      is: 'other-sign-in',
    });
    expect(org.logins).toEqual([]);
    org.fake.sessions.refuses = true;
    expect(await signIn.finish(begun, org.goes(begun.url), org.onNew)).toEqual({
      is: 'refused',
      said: 'access_denied: end-user denied authorization',
    });
    expect(org.logins).toEqual([]);
    org.fake.sessions.refuses = false;
    const back = org.goes(begun.url);
    expect((await signIn.finish(begun, back, org.onNew)).is).toBe('opened');
    expect(await signIn.finish(begun, back, org.onNew)).toMatchObject({
      is: 'fault',
      fault: { code: 'signed-out' },
    });
  });

  it('[S353] [S423] an org at another host than the one that was named is not called', async () => {
    const org = new Org();
    const came = await org.signIn({ ...org.settings, origin: 'https://other.my.salesforce.com' });
    expect(came).toEqual({ is: 'other-host', found: 'https://acme.my.salesforce.com' });
    expect(org.calls).toEqual([]);
  });

  it('[S424] a session that is over is renewed once for all calls on their way, and each goes again once', async () => {
    const org = new Org();
    org.fake.sessions.rotates = true;
    const { opened: app } = opened(await org.signIn());
    org.fake.sessions.endAll();
    const [before, logins] = [org.calls.length, org.logins.length];
    const accounts = await Promise.all(Array.from({ length: 4 }, () => app.connector.account()));
    for (const account of accounts) expect(must(account)).toEqual(app.account);
    expect(org.calls.length - before).toBe(8);
    expect(org.logins.length - logins).toBe(1);
    expect(org.renewed).toHaveLength(1);
    // The newest signs in again, the one before does not.
    const open = appOpener(org.ways);
    expect(must(await open(org.settings, org.renewed[0]!, org.onNew)).account).toEqual(app.account);
    expect(org.renewed).toHaveLength(2);
    expect(fault(await open(org.settings, org.renewed[0]!, org.onNew)).code).toBe('signed-out');
  });

  it('[S424] what the app gives in place of a refresh token is kept before anything is asked with it', async () => {
    const org = new Org();
    org.fake.sessions.rotates = true;
    const { secret } = opened(await org.signIn());
    const order: string[] = [];
    org.before = () => order.push('asked');
    const open = appOpener(org.ways);
    const keep = async (): Promise<void> => {
      await new Promise((done) => setTimeout(done, 5));
      order.push('kept');
    };
    const { connector } = must(await open(org.settings, secret!, keep));
    expect(order.slice(0, 2)).toEqual(['kept', 'asked']);
    org.fake.sessions.endAll();
    order.length = 0;
    must(await connector.account());
    expect(order).toEqual(['asked', 'kept', 'asked']);
  });

  it('[S424] where the app renews nothing, or lets in to another org, the call is as it was: signed out', async () => {
    const org = new Org();
    const { opened: app } = opened(await org.signIn());
    org.fake.sessions.revokeAll();
    const before = org.calls.length;
    expect(fault(await app.connector.account()).code).toBe('signed-out');
    expect(org.calls.length - before).toBe(1);

    const moved = new Org();
    const there = opened(await moved.signIn());
    moved.fake.sessions.endAll();
    // The same refresh token, and another org behind it.
    moved.id = '00DAa0000000002MAA';
    expect(fault(await there.opened.connector.account()).code).toBe('signed-out');
  });
});
