/** What a column looks like. */
export { findIdDamage, idDamage } from './damaged-ids.ts';
export { rowsOfCells, type CellsWanted } from './rows-of-type.ts';
export {
  areOfOneKind,
  profileColumn,
  withLines,
  type ColumnGuess,
  type ColumnProfile,
  type MixedTypes,
  type Witness,
} from './profile.ts';
