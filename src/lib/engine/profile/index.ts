/** What a column looks like. */
export { profileColumn, type ColumnGuess, type ColumnProfile, type Witness } from './profile.ts';
