import { unzipSync, strFromU8 } from 'fflate';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Answer, OutFile } from '../../src/lib/conversation/index.ts';
import { Jobs } from '../../src/lib/workbench/project/jobs.svelte.ts';
import { projectFile, saveFiles } from '../../src/lib/workbench/save-files.ts';
import { HandClock } from '../support/hand-clock.ts';

/** What was handed over, by the name it got. */
let handed: { readonly name: string; readonly blob: Blob }[] = [];
let blobs = new Map<string, Blob>();

beforeEach(() => {
  handed = [];
  blobs = new Map();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const address = `blob:${String(blobs.size)}`;
    blobs.set(address, blob as Blob);
    return address;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    handed.push({ name: this.download, blob: blobs.get(this.href)! });
  });
});
afterEach(() => void vi.restoreAllMocks());

const file = (name: string, text: string): OutFile => ({ name, blob: new Blob([text]), rows: 1 });

function save(answer: Answer<readonly OutFile[]>) {
  const jobs = new Jobs(new HandClock(), () => undefined);
  return saveFiles(jobs, 'Files', 'all.zip', () => Promise.resolve(answer));
}

it('one file is handed over as it is, without its folder', async () => {
  expect(await save({ ok: true, value: [file('people/left.csv', 'Id\n1\n')] })).toBeNull();
  expect(handed.map(({ name }) => name)).toEqual(['left.csv']);
  expect(await handed[0]!.blob.text()).toBe('Id\n1\n');
});

it('several are handed over as one archive, with their folders', async () => {
  // Longer than what waits in memory before the browser gets it.
  const long = 'x'.repeat(17 * 1024 * 1024);
  expect(await save({ ok: true, value: [file('a/left.csv', long), file('a/right.csv', 'Id\n')] })).toBeNull();
  expect(handed.map(({ name, blob }) => [name, blob.type])).toEqual([['all.zip', 'application/zip']]);
  const entries = unzipSync(new Uint8Array(await handed[0]!.blob.arrayBuffer()));
  expect(Object.keys(entries)).toEqual(['a/left.csv', 'a/right.csv']);
  expect(entries['a/left.csv']!.length).toBe(long.length);
  expect(strFromU8(entries['a/right.csv']!)).toBe('Id\n');
});

it('none are no download; a problem is answered, what a person ended is none', async () => {
  expect(await save({ ok: true, value: [] })).toBeNull();
  expect(await save({ ok: false, problem: { code: 'no-plan' } })).toEqual({ code: 'no-plan' });
  expect(await save({ ok: false, problem: { code: 'cancelled' } })).toBeNull();
  expect(handed).toEqual([]);
});

it('a project is one file; where it cannot be made the problem stays what it is', async () => {
  const made = file('Acme.drysync.zip', 'zip');
  const asked: unknown[] = [];
  const of = (answer: Answer<OutFile>) => ({
    projectOut: (...given: readonly unknown[]) => {
      asked.push(given);
      return Promise.resolve(answer);
    },
  });
  expect(await projectFile(of({ ok: true, value: made }), true, 3)).toEqual({ ok: true, value: [made] });
  const refused = { ok: false, problem: { code: 'no-project' } } as const;
  expect(await projectFile(of(refused), false, 4)).toEqual(refused);
  expect(asked).toEqual([
    [true, 3],
    [false, 4],
  ]);
});
