/** A column as a change file writes it. */
export interface WrittenColumn {
  /** Its header in the file it comes from. */
  readonly name: string;
  /** The fields that have this header, in the order of the file, up to this one and with it. */
  readonly upTo: readonly string[];
}

/** What a file calls its columns. `names`: as a design addresses them (`Phone [2]`); `header`: as they stand (`Phone`). */
export interface FileColumns {
  readonly names: readonly string[];
  readonly header: readonly string[];
}

/** RD16: a repeated header is written back under its own name, its columns told apart by their order alone. */
export function writtenColumns({ names, header }: FileColumns): (field: string) => WrittenColumn {
  const columns = new Map<string, WrittenColumn>();
  const sharers = new Map<string, string[]>();
  for (const [at, field] of names.entries()) {
    const name = header[at] ?? field;
    const upTo = [...(sharers.get(name) ?? []), field];
    sharers.set(name, upTo);
    columns.set(field, { name, upTo });
  }
  // A field the file does not have is one the plan would have refused.
  return (field) => columns.get(field) ?? { name: field, upTo: [field] };
}

/**
 * The columns of a file that writes these fields, in their order. Where several fields have one header they stand together in the
 * order of the file, with those before them, so that the n-th of the name is the n-th.
 */
export function columnsFor(
  fields: readonly string[],
  columnOf: (field: string) => WrittenColumn,
): readonly string[] {
  const last = new Map<string, readonly string[]>();
  for (const field of fields) {
    const { name, upTo } = columnOf(field);
    if (upTo.length > (last.get(name)?.length ?? 0)) last.set(name, upTo);
  }
  return [...new Set(fields.flatMap((field) => last.get(columnOf(field).name) ?? []))];
}
