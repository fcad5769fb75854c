/** What a column looks like. */
export { findIdDamage, idDamage } from './damaged-ids.ts';
export { rowsOfCells, type CellsWanted } from './rows-of-type.ts';
export {
  areOfOneKind,
  profileColumn,
  type ColumnGuess,
  type ColumnProfile,
  type Witness,
} from './profile.ts';
