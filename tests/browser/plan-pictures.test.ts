import { describe, expect, it } from 'vitest';
import { characterRuns } from '../../src/lib/ui/plan/character-diff.ts';
import { flowLayout } from '../../src/lib/ui/plan/flow-layout.ts';
import * as scroll from '../../src/lib/ui/records/scaled-scroll.ts';
import { OUTCOME_ORDER } from '../../src/lib/ui/records/outcome-order.ts';

describe('scaled scrolling', () => {
  for (const rows of [1, 10, 250_000, 250_001, 1_000_000, 3_000_000]) {
    it(`${String(rows)} rows: the end of the bar is the end of the list, and back`, () => {
      const extent = { rows, rowHeight: 32, view: 417 };
      const height = scroll.scrollHeight(extent);
      expect(height).toBeLessThanOrEqual(scroll.MOST_HEIGHT);
      const end = Math.max(0, height - extent.view);
      const position = scroll.positionAt(end, extent);
      expect(scroll.windowAt(position, end, extent, 0).last).toBe(rows);
      expect(scroll.positionAt(0, extent)).toBe(0);
      for (const part of [0, 0.25, 0.5, 1]) {
        const at = part * Math.max(0, rows * 32 - extent.view);
        expect(scroll.positionAt(scroll.scrollAt(at, extent), extent)).toBeCloseTo(at, 3);
      }
    });
  }
  it('a row is revealed by the least movement', () => {
    const extent = { rows: 100, rowHeight: 32, view: 320 };
    expect(scroll.revealing(3, 0, extent)).toBe(0);
    expect(scroll.revealing(10, 0, extent)).toBe(32);
    expect(scroll.revealing(1, 640, extent)).toBe(32);
    expect(scroll.revealing(99, 0, extent)).toBe(100 * 32 - 320);
  });
});

describe('the flow picture', () => {
  const cells = OUTCOME_ORDER.map((outcome, at) => ({
    outcome,
    left: at === 4 ? 1_000_000 : at,
    right: at * 3,
  }));
  const shape = flowLayout(cells, 960, 272);
  it('fits its height and keeps every cell readable', () => {
    expect(shape.end).toBeLessThanOrEqual(272 - 15);
    for (const { height } of shape.cells) expect(height).toBeGreaterThanOrEqual(17);
  });
  it('draws a ribbon exactly where there are records', () => {
    for (const { cell, ribbons } of shape.cells) {
      expect(ribbons.left === null).toBe(cell.left === 0);
      expect(ribbons.right === null).toBe(cell.right === 0);
    }
  });
  it('stands without records', () => {
    const none = flowLayout(
      OUTCOME_ORDER.map((outcome) => ({ outcome, left: 0, right: 0 })),
      960,
      272,
    );
    expect(none.cells.every(({ y, height }) => Number.isFinite(y) && Number.isFinite(height))).toBe(true);
  });
});

describe('marked characters', () => {
  const own = (text: string, other: string) =>
    characterRuns(text, other)
      .left.filter((run) => run.own)
      .map((run) => run.text);
  it('marks only what differs', () => {
    expect(own('Tvedt & Sønner AS', 'Tvedt og Sønner AS')).toEqual(['&']);
    expect(own('Nordic Bygg', 'Nordic Bygg AS')).toEqual([]);
    expect(own('Nordic Bygg AS', 'Nordic Bygg')).toEqual([' AS']);
  });
  it('the runs give the text again, marks and pairs whole', () => {
    for (const [left, right] of [
      ['', 'x'],
      ['a\u0301b', 'ab'],
      ['👍🏽 ok', '👍 ok'],
      ['x'.repeat(5000), 'y'.repeat(5000)],
    ] as const) {
      const runs = characterRuns(left, right);
      expect(runs.left.map(({ text }) => text).join('')).toBe(left);
      expect(runs.right.map(({ text }) => text).join('')).toBe(right);
    }
  });
});
