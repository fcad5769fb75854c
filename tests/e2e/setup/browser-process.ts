import { spawn, type ChildProcess } from 'node:child_process';
import { findBrowser, LAUNCH_ARGS } from '../../../scripts/find-browser.mjs';

const ARGS = [...LAUNCH_ARGS, '--headless=new', '--remote-debugging-port=0', '--hide-crash-restore-bubble'];

/** A browser on a profile that stays, in a group of its own: a kill reaches all of it and nothing else. */
export function spawnBrowser(
  profile: string,
  args: readonly string[],
  stderr: 'ignore' | 'pipe' = 'ignore',
): ChildProcess {
  const path = findBrowser();
  if (path === null) throw new Error('no browser');
  return spawn(path, [...ARGS, `--user-data-dir=${profile}`, ...args], {
    stdio: ['ignore', 'ignore', stderr],
    detached: process.platform !== 'win32',
  });
}

/** SIGSTOP to every process of the browser: a machine without power does nothing more. It can be killed then. */
export function stopBrowser(child: ChildProcess): void {
  process.kill(-child.pid!, 'SIGSTOP');
}

/** SIGKILL to every process of the browser: nothing is flushed, nobody is told. */
export async function killBrowser(child: ChildProcess): Promise<void> {
  const isOver = child.exitCode !== null || child.signalCode !== null;
  const ended = isOver ? null : new Promise((done) => child.once('exit', done));
  try {
    process.kill(process.platform === 'win32' ? child.pid! : -child.pid!, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
  await ended;
}
