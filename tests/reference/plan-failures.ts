import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import type { Reason } from '../../src/lib/engine/model/reason.ts';
import type { PlannedSync } from './plan.ts';

/** What is compared of a group: what it is of, and its numbers. */
export interface CountedGroup {
  readonly cause: string;
  readonly count: number;
  readonly only: number;
  readonly left: number;
  readonly right: number;
}

export interface CountedFailures {
  readonly failing: number;
  readonly several: number;
  readonly groups: readonly CountedGroup[];
}

/** The failing lines of every sync by their causes (HE5): every line is looked through for every cause. */
export function referenceFailures(syncs: readonly PlannedSync[]): Record<string, CountedFailures> {
  return Object.fromEntries(
    syncs.map((one) => {
      const lines = one.planned.map(({ line }) => line).filter(({ outcome }) => outcome === 'failing');
      const causesOf = (line: PlanLine): string[] => [
        ...new Set(line.reasons.filter((reason) => fails(reason, one)).map(causeText)),
      ];
      const all = [...new Set(lines.flatMap(causesOf))].sort();
      const groups = all.map((cause): CountedGroup => {
        const own = lines.filter((line) => causesOf(line).includes(cause));
        return {
          cause,
          count: own.length,
          only: own.filter((line) => causesOf(line).length === 1).length,
          left: own.filter(({ left }) => left !== null).length,
          right: own.filter(({ right }) => right !== null).length,
        };
      });
      const several = lines.filter((line) => causesOf(line).length > 1).length;
      return [one.sync.id, { failing: lines.length, several, groups }];
    }),
  );
}

/** The cause of a reason as one text: its value only where that is what is missing. */
export const causeText = ({ code, side, field, rule, value }: Reason): string =>
  JSON.stringify([code, side, field ?? '', rule ?? '', HAS_VALUE.includes(code) ? value : '']);

const HAS_VALUE: readonly string[] = ['option-missing', 'unknown-stage', 'refused-by-app'];

const FAILS: readonly string[] = [
  'counterpart-deleted',
  'required-blank',
  'too-long',
  'option-missing',
  'bad-number',
  'bad-date',
  'bad-boolean',
  'bad-email',
  'not-unique',
  'read-only',
  'unknown-stage',
  'parent-missing',
  'refused-by-app',
];

/** AS6: a parent that is not required is only reported as missing. */
function fails({ code, side, field }: Reason, { sync }: PlannedSync): boolean {
  if (code !== 'parent-missing') return FAILS.includes(code);
  return sync.mappings.some((mapping) => mapping[side] === field && mapping.parent?.required === true);
}
