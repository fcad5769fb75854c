import { on } from 'svelte/events';

/** Room kept to the edges of the window, and between a button and what it opens (px). */
const EDGE = 8;
const GAP = 4;
/** Less than this is too little to read in (px). */
const LEAST = 120;

/**
 * Where a popover stands: below the button that opens it, above where there is more room, always inside the window. It
 * follows the button when the page is scrolled or gets another size, and itself when what it holds comes later.
 */
export const placed =
  (anchor: () => HTMLElement | undefined, align: 'start' | 'end' = 'start') =>
  (panel: HTMLElement): (() => void) => {
    let followed: (() => void)[] = [];
    const place = (): void => {
      const button = anchor();
      if (button !== undefined) put(panel, button.getBoundingClientRect(), align);
    };
    const leave = (): void => {
      for (const end of followed) end();
      followed = [];
    };
    const toggled = on(panel, 'toggle', (event) => {
      leave();
      if (event.newState !== 'open') return;
      place();
      const scrolled = (what: Event): void => {
        if (!(what.target instanceof Node && panel.contains(what.target))) place();
      };
      const grown = new ResizeObserver(place);
      grown.observe(panel);
      followed = [
        () => grown.disconnect(),
        on(window, 'resize', place),
        on(document, 'scroll', scrolled, { capture: true, passive: true }),
      ];
    });
    return () => {
      toggled();
      leave();
    };
  };

function put(panel: HTMLElement, at: DOMRect, align: 'start' | 'end'): void {
  const { style } = panel;
  style.position = 'fixed';
  style.inset = 'auto';
  style.maxHeight = '';
  const below = innerHeight - at.bottom - GAP - EDGE;
  const above = at.top - GAP - EDGE;
  const up = panel.offsetHeight > below && above > below;
  const left = align === 'start' ? at.left : at.right - panel.offsetWidth;
  style.left = `${String(Math.max(EDGE, Math.min(left, innerWidth - panel.offsetWidth - EDGE)))}px`;
  style.maxHeight = `${String(Math.max(LEAST, up ? above : below))}px`;
  if (up) style.bottom = `${String(innerHeight - at.top + GAP)}px`;
  else style.top = `${String(at.bottom + GAP)}px`;
}
