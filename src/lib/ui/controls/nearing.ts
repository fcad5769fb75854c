/**
 * Calls `onNear` when an element is scrolled close to what is seen, once: where more is to come, a list puts a new element
 * at its end. `margin` is how close; inside a scroller of its own an element is near when it is seen.
 */
export const nearing =
  (onNear: () => void, margin = '0px') =>
  (element: HTMLElement): (() => void) => {
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watcher.disconnect();
        onNear();
      },
      { rootMargin: margin },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  };
