import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasField } from '../../../src/lib/engine/columns/link-table.ts';
import { PIECE_ROWS } from '../../../src/lib/engine/columns/text-column.ts';
import {
  BaselineBuilder,
  BECAUSES,
  LINK_BYS,
  linkAt,
  type Baseline,
  type BaselineLink,
} from '../../../src/lib/engine/index.ts';

const FIELDS = ['A', 'B', '10', '2', '', '__proto__', 'constructor'];

// Halves of a character alone come from JSON escapes.
const halves = fc.string({ unit: fc.constantFrom('\ud83c', '\udf89', 'a', 'æ') });
const text = fc.oneof(fc.constantFrom('', ' ', 'æ🎉', 'same'), fc.string({ unit: 'binary' }), halves);
const id = text.filter((one) => one !== '');
const texts = fc.uniqueArray(fc.tuple(fc.constantFrom(...FIELDS), text), { selector: ([field]) => field });
const known = (of: fc.Arbitrary<string>) => fc.option(of, { nil: null });
const handed = fc.record({
  from: known(text),
  to: text,
  other: known(text),
  because: fc.constantFrom(...BECAUSES),
  tries: fc.integer({ min: 1, max: 255 }),
  missed: fc.boolean(),
});
const handOvers = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...FIELDS), handed), { selector: ([field]) => field, maxLength: 3 })
  .map((all) => new Map(all));
const link: fc.Arbitrary<BaselineLink> = fc.record({
  sync: fc.constantFrom('contacts', 'companies'),
  left: id,
  right: id,
  by: fc.constantFrom(...LINK_BYS),
  values: fc.record({ left: texts.map((all) => new Map(all)), right: texts.map((all) => new Map(all)) }),
  sent: fc.record({ left: handOvers, right: handOvers }),
});

function built(links: Iterable<BaselineLink>): Baseline {
  const builder = new BaselineBuilder();
  for (const each of links) builder.add(each);
  return builder.finish({ design: 'd', rows: new Map() });
}

const readBack = ({ links }: Baseline, sync: string): BaselineLink[] => {
  const table = links.get(sync);
  return Array.from({ length: table?.count ?? 0 }, (_, at) => linkAt(table!, at));
};

const PHONE = { from: '', to: '1', other: '1', because: 'fill-blank', tries: 1, missed: false } as const;

describe('the links of a baseline', () => {
  it('come back as they were, fields and their order too, sync by sync', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 60 }), (links) => {
        const baseline = built(links);
        expect([...baseline.links.keys()]).toEqual([...new Set(links.map(({ sync }) => sync))]);
        for (const sync of ['contacts', 'companies']) {
          const wanted = links.filter((each) => each.sync === sync);
          const found = readBack(baseline, sync);
          expect(found).toEqual(wanted);
          expect(found.map(({ values }) => [...values.left])).toEqual(
            wanted.map(({ values }) => [...values.left]),
          );
        }
      }),
    );
  });

  it('over many segments: a field that comes late, one that goes, one that only few have', () => {
    const count = PIECE_ROWS * 3 + 5;
    const at = (i: number): BaselineLink => {
      const left = new Map<string, string>();
      if (i < 10) left.set('Early', String(i));
      left.set('Always', `text ${String(i)}`);
      if (i === PIECE_ROWS * 2 + 7) left.set('Once', 'here');
      if (i > PIECE_ROWS * 2) left.set('Late', i % 2 === 0 ? '' : 'odd');
      return {
        ...{ sync: 's', left: `l${String(i)}`, right: `r${String(i)}`, by: 'key' },
        values: { left, right: new Map() },
        sent: { left: new Map(), right: new Map(i === 3 ? [['Phone', PHONE]] : []) },
      };
    };
    const all = Array.from({ length: count }, (_, i) => at(i));
    const baseline = built(all);
    const table = baseline.links.get('s')!;
    expect(readBack(baseline, 's')).toEqual(all);
    expect(table.values.left.names.lists).toHaveLength(4);
    expect(table.sent.right.names.lists).toEqual([[], ['Phone']]);
    const blankLate = PIECE_ROWS * 2 + 2;
    expect([blankLate, 5].map((i) => hasField(table.values.left, i, 'Late'))).toEqual([true, false]);
  });
});
