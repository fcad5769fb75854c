import type { GuardLook } from '../../src/lib/push/index.ts';

/** What was shown to a person last, to be started as it was shown. */
export interface Shown {
  readonly shown: string;
  readonly guards: readonly GuardLook[];
}
