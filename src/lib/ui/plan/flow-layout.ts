import type { Outcome } from '../../engine/index.ts';

/** One outcome of the picture: records per side. */
export interface FlowCell {
  readonly outcome: Outcome;
  readonly left: number;
  readonly right: number;
}

export interface FlowShape {
  readonly cells: readonly {
    readonly cell: FlowCell;
    readonly y: number;
    readonly height: number;
    /** Closed paths; null where the side has none. */
    readonly ribbons: { readonly left: string | null; readonly right: string | null };
  }[];
  readonly bars: { readonly left: FlowBar; readonly right: FlowBar };
  readonly middle: { readonly x: number; readonly width: number };
  /** Below the last cell. */
  readonly end: number;
}

interface FlowBar {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Measures of the picture in px: cells stay readable, so a small one is taller than its ribbon. */
const TOP = 17;
const LEAST = 17;
const GAP = 3;
const GROUP_GAP = 11;
const MIDDLE = 256;
const MARGIN = 116;
const BAR = 8;

/** A new group (writes and conflicts, rest, left out) begins with these. */
const STARTS: ReadonlySet<Outcome> = new Set(['in-sync', 'excluded']);

/** Where bars, cells and ribbons stand in `width` × `height` px. Ribbon thickness is one scale on all four ends. */
export function flowLayout(cells: readonly FlowCell[], width: number, height: number): FlowShape {
  const room = height - TOP - 21;
  const gaps = cells.reduce(
    (sum, { outcome }, index) => sum + (index === 0 ? 0 : STARTS.has(outcome) ? GROUP_GAP : GAP),
    0,
  );
  const scale = fitting(cells, room - gaps);
  const x = (width - MIDDLE) / 2;
  const thick = (records: number): number => (records === 0 ? 0 : Math.max(1, records * scale));
  const total = (side: 'left' | 'right'): number => cells.reduce((sum, cell) => sum + thick(cell[side]), 0);
  const centre = TOP + room / 2;
  const bar = (side: 'left' | 'right', at: number): FlowBar => {
    const tall = Math.max(2, total(side));
    return { x: at, y: centre - tall / 2, height: tall };
  };
  const bars = { left: bar('left', MARGIN), right: bar('right', width - MARGIN - BAR) };
  const from = { left: bars.left.y, right: bars.right.y };
  let y = TOP;
  const placed = cells.map((cell, index) => {
    if (index > 0) y += STARTS.has(cell.outcome) ? GROUP_GAP : GAP;
    const tall = Math.max(LEAST, scale * Math.max(cell.left, cell.right));
    const centreOfCell = y + tall / 2;
    const ribbon = (side: 'left' | 'right'): string | null => {
      const size = thick(cell[side]);
      if (size === 0) return null;
      const start = from[side];
      from[side] += size;
      return side === 'left'
        ? band(bars.left.x + BAR, start, x, centreOfCell - size / 2, size)
        : band(x + MIDDLE, centreOfCell - size / 2, bars.right.x, start, size);
    };
    const result = { cell, y, height: tall, ribbons: { left: ribbon('left'), right: ribbon('right') } };
    y += tall;
    return result;
  });
  return { cells: placed, bars, middle: { x, width: MIDDLE }, end: y };
}

/** The largest px per record at which all cells fit; found by halving, since small cells keep their least height. */
function fitting(cells: readonly FlowCell[], room: number): number {
  const tallest = (scale: number): number =>
    cells.reduce((sum, { left, right }) => sum + Math.max(LEAST, scale * Math.max(left, right)), 0);
  const most = Math.max(
    1,
    cells.reduce((sum, cell) => sum + cell.left, 0),
    cells.reduce((sum, cell) => sum + cell.right, 0),
  );
  let low = 0;
  // A bar is never taller than six tenths of the picture.
  let high = (room * 0.6) / most;
  if (tallest(high) <= room) return high;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (tallest(middle) <= room) low = middle;
    else high = middle;
  }
  return low;
}

/** A band of one thickness between two upright edges: one cubic curve per edge. */
function band(x1: number, y1: number, x2: number, y2: number, size: number): string {
  const n = (value: number): string => value.toFixed(1);
  const mid = n((x1 + x2) / 2);
  return (
    `M${n(x1)},${n(y1)}C${mid},${n(y1)} ${mid},${n(y2)} ${n(x2)},${n(y2)}` +
    `V${n(y2 + size)}C${mid},${n(y2 + size)} ${mid},${n(y1 + size)} ${n(x1)},${n(y1 + size)}Z`
  );
}
