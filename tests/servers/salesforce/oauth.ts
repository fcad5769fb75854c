import { createHash } from 'node:crypto';
import { json, type FakeReply, type FakeRequest } from '../faults/index.ts';
import { AppError } from './errors.ts';
import type { Store } from './store.ts';

/** An app that may ask for a sign-in. */
export interface Client {
  readonly id: string;
  readonly redirectUri: string;
}

interface Grant {
  readonly client: Client;
  readonly challenge: string;
  readonly redirectUri: string;
}

/** What a refresh token stands for, and the sessions it gave. */
interface Renewing {
  readonly client: Client;
  readonly sessions: string[];
}

/** Signing in: OAuth 2.0 with PKCE, by a person who says yes at once; and who holds a session. */
export class Sessions {
  readonly #store: Store;
  readonly #codes = new Map<string, Grant>();
  readonly #refresh = new Map<string, Renewing>();
  readonly #open = new Set<string>();
  #made = 0;
  /** A refresh token is used once: each session comes with another (RTR). */
  rotates = false;
  /** The person says no; null: is asked, on a page. */
  refuses: boolean | null = false;
  client: Client = { id: '3MVG9fake', redirectUri: 'http://127.0.0.1:7317/signed-in' };

  constructor(store: Store) {
    this.#store = store;
  }

  /** A session without OAuth: a token that holds until it is ended. */
  open(): string {
    const token = `${this.org().slice(0, 15)}!AQ${this.#secret('access')}`;
    this.#open.add(token);
    return token;
  }

  end(token: string): void {
    this.#open.delete(token);
  }

  /** Every session ends: after it each call is a 401. */
  endAll(): void {
    this.#open.clear();
  }

  /** Refresh tokens are taken back as well, as an administrator can. */
  revokeAll(): void {
    this.endAll();
    this.#refresh.clear();
  }

  holds({ headers }: FakeRequest): boolean {
    const [, token = ''] = /^(?:Bearer|OAuth) (.+)$/.exec(headers['authorization'] ?? '') ?? [];
    return this.#open.has(token);
  }

  org(): string {
    return this.#store.all('Organization')[0]?.Id ?? '';
  }

  user(): string {
    return this.#store.all('User')[0]?.Id ?? '';
  }

  /** What does not need a session; null if the path is none of these. */
  answer(request: FakeRequest, origin: string): FakeReply | null {
    const { pathname, searchParams } = new URL(request.path, origin);
    switch (pathname) {
      case '/services/oauth2/authorize':
        return this.#authorize(searchParams);
      case '/services/oauth2/token':
        return this.#token(new URLSearchParams(request.body), origin);
      case '/services/oauth2/revoke': {
        const token = new URLSearchParams(request.body).get('token') ?? '';
        const held = this.#open.delete(token) || this.#refresh.has(token);
        if (!held) return oauthError('invalid_token', 'invalid token');
        // With a refresh token its sessions end.
        for (const session of this.#refresh.get(token)?.sessions ?? []) this.#open.delete(session);
        this.#refresh.delete(token);
        return { status: 200, headers: {}, body: '' };
      }
      default:
        return null;
    }
  }

  /** Who is signed in, to those who are. */
  userInfo(origin: string): FakeReply {
    const user = this.#store.row('User', this.user());
    return json(200, {
      sub: `${origin}/id/${this.org()}/${this.user()}`,
      user_id: this.user(),
      organization_id: this.org(),
      preferred_username: user?.['Username'] ?? '',
      name: user?.['Name'] ?? '',
      email: user?.['Email'] ?? '',
    });
  }

  #authorize(asked: URLSearchParams): FakeReply {
    const redirectUri = asked.get('redirect_uri') ?? '';
    if (asked.get('client_id') !== this.client.id)
      return oauthError('invalid_client_id', 'client identifier invalid');
    if (redirectUri !== this.client.redirectUri)
      return oauthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
    const back = new URL(redirectUri);
    const challenge = asked.get('code_challenge') ?? '';
    const answer = asked.get('answer');
    if (this.refuses === null && answer === null) {
      const to = (word: string): string => `/services/oauth2/authorize?${asked.toString()}&answer=${word}`;
      const link = (word: string): string => `<a href="${to(word).replaceAll('&', '&amp;')}">${word}</a>`;
      const page = `<!doctype html><title>Login | Salesforce</title><h1>Allow Access?</h1>${link('Allow')} ${link('Deny')}`;
      return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: page };
    }
    if (this.refuses === true || answer === 'Deny') {
      back.searchParams.set('error', 'access_denied');
      back.searchParams.set('error_description', 'end-user denied authorization');
    } else if (challenge === '') {
      back.searchParams.set('error', 'invalid_request');
      back.searchParams.set('error_description', 'missing required code challenge');
    } else {
      const code = `aPrx${this.#secret('code')}==`;
      this.#codes.set(code, { client: this.client, challenge, redirectUri });
      back.searchParams.set('code', code);
    }
    const state = asked.get('state');
    if (state !== null) back.searchParams.set('state', state);
    return { status: 302, headers: { location: back.href }, body: '' };
  }

  #token(asked: URLSearchParams, origin: string): FakeReply {
    if (asked.get('client_id') !== this.client.id)
      return oauthError('invalid_client_id', 'client identifier invalid');
    switch (asked.get('grant_type')) {
      case 'authorization_code': {
        const code = asked.get('code') ?? '';
        const grant = this.#codes.get(code);
        this.#codes.delete(code);
        if (grant === undefined) return oauthError('invalid_grant', 'expired authorization code');
        if (asked.get('redirect_uri') !== grant.redirectUri)
          return oauthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
        const verifier = createHash('sha256')
          .update(asked.get('code_verifier') ?? '')
          .digest('base64url');
        if (verifier !== grant.challenge) return oauthError('invalid_grant', 'invalid code verifier');
        const granted = this.#granted(origin);
        const sessions = [granted.access_token];
        return json(200, {
          ...granted,
          refresh_token: this.#refreshToken({ client: grant.client, sessions }),
        });
      }
      case 'refresh_token': {
        const token = asked.get('refresh_token') ?? '';
        const renewing = this.#refresh.get(token);
        if (renewing === undefined) return oauthError('invalid_grant', 'expired access/refresh token');
        const granted = this.#granted(origin);
        renewing.sessions.push(granted.access_token);
        if (!this.rotates) return json(200, granted);
        this.#refresh.delete(token);
        return json(200, { ...granted, refresh_token: this.#refreshToken(renewing) });
      }
      default:
        return oauthError('unsupported_grant_type', 'grant type not supported');
    }
  }

  /** Refresh tokens that hold. */
  get renewable(): readonly string[] {
    return [...this.#refresh.keys()];
  }

  #refreshToken(renewing: Renewing): string {
    const token = `5Aep861${this.#secret('refresh')}`;
    this.#refresh.set(token, renewing);
    return token;
  }

  #granted(origin: string): Readonly<Record<string, string>> & { readonly access_token: string } {
    return {
      access_token: this.open(),
      signature: 'c2lnbmF0dXJl',
      scope: 'api refresh_token',
      instance_url: origin,
      id: `${origin}/id/${this.org()}/${this.user()}`,
      token_type: 'Bearer',
      issued_at: String(this.#store.now),
    };
  }

  #secret(kind: string): string {
    return createHash('sha256')
      .update(`${kind} ${String(++this.#made)}`)
      .digest('base64url');
  }
}

const oauthError = (error: string, said: string): FakeReply => json(400, { error, error_description: said });

export const signedOut = (): AppError =>
  new AppError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
