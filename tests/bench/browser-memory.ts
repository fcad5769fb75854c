import { readdirSync, readFileSync } from 'node:fs';

const PAGE = 4096;
const MS_A_TICK = 10;

export interface MemoryWatch {
  /** Highest sum since the last call, in bytes; starts again. */
  take(): number;
  stop(): void;
}

/** Sum of the proportional set sizes of a process and all its children, sampled every 100 ms (Linux only). */
export function watchMemory(root: number): MemoryWatch {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeBytes(root));
  }, 100);
  return {
    take() {
      const seen = Math.max(peak, treeBytes(root));
      peak = 0;
      return seen;
    },
    stop: () => clearInterval(timer),
  };
}

/** Bytes a process and all its children were given by the system since they began: pages touched first × 4 KiB (Linux only). */
export function freshBytes(root: number): number {
  let pages = 0;
  for (const pid of tree(root)) pages += firstTouches(pid);
  return pages * PAGE;
}

/** Milliseconds of processor a process and all its children have had: no other work on the machine is in them (Linux only). */
export function processorTime(root: number): number {
  let ticks = 0;
  for (const pid of tree(root)) ticks += (numberOf(pid, 11) ?? 0) + (numberOf(pid, 12) ?? 0);
  return ticks * MS_A_TICK;
}

/** What the first touch of a page costs on this machine, in microseconds: memory never used before, a byte a page. */
export function firstTouch(): number {
  const bytes = 256 * 1024 ** 2;
  const memory = new Uint8Array(bytes);
  const started = performance.now();
  for (let at = 0; at < bytes; at += PAGE) memory[at] = 1;
  return ((performance.now() - started) * 1000 * PAGE) / bytes;
}

function treeBytes(root: number): number {
  let bytes = 0;
  for (const pid of tree(root)) bytes += proportional(pid);
  return bytes;
}

/** A process and everything it started. */
function tree(root: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const parent = parentOf(pid);
    if (parent === null) continue;
    parents.set(parent, [...(parents.get(parent) ?? []), pid]);
  }
  const found = [root];
  for (const pid of found) found.push(...(parents.get(pid) ?? []));
  return found;
}

const parentOf = (pid: number): number | null => numberOf(pid, 1);
const firstTouches = (pid: number): number => numberOf(pid, 7) ?? 0;

/** A number the system tells of a process, by its place after the name; null for one that has ended since. */
function numberOf(pid: number, place: number): number | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'latin1');
    // The name in brackets may hold blanks and brackets.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[place]);
  } catch {
    return null;
  }
}

function proportional(pid: number): number {
  try {
    const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'latin1'));
    return Number(found?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
