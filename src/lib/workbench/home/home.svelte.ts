import type { Both, Side } from '../../engine/index.ts';
import type { Answer, Problem, ProjectCard } from '../../conversation/index.ts';
import type { Problems } from '../problems.svelte.ts';
import type { Jobs } from '../project/jobs.svelte.ts';
import type { OpenProject } from '../project/open-project.svelte.ts';
import type { ProjectClient } from '../link/project-client.ts';
import { AS_FOUND, type Looked, type SideFiles } from '../sides/side-files.svelte.ts';
import { syncId } from '../project/sync-id.ts';

/** A file waiting for the other one: its start is looked at already. */
export interface Waiting extends Looked {
  readonly problem: Problem | null;
}

/** The first page: what is kept here, and the ways to start. */
export class Home {
  readonly #client: ProjectClient;
  readonly #files: SideFiles;
  readonly #jobs: Jobs;
  readonly #project: OpenProject;
  readonly #problems: Problems;
  #cards = $state.raw<readonly ProjectCard[] | null>(null);
  #waiting = $state.raw<Both<Waiting | null>>({ left: null, right: null });
  #asked = $state(false);
  #busy = $state(false);

  constructor(client: ProjectClient, files: SideFiles, jobs: Jobs, project: OpenProject, problems: Problems) {
    this.#client = client;
    this.#files = files;
    this.#jobs = jobs;
    this.#project = project;
    this.#problems = problems;
  }

  /** Newest first; null until they are known. */
  get cards(): readonly ProjectCard[] | null {
    return this.#cards;
  }
  get waiting(): Both<Waiting | null> {
    return this.#waiting;
  }
  /** The projects were asked for, whatever was answered. */
  get asked(): boolean {
    return this.#asked;
  }
  /** A project is being made. */
  get busy(): boolean {
    return this.#busy;
  }

  async refresh(): Promise<void> {
    const answer = await this.#client.projects();
    this.#asked = true;
    if (!this.#take(answer)) return;
    this.#cards = [...answer.value].sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  }

  /** Takes a file for a side. With both there a project is made and its id answered; the files are read meanwhile. */
  async choose(side: Side, file: File): Promise<string | null> {
    this.#wait(side, { file, preview: null, problem: null });
    const answer = await this.#files.preview(side, file, AS_FOUND);
    if (this.#waiting[side]?.file !== file) return null;
    this.#wait(side, {
      file,
      preview: answer.ok ? answer.value : null,
      problem: answer.ok ? null : answer.problem,
    });
    const { left, right } = this.#waiting;
    return isTaken(left) && isTaken(right) ? this.#start(left, right) : null;
  }

  /** The sample project; its id. `title` says what runs. */
  sample(base: string, title: string): Promise<string | null> {
    return this.#make(this.#jobs.run({ title }, (job) => this.#client.createSample(base, job)));
  }

  /** Takes a project file in; the id of the new project. */
  takeIn(file: File): Promise<string | null> {
    return this.#make(this.#jobs.run({ title: file.name }, (job) => this.#client.projectIn(file, job)));
  }

  async rename(id: string, name: string): Promise<boolean> {
    const answer = await this.#client.renameProject(id, name);
    if (this.#take(answer)) await this.refresh();
    return answer.ok;
  }

  async remove(id: string): Promise<boolean> {
    if (this.#project.id === id) await this.#project.close();
    const answer = await this.#client.removeProject(id);
    if (this.#take(answer)) await this.refresh();
    return answer.ok;
  }

  async #start(left: Waiting, right: Waiting): Promise<string | null> {
    const id = await this.#make(this.#client.createProject(nameOf(left.file, right.file)));
    if (id === null) return null;
    this.#waiting = { left: null, right: null };
    const opened = this.#project.open(id);
    // The project is ours since it was made: what is read need not wait until it is open.
    void this.#files.readBoth(id, syncId(left.file.name, right.file.name, []), { left, right });
    await opened;
    return id;
  }

  async #make(making: Promise<Answer<string>>): Promise<string | null> {
    this.#busy = true;
    const answer = await making;
    this.#busy = false;
    // What a person ended is no news to him.
    if (!answer.ok && answer.problem.code === 'cancelled') return null;
    return this.#take(answer) ? answer.value : null;
  }

  #take<T>(answer: Answer<T>): answer is { readonly ok: true; readonly value: T } {
    if (!answer.ok) this.#problems.report(answer.problem);
    return answer.ok;
  }

  #wait(side: Side, waiting: Waiting): void {
    this.#waiting = { ...this.#waiting, [side]: waiting };
  }
}

/** A header that is the fault (RD3) is no end: how rows are read is said on Sides, with the rows in sight. */
const isTaken = (one: Waiting | null): one is Waiting =>
  one !== null && (one.preview !== null || one.problem?.code === 'header-width');

/** Named after the files until a person says otherwise. */
function nameOf(left: File, right: File): string {
  const stem = ({ name }: File): string => name.replace(/\.[^.]{1,5}$/, '').slice(0, 40);
  return `${stem(left)} ⇄ ${stem(right)}`;
}
