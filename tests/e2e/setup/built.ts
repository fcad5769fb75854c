import { ensureBuilt } from '../../../scripts/ensure.mjs';

/** The tests look at what is served: a build of the sources as they are. */
export function setup(): void {
  ensureBuilt();
}
