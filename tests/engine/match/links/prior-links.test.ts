import { describe, expect, test } from 'vitest';
import { BaselineBuilder } from '../../../../src/lib/engine/columns/link-table.ts';
import { RecordSetBuilder } from '../../../../src/lib/engine/columns/build.ts';
import { openRecords } from '../../../../src/lib/engine/columns/records.ts';
import { MISSING } from '../../../../src/lib/engine/match/links/partners.ts';
import { PARTIAL } from '../../../../src/lib/engine/match/links/losses.ts';
import { ALL_PRESENT } from '../../../../src/lib/engine/match/links/presence.ts';
import { priorLinks } from '../../../../src/lib/engine/match/links/prior-links.ts';
import { BY } from '../../../../src/lib/engine/model/link-by.ts';
import type { LinkVerdict } from '../../../../src/lib/engine/model/choices.ts';
import { SIDES } from '../../../../src/lib/engine/model/side.ts';
import { drain } from '../../../../src/lib/engine/run/steps.ts';
import { designOf } from '../../design/design-of.ts';

/** Left records 1, 2, 3; right ones A, B, C. `Ref` of a left record names a right one. */
function opened(rows: readonly (readonly string[])[]) {
  const builder = new RecordSetBuilder(['Id', 'Ref']);
  rows.forEach((row, at) => builder.add(row, at));
  return drain(openRecords(builder.finish(), 'Id'));
}

const NO_CHOICES = { format: 'drysync/choices@1', planHash: null, choices: [], decisions: [] } as const;

const WORDS = Object.entries(BY);

/** `'1-A person'` for each standing link, `'2-? baseline'` where the counterpart is not there. */
function told(
  baseline: string,
  verdicts: string,
  refs: readonly [string, string, string] = ['', '', ''],
): string {
  const records = {
    left: opened(refs.map((ref, at) => [String(at + 1), ref])),
    right: opened([...'ABC'].map((id) => [id, ''])),
  };
  const builder = new BaselineBuilder();
  for (const link of baseline.split(' ').filter((one) => one !== '')) {
    const [left = '', right = ''] = link.split('-');
    const none = { left: new Map<string, string>(), right: new Map<string, string>() };
    builder.add({
      sync: 's',
      left,
      right,
      by: 'key',
      values: none,
      sent: { left: new Map(), right: new Map() },
    });
  }
  const links = verdicts
    .split(' ')
    .filter((one) => one !== '')
    .map((one): LinkVerdict => {
      const [, left = '', sign, right = ''] = /^(\w+)([=!?])(\w+)$/.exec(one)!;
      const verdict = sign === '=' ? 'same' : sign === '!' ? 'different' : 'unsure';
      return { sync: 's', left, right, verdict, at: '' };
    });
  const sync = { ...designOf({}).syncs[0]!, id: 's' };
  const withRefs = {
    ...sync,
    matching: { ...sync.matching, idPair: { side: 'left', field: 'Ref' } as const },
  };
  const found = drain(
    priorLinks(
      withRefs,
      records,
      builder.finish({ design: '', rows: new Map() }),
      { ...NO_CHOICES, links },
      PARTIAL,
      { left: ALL_PRESENT, right: ALL_PRESENT },
    ),
  );
  const lines = SIDES.flatMap((side) =>
    Array.from(found.partner[side], (partner, row) => {
      if (partner === -1 || (side === 'right' && partner !== MISSING)) return [];
      const own = records[side].id(row);
      const other = partner === MISSING ? '?' : records.right.id(partner);
      return [`${own}-${other} ${WORDS.find(([, how]) => how === found.by[side][row])![0]}`];
    }).flat(),
  );
  return [...lines, ...(found.voidVerdicts > 0 ? [`void ${String(found.voidVerdicts)}`] : [])].join(', ');
}

describe('standing links', () => {
  test.each([
    // baseline    verdicts    links
    ['[MA5] the baseline links', '1-A 2-B', '', '1-A baseline, 2-B baseline'],
    ['[MA5] a person goes before it', '1-A', '1=B', '1-B person'],
    ['[MA5] the same pair by both is a person’s', '1-A', '1=A', '1-A person'],
    ['[MA5] what a person calls different is undone', '1-A 2-B', '1!A', '2-B baseline'],
    ['[MA5] unsure leaves it', '1-A', '1?A', '1-A baseline'],
    ['[MA5] the right record was taken by a person', '1-A 2-B', '1=B', '1-B person'],
    ['[MA5] a counterpart that is not in the file', '1-Z', '', '1-? baseline'],
    ['[MA5] the same from the right', '9-A', '', 'A-? baseline'],
    ['a verdict on a record that is not there', '', '7=A', 'void 1'],
  ])('%s', (_, baseline, verdicts, expected) => {
    expect(told(baseline, verdicts)).toBe(expected);
  });

  test.each([
    // refs            baseline   verdicts   links
    ['[MA5] a named id links', ['B', '', ' A '], '', '', '1-B idPair, 3-A idPair'],
    ['[MA5] after the baseline', ['B', '', ''], '2-B', '', '2-B baseline'],
    ['[MA5] the first that names it', ['B', 'B', ''], '', '', '1-B idPair'],
    ['[MA5] never against a person', ['B', 'C', ''], '', '1!B', '2-C idPair'],
    ['[MA5] a blank or unknown id names nobody', ['', 'Z', ''], '', '', ''],
  ] as const)('%s', (_, refs, baseline, verdicts, expected) => {
    expect(told(baseline, verdicts, refs)).toBe(expected);
  });
});
