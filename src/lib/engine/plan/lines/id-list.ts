/** Ids a reason holds at most (FORMATS.md). */
const MOST = 20;

/** `ids`, at most 20, with `more` where there are others. `total`: how many there are where the list is cut already. */
export function idList(
  ids: readonly string[],
  total = ids.length,
): { ids: readonly string[]; more?: number } {
  return total <= MOST ? { ids } : { ids: ids.slice(0, MOST), more: total - MOST };
}
