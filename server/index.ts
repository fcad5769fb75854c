/** What the scripts, plain Node, take from the bundle of this folder. */
export { directOf, namesIn } from './direct.ts';
export { DIRECTIVES } from './policy.ts';
export { upstreamsOf } from './relay/upstream.ts';
export { portsOf, start } from './start.ts';
