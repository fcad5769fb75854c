import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The head of a line of 122 bytes, and the first of them: what is there where Chromium is killed between two writes of a line. */
const HALF_A_LINE = Buffer.concat([Buffer.from([1, 2, 3, 4, 122, 0, 1]), Buffer.alloc(40)]);

/** The logs of Chromium's databases in a profile that has one page's, by their paths. */
export function logsOf(profile: string): string[] {
  const all = join(profile, 'Default', 'IndexedDB');
  const own = readdirSync(all).filter((name) => name.endsWith('.leveldb'));
  return own.flatMap((folder) =>
    readdirSync(join(all, folder))
      .filter((name) => name.endsWith('.log'))
      .map((name) => join(all, folder, name)),
  );
}

/** Half a line at the end of the log of a browser that is dead; the log's path. */
export function tear(profile: string): string {
  const log = logsOf(profile).sort().at(-1)!;
  appendFileSync(log, HALF_A_LINE);
  return log;
}
