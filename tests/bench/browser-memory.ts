import { readdirSync, readFileSync } from 'node:fs';

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

/** Null for a process that has ended since. */
function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'latin1');
    // The name in brackets may hold blanks and brackets.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
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
