/** Text → value. */
export { showsAtOnce } from './blank.ts';
