import type { Caller } from '../call.ts';
import type { Answer, AppFault } from '../fault.ts';
import { lostFault, refusedFault, strangeFault } from './faults.ts';
import { isJson, isText, parsed, type Json } from './form.ts';
import { withoutSecrets } from './secrets.ts';
import { isId, longId } from './soql.ts';

/** The app of the org that a person lets in: its client id and where the person is sent back to. No client secret: PKCE is in its place. */
export interface SignInApp {
  readonly clientId: string;
  readonly redirectUri: string;
}

/** What only a platform has. */
export interface SignInTools {
  random(bytes: number): Uint8Array;
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/** What is asked for: the records, and to stay signed in. */
export const SCOPES = ['api', 'refresh_token'] as const;

/** A sign-in that has begun: where the person goes, and what is kept until they are back. */
export interface Begun {
  readonly url: string;
  readonly state: string;
  /** A secret of this sign-in. */
  readonly verifier: string;
}

/** Secrets and where they hold. */
export interface Session {
  readonly accessToken: string;
  /** Null where the org gives none, or kept the one it gave. */
  readonly refreshToken: string | null;
  /** `https://…`, of the org itself. */
  readonly origin: string;
  /** The org's id; a push goes to no other. */
  readonly account: string;
}

/** Bytes of chance in a verifier: 43 signs of it (RFC 7636, 4.1). */
const CHANCE = 32;

/** `loginOrigin`: `https://login.salesforce.com`, `https://test.salesforce.com`, or an org's own. */
export async function beginSignIn(loginOrigin: string, app: SignInApp, tools: SignInTools): Promise<Begun> {
  const verifier = base64Url(tools.random(CHANCE));
  const state = base64Url(tools.random(CHANCE));
  const url = new URL('/services/oauth2/authorize', loginOrigin);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: app.redirectUri,
    scope: SCOPES.join(' '),
    state,
    code_challenge: await challengeOf(verifier, tools),
    code_challenge_method: 'S256',
  }).toString();
  return { url: url.href, state, verifier };
}

/** RFC 7636, 4.2: S256. */
export const challengeOf = async (verifier: string, tools: SignInTools): Promise<string> =>
  base64Url(await tools.sha256(new TextEncoder().encode(verifier)));

/** The code in the address a person came back to; a fault where they said no, or came back from another sign-in than this one. */
export function codeIn(returned: string, { state }: Begun): Answer<string> {
  const asked = URL.canParse(returned) ? new URL(returned).searchParams : new URLSearchParams();
  const code = asked.get('code') ?? '';
  if (asked.get('state') !== state || (code === '' && !asked.has('error')))
    return fault('not-understood', '');
  if (code !== '') return { ok: true, value: code };
  const said = `${asked.get('error') ?? ''}: ${asked.get('error_description') ?? ''}`;
  return fault('forbidden', withoutSecrets(said, [state]));
}

/** Which hosts an org can have. A token is sent to no other, whatever an answer names. */
export const isSalesforce = (origin: string): boolean =>
  /^https:\/\/(?:[a-z0-9-]+\.)+(?:salesforce\.com|force\.com|salesforce\.mil|sfcrmproducts\.cn)$/.test(
    origin,
  );

/** The code for a session: once, and with the verifier of the sign-in that it came from. `caller` reaches the login host. */
export const exchangeCode = (
  caller: Caller,
  app: SignInApp,
  code: string,
  { verifier }: Begun,
  isHost = isSalesforce,
): Promise<Answer<Session>> =>
  token(
    caller,
    {
      grant_type: 'authorization_code',
      client_id: app.clientId,
      redirect_uri: app.redirectUri,
      code,
      code_verifier: verifier,
    },
    isHost,
  );

/** A new session by a refresh token, which stays the same unless the session has another. */
export const refreshSession = (
  caller: Caller,
  app: Pick<SignInApp, 'clientId'>,
  refreshToken: string,
  isHost = isSalesforce,
): Promise<Answer<Session>> =>
  token(
    caller,
    { grant_type: 'refresh_token', client_id: app.clientId, refresh_token: refreshToken },
    isHost,
  );

async function token(
  caller: Caller,
  asked: Readonly<Record<string, string>>,
  isHost: (origin: string) => boolean,
): Promise<Answer<Session>> {
  const answer = await post(caller, '/services/oauth2/token', asked);
  if (answer.kind === 'lost') return { ok: false, fault: lostFault(answer) };
  const json = parsed(answer.body);
  const secrets = [asked['code'], asked['code_verifier'], asked['refresh_token']].filter(isText);
  if (answer.status !== 200)
    return isJson(json) && isText(json['error'])
      ? refusedBy(json, answer.status, secrets)
      : { ok: false, fault: refusedFault(answer) };
  const session = isJson(json) ? sessionIn(json, isHost) : null;
  return session === null ? { ok: false, fault: strangeFault(answer) } : { ok: true, value: session };
}

/** Takes a sign-in back where it was given: neither the refresh token nor a session of it holds any more. One that did not hold already is as good. */
export async function revokeSignIn(caller: Caller, refreshToken: string): Promise<Answer<null>> {
  const answer = await post(caller, '/services/oauth2/revoke', { token: refreshToken });
  if (answer.kind === 'lost') return { ok: false, fault: lostFault(answer) };
  if (answer.status === 200) return { ok: true, value: null };
  const json = parsed(answer.body);
  if (!isJson(json) || !isText(json['error'])) return { ok: false, fault: refusedFault(answer) };
  return json['error'] === 'invalid_token'
    ? { ok: true, value: null }
    : refusedBy(json, answer.status, [refreshToken]);
}

const post = (caller: Caller, path: string, asked: Readonly<Record<string, string>>): ReturnType<Caller> =>
  caller({
    method: 'POST',
    path,
    headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(asked).toString(),
  });

function sessionIn(json: Json, isHost: (origin: string) => boolean): Session | null {
  const { access_token: accessToken, refresh_token: refreshToken = null, instance_url: instance, id } = json;
  if (!isText(accessToken) || accessToken === '' || !isText(instance) || !isText(id)) return null;
  if (refreshToken !== null && !isText(refreshToken)) return null;
  const origin = instance.replace(/\/$/, '');
  // `https://login.salesforce.com/id/ORG/USER`
  const account = /\/id\/([A-Za-z0-9]+)\/[A-Za-z0-9]+$/.exec(id)?.[1] ?? '';
  if (!isHost(origin) || !isId(account)) return null;
  return { accessToken, refreshToken, origin, account: longId(account) };
}

/** What no second try helps: the person signs in again. */
const OVER = new Set(['invalid_grant', 'inactive_user', 'inactive_org']);

function refusedBy(json: Json, status: number, secrets: readonly string[]): Answer<never> {
  const code = String(json['error']);
  const about = isText(json['error_description']) ? json['error_description'] : '';
  return fault(
    OVER.has(code) ? 'signed-out' : 'forbidden',
    withoutSecrets(`${code}: ${about}`, secrets),
    status,
  );
}

const fault = (code: AppFault['code'], said: string, status: number | null = null): Answer<never> => ({
  ok: false,
  fault: { code, category: code === 'forbidden' ? 'permission' : 'transport', status, said, waitFor: null },
});

/** RFC 4648, 5, without padding. */
const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
