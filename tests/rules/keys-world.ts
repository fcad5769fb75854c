import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import { playground } from '../cli/playground.ts';

/** Records of two sides by their key cells, with a city that differs wherever two of them bind. */
export interface SetOfKeys {
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly normalize: string;
  /** A second field of the key, rows of the left and of the right. */
  readonly more?: readonly [readonly string[], readonly string[]];
  /** A second key, rows of the left and of the right. */
  readonly second?: readonly [readonly string[], readonly string[]];
  readonly placeholders?: 'keep' | 'blank';
  readonly publicDomains?: 'keep' | 'blank';
}

interface Planned {
  readonly lines: readonly PlanLine[];
  readonly warnings: readonly object[];
}

/** Planned as the command line does. */
export async function plannedOf(of: SetOfKeys): Promise<Planned> {
  const field = (name: string, normalize: string) => ({ left: name, right: name, normalize: [normalize] });
  const key = [field('Key', of.normalize), ...(of.more === undefined ? [] : [field('More', 'name')])];
  const own = playground([
    {
      id: 's',
      kind: 'custom',
      left: { object: 'l', idField: 'Id' },
      right: { object: 'r', idField: 'Id' },
      requireValidEmail: null,
      matching: {
        method: 'keys',
        keys: [{ fields: key }, ...(of.second === undefined ? [] : [{ fields: [field('Second', 'name')] }])],
        ...(of.placeholders === undefined ? {} : { placeholders: of.placeholders }),
        ...(of.publicDomains === undefined ? {} : { publicDomains: of.publicDomains }),
      },
      mappings: [{ left: 'City', right: 'City' }],
    },
  ]);
  const file = (side: 'left' | 'right'): string =>
    [
      'Id,Key,More,Second,City',
      ...of[side].map((cell, i) => {
        const at = side === 'left' ? 0 : 1;
        const cells = [
          `${side}${String(i)}`,
          cell,
          of.more?.[at][i] ?? '',
          of.second?.[at][i] ?? '',
          `${side} town`,
        ];
        return cells.map((text) => `"${text}"`).join(',');
      }),
    ].join('\n');
  own.write({ 'l.csv': file('left'), 'r.csv': file('right') });
  await own.call('plan', '@d.json', '--left', '@l.csv', '--right', '@r.csv', '--out', '@o');
  const lines = own.read('o/plan.jsonl').trim().split('\n');
  return {
    lines: lines.map((line) => JSON.parse(line) as PlanLine),
    warnings: (JSON.parse(own.read('o/summary.json')) as { warnings: object[] }).warnings,
  };
}

/** A file of companies. */
export const companiesFile = (header: string, names: readonly string[], domains: readonly string[]): string =>
  [header, ...names.map((name, i) => `${String(5000 + i)},${name},${domains[i]!}`)].join('\n');
