/** `FAULTS=n`: n times as many (`npm run faults:long`). `E2E_SEED` takes other moments. */
export const CUTS = 10 * Number(process.env['FAULTS'] ?? 1);
export const SEED = Number(process.env['E2E_SEED'] ?? 4711);
console.log(`E2E_SEED=${String(SEED)}`);
