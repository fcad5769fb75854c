/** AS3: the first parent of a cell that may name several. */
export const primaryOf = (cell: string): string => partsOf(cell)[0] ?? '';

/** The others, each once. */
export function furtherOf(cell: string): string[] {
  const [primary, ...others] = partsOf(cell);
  return [...new Set(others)].filter((part) => part !== primary);
}

const partsOf = (cell: string): string[] =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
