import { Dexie } from 'dexie';

/** Chromium begins a new log once four megabytes stand in one; values of less than 64 kB stand in it. */
const LINES = 96;
const LINE = 60_000;

/**
 * S454: has the browser begin a new log for its databases. Where it was killed in the middle of a line of its log, it goes on behind that
 * half a line when it is started again, and takes the whole log, and with it every database, for broken when it is started once more.
 * What stands in a log that is full goes to a place of its own. `name`: of the store; what is written is gone afterwards. In a browser
 * without room, or of another make, nothing is done.
 */
export async function beginLog(name: string): Promise<void> {
  // Others keep no such log.
  if (!('userAgentData' in navigator)) return;
  const filler = new Dexie(`${name}-log`, { chromeTransactionDurability: 'strict', cache: 'disabled' });
  filler.version(1).stores({ lines: '' });
  try {
    const lines = filler.table<Uint8Array, number>('lines');
    await lines.bulkPut(
      Array.from({ length: LINES }, () => new Uint8Array(LINE)),
      Array.from({ length: LINES }, (_, at) => at),
    );
    await filler.delete();
  } catch {
    filler.close();
  }
}
