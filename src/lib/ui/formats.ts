/**
 * The reader's way to write numbers and moments, made when first used: making one takes the browser milliseconds, which
 * the page's start has no time for.
 */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Writes numbers after these options. */
export function numberFormat(options?: Intl.NumberFormatOptions): (value: number) => string {
  const format = once(() => new Intl.NumberFormat(undefined, options));
  return (value) => format().format(value);
}
