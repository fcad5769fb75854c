interface Moves {
  /** Only where one px of the bar stands for many of the list: elsewhere the browser scrolls by itself. */
  readonly wanted: () => boolean;
  /** Height of a line in px: some wheels count in lines. */
  readonly line: () => number;
  readonly by: (pixels: number) => void;
}

const TOUCHES = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const;

/** Wheel and finger move a scaled list by their own px. */
export function followsPixels({ wanted, line, by }: Moves): (node: HTMLElement) => () => void {
  let finger: number | null = null;
  const wheel = (event: WheelEvent): void => {
    if (!wanted() || event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    by(event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? line() : 1));
  };
  const touch = (event: TouchEvent): void => {
    const only = event.touches.length === 1 ? event.touches[0] : undefined;
    const now = only?.clientY ?? null;
    if (event.type === 'touchmove' && now !== null && finger !== null && wanted()) {
      event.preventDefault();
      by(finger - now);
    }
    finger = now;
  };
  return (node) => {
    node.addEventListener('wheel', wheel, { passive: false });
    for (const one of TOUCHES) node.addEventListener(one, touch, { passive: false });
    return () => {
      node.removeEventListener('wheel', wheel);
      for (const one of TOUCHES) node.removeEventListener(one, touch);
    };
  };
}
