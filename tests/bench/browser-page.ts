import { daffCompare, openDuckDb, papaParse, type DuckDbWasm } from './browser-contenders.ts';
import * as ours from './browser-ours.ts';

/** What `browser.ts` calls from outside through `globalThis.bench`. */
const bench = {
  ours,
  papaParse,
  daffCompare,
  duck: null as DuckDbWasm | null,
  async openDuck(): Promise<string> {
    bench.duck = await openDuckDb(file('left'), file('right'));
    return bench.duck.version;
  },
  file,
};
export type Bench = typeof bench;

function file(side: 'left' | 'right'): File {
  const input = document.getElementById(side);
  if (!(input instanceof HTMLInputElement) || input.files?.[0] === undefined)
    throw new Error(`no ${side} file`);
  return input.files[0];
}

(globalThis as unknown as { bench: Bench }).bench = bench;
