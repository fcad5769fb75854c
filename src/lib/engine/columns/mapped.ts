import { readUtf8 } from '../bytes/utf8.ts';
import { valueOf, type Column } from '../model/column.ts';
import { ColumnBuilder } from './column-builder.ts';

/** The column with every text replaced by what `map` makes of it. */
export function mappedColumn(column: Column, map: (text: string) => string): Column {
  const builder = new ColumnBuilder();
  for (let row = 0; row < column.rows; row++) {
    const value = valueOf(column, row);
    builder.append(map(readUtf8(column.bytes, column.offsets[value]!, column.offsets[value + 1]!)));
  }
  return builder.finish();
}
