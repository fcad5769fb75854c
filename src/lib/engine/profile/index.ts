/** What a column looks like. */
export { idDamage, type IdDamage } from './damaged-ids.ts';
export { profileColumn, type ColumnGuess, type ColumnProfile, type Witness } from './profile.ts';
