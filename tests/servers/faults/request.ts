/** A call as a fake sees it, whatever brought it. Header names are lower case. */
export interface FakeRequest {
  readonly method: string;
  /** From the slash on, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface FakeReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A fake app. What it is asked for is done, all of it, when it returns: that is its commit. */
export type FakeApp = (request: FakeRequest) => FakeReply;

/** How a reply goes out to who asked. */
export type Delivery =
  | { readonly how: 'whole'; readonly reply: FakeReply }
  /** The connection is closed without a byte. */
  | { readonly how: 'drop' }
  /** Nothing is ever said; the connection stays open. */
  | { readonly how: 'hang' }
  /** `bytes` at a time, `milliseconds` apart. */
  | {
      readonly how: 'drip';
      readonly reply: FakeReply;
      readonly bytes: number;
      readonly milliseconds: number;
    }
  /** Promises all of it, sends the first half, and closes the connection. */
  | { readonly how: 'cut'; readonly reply: FakeReply };

/** A fake behind its faults. */
export type FaultyApp = (request: FakeRequest) => Delivery;
