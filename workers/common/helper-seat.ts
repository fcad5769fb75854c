import * as Comlink from 'comlink';
import type { Helper } from './share.ts';

interface Seated {
  readonly remote: Comlink.Remote<Helper>;
  /** Rejects when the other worker is gone; never resolves. */
  readonly left: Promise<never>;
  readonly leave: () => void;
}

/** Where the second worker is reached, whoever sits there. An empty seat refuses, and what it is left by it refuses at once. */
export class HelperSeat implements Helper {
  #seated: Seated | null = null;

  /** `port`: the other worker's; it may take its first task before it has answered anything. */
  take(port: MessagePort): void {
    this.leave();
    let leave = (): void => undefined;
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        port.close();
        reject(new Error('the second worker is gone'));
      };
    });
    left.catch(() => undefined);
    this.#seated = { remote: Comlink.wrap<Helper>(port), left, leave };
  }

  leave(): void {
    this.#seated?.leave();
    this.#seated = null;
  }

  async runTask(...asked: Parameters<Helper['runTask']>): ReturnType<Helper['runTask']> {
    if (this.#seated === null) throw new Error('there is no second worker');
    const { remote, left } = this.#seated;
    return Promise.race([remote.runTask(...asked), left]);
  }
}
