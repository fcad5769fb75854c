import { HandClock } from '../support/hand-clock.ts';
import { describe, expect, it } from 'vitest';
import type { Answer, ImportRequest, OnProgress, Preview } from '../../src/lib/conversation/index.ts';
import { Jobs } from '../../src/lib/workbench/project/jobs.svelte.ts';
import { AS_FOUND, SideFiles } from '../../src/lib/workbench/sides/side-files.svelte.ts';

type Imports = ConstructorParameters<typeof SideFiles>[0];
type Project = ConstructorParameters<typeof SideFiles>[1];

interface Asked {
  readonly request: ImportRequest;
  readonly onPreview: ((preview: Preview) => void) | null;
  readonly onProgress: OnProgress;
  readonly answer: (answer: Answer<string>) => void;
}

const PREVIEW = { header: ['Id'], rows: [['1']] } as unknown as Preview;
const READ: Answer<string> = { ok: true, value: 'set' };
const EMPTY: Answer<string> = { ok: false, problem: { code: 'empty-file', file: 'b.csv' } };

/** Import workers that answer when they are told to, and a project `p` that counts how often it took new records. */
function stand() {
  const asked: Asked[] = [];
  const cancelled: number[] = [];
  let tokens = 0;
  let refreshed = 0;
  const imports = {
    token: () => ++tokens,
    read: (
      request: ImportRequest,
      onPreview: ((preview: Preview) => void) | null,
      onProgress: OnProgress,
    ): Promise<Answer<string>> =>
      new Promise((answer) => asked.push({ request, onPreview, onProgress, answer })),
    cancel: (token: number) => cancelled.push(token),
  } as unknown as Imports;
  const project = {
    id: 'p',
    refresh: () => {
      refreshed++;
      return Promise.resolve();
    },
  } as unknown as Project;
  const files = new SideFiles(imports, project, new Jobs(new HandClock(), () => undefined));
  return { files, asked, cancelled, refreshed: () => refreshed };
}

const file = (name: string): File => new File(['Id\n1\n'], name);
const [A, B] = [file('a.csv'), file('b.csv')];

describe('reading a file into a side', () => {
  it('shows its first rows while the rest is read; then the project takes the records', async () => {
    const { files, asked, refreshed } = stand();
    const done = files.read('p', 'people', 'left', A, AS_FOUND);
    expect(files.load('p', 'people', 'left')).toMatchObject({ file: A, preview: null, running: true });
    expect(files.syncs('p')).toEqual(['people']);
    expect(files.syncs('other')).toEqual([]);
    asked[0]!.onPreview!(PREVIEW);
    expect(files.load('p', 'people', 'left')?.preview).toBe(PREVIEW);
    expect(files.fileOf('p', 'people', 'left')).toBeNull();
    asked[0]!.answer(READ);
    await done;
    expect(files.load('p', 'people', 'left')).toBeNull();
    expect(files.fileOf('p', 'people', 'left')).toBe(A);
    expect(refreshed()).toBe(1);
  });

  it('says why it ended without records; what the side had stands', async () => {
    const { files, asked, refreshed } = stand();
    const done = files.read('p', 'people', 'right', B, AS_FOUND);
    asked[0]!.answer(EMPTY);
    await done;
    const load = files.load('p', 'people', 'right');
    expect(load).toMatchObject({ running: false, problem: { code: 'empty-file', file: 'b.csv' } });
    expect(files.fileOf('p', 'people', 'right')).toBeNull();
    expect(refreshed()).toBe(0);
  });

  it('a start that was looked at already is shown at once and not read again', async () => {
    const { files, asked } = stand();
    const done = files.readBoth('p', 'people', {
      left: { file: A, preview: PREVIEW },
      right: { file: B, preview: null },
    });
    expect(files.load('p', 'people', 'left')?.preview).toBe(PREVIEW);
    expect(asked.map(({ onPreview }) => onPreview === null)).toEqual([true, false]);
    asked.forEach(({ answer }) => answer(READ));
    await done;
  });

  it('a second file takes the place of one that is still read, whose answers then count for nothing', async () => {
    const { files, asked, cancelled, refreshed } = stand();
    const first = files.read('p', 'people', 'left', A, AS_FOUND);
    const second = files.read('p', 'people', 'left', B, { ...AS_FOUND, delimiter: ';' });
    expect(cancelled).toEqual([asked[0]!.request.token]);
    asked[0]!.onPreview!(PREVIEW);
    asked[0]!.answer(READ);
    await first;
    expect(files.load('p', 'people', 'left')).toMatchObject({ file: B, preview: null, running: true });
    expect([refreshed(), files.fileOf('p', 'people', 'left')]).toEqual([0, null]);
    asked[1]!.answer(READ);
    await second;
    expect([refreshed(), files.fileOf('p', 'people', 'left')]).toEqual([1, B]);
  });

  it('ends when it is told to', async () => {
    const { files, asked, cancelled, refreshed } = stand();
    const done = files.read('p', 'people', 'left', A, AS_FOUND);
    files.cancel('p', 'people', 'left');
    expect(cancelled).toEqual([asked[0]!.request.token]);
    expect(files.load('p', 'people', 'left')).toBeNull();
    asked[0]!.answer({ ok: false, problem: { code: 'cancelled', file: 'a.csv' } });
    await done;
    expect(files.load('p', 'people', 'left')).toBeNull();
    expect(refreshed()).toBe(0);
  });

  it('of a project that is not open any more is stored and not taken', async () => {
    const { files, asked, refreshed } = stand();
    const done = files.readBoth('former', 'people', {
      left: { file: A, preview: null },
      right: { file: B, preview: null },
    });
    expect(asked.map(({ request }) => request.side)).toEqual(['left', 'right']);
    asked.forEach(({ answer }) => answer(READ));
    await done;
    expect(files.fileOf('former', 'people', 'right')).toBe(B);
    expect(refreshed()).toBe(0);
  });
});
