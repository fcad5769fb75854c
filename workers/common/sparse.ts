import type { OnProgress } from '../../src/lib/conversation/index.ts';
import type { StepName } from '../../src/lib/engine/index.ts';

/** Progress is told at most this often (milliseconds). */
const TELL_EVERY = 100;

/** Tells no more than a person can see; a change of what is done is told at once. */
export function sparse(onProgress: OnProgress): OnProgress {
  let last = -Infinity;
  let what: StepName | null = null;
  return (progress) => {
    const now = performance.now();
    if (progress.what === what && now - last < TELL_EVERY) return;
    last = now;
    what = progress.what;
    onProgress({ what: progress.what, done: progress.done, total: progress.total });
  };
}
