import { createHash, webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  beginSignIn,
  challengeOf,
  codeIn,
  exchangeCode,
  refreshSession,
  type SignInTools,
} from '../../../../src/lib/connectors/app/salesforce/sign-in.ts';
import { salesforce } from '../../../../src/lib/connectors/app/salesforce/index.ts';
import { FaultDesk, html, inProcess, json } from '../../../servers/faults/index.ts';
import { FakeSalesforce } from '../../../servers/salesforce/index.ts';
import { fault, must } from './opened.ts';

const TOOLS: SignInTools = {
  random: (bytes) => webcrypto.getRandomValues(new Uint8Array(bytes)),
  sha256: async (bytes) => new Uint8Array(await webcrypto.subtle.digest('SHA-256', bytes)),
};
const LOGIN = 'https://acme.my.salesforce.com';

function open() {
  const fake = new FakeSalesforce();
  const desk = new FaultDesk();
  const caller = inProcess(desk.wrap(fake.answer), () => ({}));
  const app = { clientId: fake.sessions.client.id, redirectUri: fake.sessions.client.redirectUri };
  const goes = (url: string): string => {
    const { pathname, search } = new URL(url);
    return (
      fake.answer({ method: 'GET', path: `${pathname}${search}`, headers: {}, body: '' }).headers[
        'location'
      ] ?? ''
    );
  };
  return { fake, desk, caller, app, goes };
}

