/** What a column looks like. */
export { findIdDamage, idDamage } from './damaged-ids.ts';
export {
  areOfOneKind,
  profileColumn,
  type ColumnGuess,
  type ColumnProfile,
  type Witness,
} from './profile.ts';
