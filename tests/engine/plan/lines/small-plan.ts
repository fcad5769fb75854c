import type { SyncPlan } from '../../../../src/lib/engine/index.ts';
import type { ConflictRule } from '../../../../src/lib/engine/model/design.ts';
import type { Direction } from '../../../../src/lib/engine/model/direction.ts';
import { linkOf, planOf } from '../plan-of.ts';

/** One pair with a phone on each side; the left app wins. */
interface Pair {
  readonly left: string;
  readonly right: string;
  readonly direction?: Direction;
  readonly conflict?: ConflictRule;
  /** What a baseline has of both. */
  readonly before?: readonly [string, string];
  /** What a person chose. */
  readonly take?: 'left' | 'right' | 'none';
}

export function smallPlan({ left, right, direction = 'both', conflict, before, take }: Pair): SyncPlan {
  const cell = (text: string): string => (text === '' ? '·' : text);
  return planOf(
    {
      mappings: [
        { left: 'Email', right: 'Mail' },
        { left: 'Phone', right: 'Tel', direction, ...(conflict === undefined ? {} : { conflict }) },
      ],
    },
    {
      left: ['Id Email Phone', `L1 anna@acme.com ${cell(left)}`],
      right: ['Id Mail Tel', `R1 anna@acme.com ${cell(right)}`],
      ...(before === undefined
        ? {}
        : { links: [linkOf(['L1', 'R1'], { left: { Phone: before[0] }, right: { Tel: before[1] } })] }),
      ...(take === undefined
        ? {}
        : {
            choices: [
              { sync: 'contacts', left: 'L1', right: 'R1', field: 'Phone', on: [left, right], take, at: '' },
            ],
          }),
    },
  );
}