describe('signing in to Salesforce', () => {
  it('the challenge is RFC 7636’s, of its own example', async () => {
    const octets = [
      116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214,
      191, 240, 91, 88, 5, 88, 83, 132, 141, 121,
    ];
    const begun = await beginSignIn(
      LOGIN,
      { clientId: 'c', redirectUri: 'http://127.0.0.1/' },
      {
        ...TOOLS,
        random: (bytes) =>
          octets.length > 0 ? Uint8Array.from(octets.splice(0, bytes)) : new Uint8Array(bytes),
      },
    );
    expect(begun.verifier).toBe('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
    expect(await challengeOf(begun.verifier, TOOLS)).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
    const { searchParams, origin, pathname } = new URL(begun.url);
    expect([origin, pathname]).toEqual([LOGIN, '/services/oauth2/authorize']);
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: 'c',
      redirect_uri: 'http://127.0.0.1/',
      scope: 'api refresh_token',
      state: begun.state,
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    });
    expect(begun.url).not.toContain(begun.verifier);
  });

  it('a person goes, comes back, and the session works, ends and is renewed', async () => {
    const { fake, caller, app, goes } = open();
    const begun = await beginSignIn(LOGIN, app, TOOLS);
    const code = must(codeIn(goes(begun.url), begun));
    const session = must(await exchangeCode(caller, app, code, begun));
    expect(session).toMatchObject({ origin: LOGIN, account: fake.sessions.org() });
    let token = session.accessToken;
    const desk = new FaultDesk();
    const connector = salesforce(
      inProcess(desk.wrap(fake.answer), () => ({ authorization: `Bearer ${token}` })),
    );
    expect(must(await connector.account()).id).toBe(session.account);
    fake.sessions.end(token);
    expect(fault(await connector.account()).code).toBe('signed-out');
    const renewed = must(await refreshSession(caller, app, session.refreshToken ?? ''));
    expect([renewed.account, renewed.refreshToken]).toEqual([session.account, null]);
    token = renewed.accessToken;
    expect((await connector.account()).ok).toBe(true);
    fake.sessions.revokeAll();
    expect(fault(await refreshSession(caller, app, session.refreshToken ?? '')).code).toBe('signed-out');
  });

  it('a code holds once, for its own verifier', async () => {
    const { caller, app, goes } = open();
    const begun = await beginSignIn(LOGIN, app, TOOLS);
    const code = must(codeIn(goes(begun.url), begun));
    const other = await beginSignIn(LOGIN, app, TOOLS);
    const stolen = fault(await exchangeCode(caller, app, code, other));
    expect(stolen).toMatchObject({
      code: 'signed-out',
      said: 'invalid_grant: invalid code verifier',
      status: 400,
    });
    expect(fault(await exchangeCode(caller, app, code, begun)).said).toBe(
      'invalid_grant: expired authorization code',
    );
  });

  it('who comes back from another sign-in, or says no, brings no code', async () => {
    const { app, goes } = open();
    const begun = await beginSignIn(LOGIN, app, TOOLS);
    const other = await beginSignIn(LOGIN, app, TOOLS);
    expect(begun.state).not.toBe(other.state);
    expect(fault(codeIn(goes(other.url), begun)).code).toBe('not-understood');
    expect(fault(codeIn('not an address', begun)).code).toBe('not-understood');
    expect(fault(codeIn(`${app.redirectUri}?state=${begun.state}`, begun)).code).toBe('not-understood');
    const denied = `${app.redirectUri}?error=access_denied&error_description=end-user+denied&state=${begun.state}`;
    expect(fault(codeIn(denied, begun))).toMatchObject({
      code: 'forbidden',
      said: 'access_denied: end-user denied',
    });
  });

  it('[S319] a token is believed only of a host of Salesforce', async () => {
    const { desk, caller, app } = open();
    const begun = await beginSignIn(LOGIN, app, TOOLS);
    const good = {
      access_token: 't',
      instance_url: LOGIN,
      id: `${LOGIN}/id/00D000000000001EAA/005000000000001`,
    };
    for (const [more, isBelieved] of [
      [{}, true],
      [{ instance_url: 'https://acme--uat.sandbox.my.salesforce.com/' }, true],
      [{ instance_url: 'http://acme.my.salesforce.com' }, false],
      [{ instance_url: 'https://salesforce.com.evil.example' }, false],
      [{ instance_url: 'https://evilsalesforce.com' }, false],
      [{ instance_url: 'https://a.salesforce.com@evil.example' }, false],
      [{ instance_url: 'https://evil.example/.salesforce.com' }, false],
      [{ access_token: '' }, false],
      [{ access_token: 5 }, false],
      [{ id: `${LOGIN}/id/none` }, false],
      [{ refresh_token: {} }, false],
    ] as const) {
      desk.clear();
      desk.add({ kind: 'answer', when: 'before-commit', reply: json(200, { ...good, ...more }) });
      expect((await exchangeCode(caller, app, 'code', begun)).ok, JSON.stringify(more)).toBe(isBelieved);
    }
  });

  it('[S319] no secret is in what is told of a sign-in that fails', async () => {
    const { desk, caller, app } = open();
    const begun = await beginSignIn(LOGIN, app, TOOLS);
    const echo = (one: string) =>
      json(400, { error: 'invalid_grant', error_description: `bad ${one} ${begun.verifier}` });
    desk.add({ kind: 'answer', when: 'before-commit', reply: echo('the-code') });
    expect(fault(await exchangeCode(caller, app, 'the-code', begun)).said).toBe('invalid_grant: bad … …');
    desk.clear();
    desk.add({ kind: 'answer', when: 'before-commit', reply: echo('my-refresh') });
    expect(fault(await refreshSession(caller, app, 'my-refresh')).said).not.toContain('my-refresh');
    desk.clear();
    desk.add({ kind: 'answer', when: 'before-commit', reply: html(502) });
    expect(fault(await refreshSession(caller, app, 'r'))).toMatchObject({ code: 'app-down', status: 502 });
    desk.clear();
    desk.add({ kind: 'drop', when: 'before-commit' });
    expect(fault(await refreshSession(caller, app, 'r')).code).toBe('no-answer');
  });

  it('the fake’s own challenge is the one of Node', () => {
    expect(
      createHash('sha256').update('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk').digest('base64url'),
    ).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  });
});
