/**
 * Large screens come into the page piece by piece: one piece a frame, small ones together, so that neither making them nor
 * laying them out keeps the page from answering. The pieces come in the order they asked.
 */

/** Work of one frame ends here (milliseconds); a piece that has begun is finished. */
const ENOUGH = 5;
/** A page nobody sees draws no frames: its pieces come all the same (milliseconds). */
const UNSEEN = 100;

let waiting: (() => void)[] = [];
let asked = false;
let idle: (() => void)[] = [];

/** Runs a piece of work in its turn. The answer takes it back. */
export function inTurn(run: () => void): () => void {
  waiting.push(run);
  ask();
  return () => {
    waiting = waiting.filter((one) => one !== run);
  };
}

/** Resolves when every piece that asked so far, and those that came with them, is in the page. */
export async function turnsOver(): Promise<void> {
  if (asked) await new Promise<void>((done) => idle.push(done));
}

function ask(): void {
  if (asked) return;
  asked = true;
  let drawn = false;
  const go = (): void => {
    if (drawn) return;
    drawn = true;
    clearTimeout(unseen);
    // After what the last turn made was laid out and painted.
    setTimeout(work);
  };
  const unseen = setTimeout(go, UNSEEN);
  requestAnimationFrame(go);
}

function work(): void {
  const started = performance.now();
  while (waiting.length > 0 && performance.now() - started < ENOUGH) waiting.shift()?.();
  asked = false;
  if (waiting.length > 0) return ask();
  const over = idle;
  idle = [];
  for (const done of over) done();
}
