import * as Comlink from 'comlink';
import { holdLock } from '../../../workers/common/hold.ts';

/** A worker that answers, stays silent or fails, as it is told. */
export class Echo {
  hold(name: string): Promise<boolean> {
    return holdLock(name);
  }
  echo(text: string): string {
    return text;
  }
  silence(): Promise<string> {
    return new Promise(() => undefined);
  }
  fail(): Promise<string> {
    // Outside of the call: an error nobody catches.
    setTimeout(() => {
      throw new Error('out of memory');
    });
    return this.silence();
  }
}

Comlink.expose(new Echo());
