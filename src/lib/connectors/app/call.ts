/** One call to an app over HTTP. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** From the slash on, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null: none. Bytes are sent as they are. */
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

/** What came of it. `lost`: no answer, or one that broke off; whether the app did it is not known. */
export type CallAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      header(name: string): string | null;
      readonly body: string;
    }
  | {
      readonly kind: 'lost';
      readonly because: 'dropped' | 'timeout' | 'stopped' | 'no-relay' | 'relay-refused';
      readonly said: string;
    };

/**
 * How calls reach an app: from the page, by the relay, or from Node. The host and the secrets belong to it; a connector names paths.
 * Never throws, never follows a redirect, never repeats.
 */
export type Caller = (call: Call) => Promise<CallAnswer>;
