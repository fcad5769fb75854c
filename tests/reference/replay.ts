/** How many worlds a property is tried on (`WORLDS=n`). */
export const worldCount = (usual: number): number => Number(process.env['WORLDS'] ?? usual);

/**
 * Tries a property on many seeds, on one with `SEED=…`. The first that fails is printed with how to replay it. A
 * property that takes a world no law speaks about returns false; at least a tenth must be spoken about.
 */
export function onSeeds(usual: number, property: (seed: number) => boolean): void {
  const only = process.env['SEED'];
  const seeds =
    only === undefined ? Array.from({ length: worldCount(usual) }, (_, index) => index + 1) : [Number(only)];
  let judged = 0;
  for (const seed of seeds) {
    try {
      if (property(seed)) judged++;
    } catch (error) {
      console.error(`SEED=${String(seed)} replays this failure`);
      throw error;
    }
  }
  console.log(`${String(seeds.length)} worlds, seeds ${String(seeds[0])} to ${String(seeds.at(-1))}`);
  if (seeds.length >= 100 && judged * 10 < seeds.length) {
    throw new Error(`only ${String(judged)} of ${String(seeds.length)} worlds were judged`);
  }
}
