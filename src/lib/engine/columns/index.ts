/** Record sets as columns: made, opened, read. */
export { RecordSetBuilder, SEGMENT_BYTES, SEGMENT_ROWS, addressable } from './build.ts';
export { giveBack } from './column-builder.ts';
export { cellText } from './cell.ts';
export { hasSeen } from './hand-overs.ts';
export { leaveOut } from './leave-out.ts';
export { mappedColumn } from './mapped.ts';
export { mergeChanged } from './merge-changed.ts';
export { BaselineBuilder, linkAt, linkId } from './link-table.ts';
export { NOTHING_ASIDE, type Aside, type ReadAside, type RejectedCells } from './aside.ts';
export { TextCodes } from './text-codes.ts';
export { openRecords, textAt, textsOfRow, type IdRejection, type Records } from './records.ts';
