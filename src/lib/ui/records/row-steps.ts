/** How many rows a key of the list moves by; `page`: so many are seen at once. */
export const rowSteps = (page: number): Readonly<Record<string, number>> => ({
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: page,
  PageUp: -page,
  Home: -Infinity,
  End: Infinity,
});
