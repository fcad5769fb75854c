import type { GuardMeasure, GuardWarning } from '../../engine/model/summary.ts';
import type { Both } from '../../engine/model/side.ts';
import type { Speech } from '../speech.ts';

type PushGuard = GuardWarning['code'] | 'maxAge' | 'account' | 'canaryPairs' | 'sideEmpty' | 'everyRecord';

/** What a guard is called, measured, and bound to (S415). */
export const guardWords = ({ count, decimal, percent, plural }: Speech) => {
  /** `412 of 20,000`, or a number by itself. */
  const measured = (code: string, n: number, of: number | null): string => {
    if (of === null) return count(n);
    if (code === 'createsPerMatch')
      return `${count(n)} for ${plural(of, { one: '# pair', other: '# pairs' })}`;
    return `${count(n)} of ${count(of)}`;
  };
  const name = (code: GuardWarning['code'], app: string): string => {
    switch (code) {
      case 'maxMissing':
        return `Linked records missing in ${app}`;
      case 'createsPerMatch':
        return 'Creates against linked pairs';
      case 'maxCleared':
        return 'Records cleared or deleted';
      case 'maxChanged':
        return 'Linked records changed';
      case 'minMatched':
        return 'Records linked';
      case 'maxShrunk':
        return `Fewer records than read in ${app}`;
      case 'maxOverwritten':
        return 'Pairs overwritten';
      case 'maxRejected':
        return `Rows set aside in ${app}`;
      default:
        return code satisfies never;
    }
  };
  return {
    name,
    /** Also of those that only a push looks at. */
    ofPush: (code: PushGuard, app: string): string => {
      switch (code) {
        case 'maxAge':
          return `Days since ${app} was read`;
        case 'account':
          return `Another account of ${app}`;
        case 'canaryPairs':
          return `Linked records that changed in ${app}`;
        case 'sideEmpty':
          return `${app} has no records now`;
        case 'everyRecord':
          return `Records of ${app} changed`;
        default:
          return name(code, app);
      }
    },
    measured,
    /** The same of a plan; of a side that shrank what is gone. */
    told: ({ code, count: n, of }: GuardMeasure): string =>
      measured(code, code === 'maxShrunk' ? Math.max(0, of - n) : n, of),
    bound: (code: string, limit: GuardWarning['limit']): string => {
      if (typeof limit === 'object') return `bound ${count(limit.count)} or ${percent(limit.share)}`;
      if (code === 'createsPerMatch') return `bound ${decimal(limit)} per pair`;
      if (code === 'minMatched') return `at least ${percent(limit)}`;
      return SHARES.has(code) ? `bound ${percent(limit)}` : `bound ${count(limit)}`;
    },
  };
};

const SHARES: ReadonlySet<string> = new Set<GuardWarning['code']>([
  'maxMissing',
  'maxChanged',
  'maxShrunk',
  'maxOverwritten',
  'maxRejected',
]);

/** The guards of a plan, as the command line lists them. */
export const guardList = (speech: Speech) => {
  const { name, told, bound } = guardWords(speech);
  return {
    title: 'guards',
    states: { holds: 'holds', stops: 'stops' },
    row: (measure: GuardMeasure, apps: Both<string>): readonly [string, string, string] => [
      name(measure.code, 'side' in measure ? apps[measure.side] : ''),
      told(measure),
      bound(measure.code, measure.limit),
    ],
  };
};
