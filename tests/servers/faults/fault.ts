import type { FakeReply, FakeRequest } from './request.ts';

/** Did the app do what it was asked before it went wrong? */
export type When = 'before-commit' | 'after-commit';

/** What goes wrong with one call. */
export type FaultKind =
  /** The connection is closed without an answer. */
  | { readonly kind: 'drop'; readonly when: When }
  | { readonly kind: 'hang'; readonly when: When }
  | { readonly kind: 'drip'; readonly bytes: number; readonly milliseconds: number }
  /** Half of the answer: `cut` as a broken connection, else as if that were all of it. */
  | { readonly kind: 'half'; readonly cut: boolean }
  /** Another answer than the app's: HTML of a proxy, 429, 5xx, 401. */
  | { readonly kind: 'answer'; readonly when: When; readonly reply: FakeReply }
  /** The app's own answer, made into another: in another order, with lying counts, in part. */
  | { readonly kind: 'change'; readonly change: (reply: FakeReply, request: FakeRequest) => FakeReply }
  /** Something happens in the app first: a person edits, deletes, merges; a schema changes; a token ends. The call goes on. */
  | { readonly kind: 'meanwhile'; readonly run: (request: FakeRequest) => void };

/** Which calls it meets. Of these the first `skip` are spared, then `times` are met (all, without it), each by the chance `share`. */
export interface Meets {
  readonly method?: string;
  /** Of the path with its query. */
  readonly path?: RegExp;
  readonly where?: (request: FakeRequest) => boolean;
  readonly skip?: number;
  readonly times?: number;
  readonly share?: number;
}

export type Fault = FaultKind & { readonly meets?: Meets };

export function meets({ method, path, where }: Meets, request: FakeRequest): boolean {
  return (
    (method === undefined || method === request.method) &&
    (path === undefined || path.test(request.path)) &&
    (where === undefined || where(request))
  );
}
