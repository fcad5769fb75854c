/** `SEED=n` runs that one alone. */
const ONE = process.env['SEED'];
const START = 1;
/** `FAULTS=n` runs n times as many (`npm run faults:long`). */
const TIMES = Number(process.env['FAULTS'] ?? 1);

/** Are all seeds run, so that what they come to together can be asked? */
export const isWhole = ONE === undefined;

/** What all seeds come to together at the least, of so many in CI. */
export const ofAll = (count: number): number => (isWhole ? Math.floor(count * TIMES) : 0);

/** Runs a law over so many seeds; what fails names its seed, and `SEED=n` brings it back. */
export async function overSeeds(count: number, law: (seed: number) => Promise<void>): Promise<void> {
  const seeds =
    ONE === undefined
      ? Array.from({ length: Math.ceil(count * TIMES) }, (_, at) => START + at)
      : [Number(ONE)];
  for (const seed of seeds) {
    try {
      await law(seed);
    } catch (error) {
      throw new Error(`SEED=${String(seed)}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
}
