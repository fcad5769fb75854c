import { measurePush } from '../push/hubspot-speed.ts';

/**
 * `npm run bench:push [-- updates …]`: a push of 100,000 updates to a HubSpot that keeps to its limits, by a clock that goes on only while
 * somebody waits: is it the limit that bounds it, and does memory stay as it is?
 */
const SIZES = process.argv.slice(2).map(Number);
/** Of the calls that the limit allows so many are made at least; of memory so many bytes a record are added at most. */
const LEAST = 0.95;
const MOST_BYTES = 500;

let isGood = true;
for (const updates of SIZES.length > 0 ? SIZES : [100_000]) {
  const began = performance.now();
  const { written, calls, allowed, refusedForRate, seconds, grown } = await measurePush(updates);
  const took = (performance.now() - began) / 1000;
  const share = calls / allowed;
  console.log(
    `${String(updates)} updates  ${String(written)} written  ${String(calls)} calls in ${seconds.toFixed(0)} s of the app  ` +
      `${(share * 100).toFixed(1)} % of what is allowed  ${String(refusedForRate)} refused  ${took.toFixed(1)} s here`,
  );
  if (grown === null) console.log('memory: NOT RUN, nobody collects garbage (node --expose-gc)');
  else {
    const bytes = (of: number): string => `${(of / updates).toFixed(0)} bytes a record`;
    console.log(
      `memory over what the plan takes: ${bytes(grown.half)} half way, ${bytes(grown.whole)} at the end`,
    );
  }
  isGood &&= written === updates && share >= LEAST && (grown?.whole ?? 0) / updates <= MOST_BYTES;
}
process.exitCode = isGood ? 0 : 1;
