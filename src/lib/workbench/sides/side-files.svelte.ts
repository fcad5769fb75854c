import type { Both, Side } from '../../engine/index.ts';
import type { Answer, Preview, Problem, PutInto, ReadingChoices } from '../../conversation/index.ts';
import type { ImportClient } from '../link/import-client.ts';
import type { Job, Jobs } from '../project/jobs.svelte.ts';
import type { OpenProject } from '../project/open-project.svelte.ts';

/** A file being read into one side of a sync, or why that ended. */
export interface Load {
  readonly file: File;
  readonly choices: ReadingChoices;
  /** The header and first rows, while the rest is read. */
  readonly preview: Preview | null;
  readonly job: Job | null;
  readonly problem: Problem | null;
  readonly running: boolean;
}

/** A file, and its start where that was looked at already. */
export interface Looked {
  readonly file: File;
  readonly preview: Preview | null;
}

/** What the reader finds out by itself. */
export const AS_FOUND: ReadingChoices = { encoding: null, delimiter: null, headerLine: null };

interface Running {
  /** Project, sync and side. */
  readonly key: string;
  readonly token: number;
  readonly load: Load;
}

/** Reads files into the sides of projects. The former records of a side stand until the new ones are stored. */
export class SideFiles {
  readonly #imports: ImportClient;
  readonly #project: OpenProject;
  readonly #jobs: Jobs;
  /** A few, so a list does: a map that is told apart by entry is a kilobyte of the first page. */
  #loads = $state.raw<readonly Running[]>([]);
  /** Files of this visit, by the same key: what can be read again without asking for it. */
  #files = $state.raw<readonly { readonly key: string; readonly file: File }[]>([]);

  constructor(imports: ImportClient, project: OpenProject, jobs: Jobs) {
    this.#imports = imports;
    this.#project = project;
    this.#jobs = jobs;
  }

  /** How the reading of a side goes; null where none runs and the last one ended well. */
  load(project: string, sync: string, side: Side): Load | null {
    return this.#running(keyOf(project, sync, side))?.load ?? null;
  }

  /** Syncs that are being read and have nothing stored yet. */
  syncs(project: string): string[] {
    const found = this.#loads
      .map(({ key }) => JSON.parse(key) as [string, string, Side])
      .filter(([of]) => of === project)
      .map(([, sync]) => sync);
    return found.filter((sync, at) => found.indexOf(sync) === at);
  }

  /** The file a side was read from, where it was chosen in this visit. */
  fileOf(project: string, sync: string, side: Side): File | null {
    const wanted = keyOf(project, sync, side);
    return this.#files.find(({ key }) => key === wanted)?.file ?? null;
  }

  preview(side: Side, file: File, choices: ReadingChoices): Promise<Answer<Preview>> {
    return this.#imports.preview(side, file, choices);
  }

  /** Reads both files of a sync at once. */
  async readBoth(project: string, sync: string, given: Both<Looked>): Promise<void> {
    const one = (side: Side): Promise<void> =>
      this.read(project, sync, side, given[side].file, AS_FOUND, given[side].preview);
    await Promise.all([one('left'), one('right')]);
  }

  /** Reads a file into a side, or (`into`) puts it into its records; the project takes them once they are stored. */
  async read(
    project: string,
    sync: string,
    side: Side,
    file: File,
    choices: ReadingChoices,
    preview: Preview | null = null,
    into: PutInto | null = null,
  ): Promise<void> {
    const key = keyOf(project, sync, side);
    this.#stop(key);
    const token = this.#imports.token();
    const change = (part: Partial<Load>): boolean => {
      const found = this.#running(key);
      if (found?.token !== token) return false;
      this.#set(key, { ...found, load: { ...found.load, ...part } });
      return true;
    };
    this.#set(key, {
      key,
      token,
      load: { file, choices, preview, job: null, problem: null, running: true },
    });
    const answer = await this.#jobs.run(
      { title: file.name, cancel: () => this.cancel(project, sync, side) },
      (job) =>
        this.#imports.read(
          { project, sync, side, file, choices, token, into },
          preview === null ? (found) => change({ preview: found }) : null,
          (progress) => this.#jobs.tell({ job, progress }),
        ),
      (job) => change({ job }),
    );
    if (!answer.ok) {
      change({ problem: answer.problem, running: false });
      return;
    }
    if (this.#running(key)?.token !== token) return;
    // What only changed is not to be read again in place of all.
    const given = into === null ? [{ key, file }] : [];
    this.#files = [...this.#files.filter((one) => one.key !== key), ...given];
    if (this.#project.id === project) await this.#project.refresh((job) => change({ job }), file.size);
    if (this.#running(key)?.token === token) this.#set(key, null);
  }

  /** Ends a reading; what the side had before stands. */
  cancel(project: string, sync: string, side: Side): void {
    const key = keyOf(project, sync, side);
    this.#stop(key);
    this.#set(key, null);
  }

  #running(key: string): Running | undefined {
    return this.#loads.find((one) => one.key === key);
  }

  #stop(key: string): void {
    const found = this.#running(key);
    if (found?.load.running === true) this.#imports.cancel(found.token);
  }

  #set(key: string, running: Running | null): void {
    const at = this.#loads.findIndex((one) => one.key === key);
    const now = running === null ? [] : [running];
    this.#loads = at < 0 ? [...this.#loads, ...now] : this.#loads.toSpliced(at, 1, ...now);
  }
}

const keyOf = (project: string, sync: string, side: Side): string => JSON.stringify([project, sync, side]);
