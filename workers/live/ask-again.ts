import type { Answer } from '../../src/lib/connectors/app/app-connector.ts';
import type { AppFault } from '../../src/lib/connectors/app/fault.ts';
import { pauseOf } from '../../src/lib/push/run/halt.ts';
import { MOST_TRIES, waitAfter } from '../../src/lib/push/run/patience.ts';
import type { Work } from '../common/work.ts';
import { HEARD, asLongAsWanted } from './as-long-as-wanted.ts';

/** Who waits for an app, and how. */
export interface Patience {
  readonly work: Work;
  /** Milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** It waits, as this fault asks; null: no more. */
  readonly onWait: (wait: AppWait | null) => void;
}

/** A wait for an app that goes on by itself. */
export interface AppWait {
  readonly code: AppFault['code'];
  readonly milliseconds: number;
}

/** A question to an app, asked again while waiting may help (S354). Ended by a person it answers `stopped`. */
export async function askAgain<T>(
  ask: () => Promise<Answer<T>>,
  { work, sleep, onWait }: Patience,
): Promise<Answer<T>> {
  for (let failures = 0; ; failures++) {
    const answer = await asLongAsWanted(ask(), work);
    if (answer === null) return STOPPED;
    if (answer.ok || pauseOf(answer.fault) !== null || failures >= MOST_TRIES) return answer;
    const milliseconds = waitAfter(answer.fault, failures, Math.random());
    onWait({ code: answer.fault.code, milliseconds });
    for (let left = milliseconds; left > 0 && !work.cancelled(); left -= HEARD)
      await sleep(Math.min(left, HEARD));
    onWait(null);
    if (work.cancelled()) return STOPPED;
  }
}

const STOPPED: Answer<never> = {
  ok: false,
  fault: { code: 'stopped', category: 'transport', status: null, said: '', waitFor: null },
};
