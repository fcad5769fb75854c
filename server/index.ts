/** What the scripts, plain Node, take from the bundle of this folder. */
export { DIRECTIVES } from './policy.ts';
export { portsOf, start } from './start.ts';
