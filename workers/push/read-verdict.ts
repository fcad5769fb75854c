import { pauseOf } from '../../src/lib/push/run/halt.ts';
import type { Answer, ContinuousStop, LivePass, Problem } from '../../src/lib/conversation/index.ts';

/** What a pass over the apps means for what is pushed after it (S449). */
export type ReadVerdict =
  | { readonly is: 'read' }
  | { readonly is: 'waits'; readonly because: 'push' | 'app' | 'plan' }
  | { readonly is: 'stops'; readonly because: ContinuousStop };

/** Nothing is pushed of a pass that did not read every side; what time mends waits for the next one. Null: there was none since the last push. */
export function readVerdict(read: Answer<LivePass> | null): ReadVerdict {
  if (read === null) return { is: 'waits', because: 'plan' };
  if (!read.ok) return ofProblem(read.problem);
  const { failed, signedOut } = read.value;
  const verdicts = failed.map(({ problem }) => ofProblem(problem));
  const stop = verdicts.find(({ is }) => is === 'stops');
  if (stop !== undefined) return stop;
  if (signedOut.length > 0) {
    const sides = [...new Set(signedOut.map(({ side }) => side))];
    return { is: 'stops', because: { is: 'signed-out', sides } };
  }
  return verdicts[0] ?? { is: 'read' };
}

function ofProblem(problem: Problem): ReadVerdict {
  switch (problem.code) {
    case 'push-runs':
      return { is: 'waits', because: 'push' };
    // A person ended this look; the next one reads again.
    case 'cancelled':
      return { is: 'waits', because: 'plan' };
    case 'app-fault':
      if (isMendedByTime(problem.fault)) return { is: 'waits', because: 'app' };
      break;
    default:
      break;
  }
  return { is: 'stops', because: { is: 'problem', problem } };
}

type Fault = (Problem & { readonly code: 'app-fault' })['fault'];

/** As a push waits it out, or pauses. */
const isMendedByTime = (fault: Fault): boolean =>
  pauseOf({ ...fault, category: 'transport', waitFor: null }) === null;
