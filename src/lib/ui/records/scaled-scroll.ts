/**
 * Chromium clamps an element at 33,554,428 px and Firefox at 17,895,698, on fine screens at half of that; below it, scrolling
 * stays exact.
 */
export const MOST_HEIGHT = 8_000_000;

/** A list of `rows` seen through a view; lengths in px. */
export interface Extent {
  readonly rows: number;
  readonly rowHeight: number;
  readonly view: number;
}

/** Height the scroller is given. */
export const scrollHeight = ({ rows, rowHeight }: Extent): number => Math.min(rows * rowHeight, MOST_HEIGHT);

export const isScaled = ({ rows, rowHeight }: Extent): boolean => rows * rowHeight > MOST_HEIGHT;

const furthest = ({ rows, rowHeight, view }: Extent): number => Math.max(0, rows * rowHeight - view);
const furthestScroll = (extent: Extent): number => Math.max(0, scrollHeight(extent) - extent.view);

/** The list's first visible px where the scroller stands at `top`; the end of one is the end of the other. */
export function positionAt(top: number, extent: Extent): number {
  const most = furthestScroll(extent);
  if (most === 0) return 0;
  const part = Math.min(1, Math.max(0, top / most));
  return isScaled(extent) ? part * furthest(extent) : Math.min(top, most);
}

/** Where the scroller has to stand for `position` to be the list's first visible px. */
export function scrollAt(position: number, extent: Extent): number {
  const most = furthest(extent);
  if (most === 0) return 0;
  const part = Math.min(1, Math.max(0, position / most));
  return part * furthestScroll(extent);
}

export const withinList = (position: number, extent: Extent): number =>
  Math.min(furthest(extent), Math.max(0, position));

/** The rows to draw, and how far below the scroller's start the first of them stands. */
export function windowAt(
  position: number,
  top: number,
  extent: Extent,
  spare: number,
): { readonly first: number; readonly last: number; readonly offset: number } {
  const { rows, rowHeight, view } = extent;
  const first = Math.max(0, Math.floor(position / rowHeight) - spare);
  const last = Math.min(rows, Math.ceil((position + view) / rowHeight) + spare);
  return { first, last, offset: top + first * rowHeight - position };
}

/** The position nearest to `position` at which row `index` is wholly in view. */
export function revealing(index: number, position: number, { rows, rowHeight, view }: Extent): number {
  const start = index * rowHeight;
  if (start < position) return start;
  const latest = start + rowHeight - view;
  return latest > position ? withinList(latest, { rows, rowHeight, view }) : position;
}
