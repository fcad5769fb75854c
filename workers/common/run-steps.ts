import type { Progress, Steps } from '../../src/lib/engine/index.ts';

/** How long a computation runs before messages are looked at (milliseconds). */
export const TURN = 50;

/**
 * Drives a computation, letting messages in between slices. Null where `stale` says it is no longer wanted; what it
 * finished until then stays in its memo.
 */
export async function runSteps<T>(
  steps: Steps<T>,
  onProgress: (progress: Progress) => void,
  stale: () => boolean,
): Promise<T | null> {
  let since = performance.now();
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    if (performance.now() - since < TURN) continue;
    onProgress(next.value);
    await nextTurn();
    if (stale()) return null;
    since = performance.now();
  }
}

/** The same to its end, where nothing can make it unwanted. */
export async function runToEnd<T>(steps: Steps<T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    if (performance.now() - since < TURN) continue;
    await nextTurn();
    since = performance.now();
  }
}

/** One turn of the event loop, without the delay a timer has. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
