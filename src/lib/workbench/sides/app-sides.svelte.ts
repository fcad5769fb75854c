import type { Both, Side } from '../../engine/index.ts';
import type {
  Answer,
  AppSettings,
  AppWays,
  ConnectionHead,
  Preview,
  Problem,
  VaultHead,
} from '../../conversation/index.ts';
import type { ProjectClient } from '../link/project-client.ts';
import type { Job, Jobs } from '../project/jobs.svelte.ts';
import type { OpenProject } from '../project/open-project.svelte.ts';

/** A reading of an app into a side, or why it ended. */
interface AppLoad {
  /** What stands for a file's name. */
  readonly file: { readonly name: string };
  readonly preview: Preview | null;
  readonly job: Job | null;
  readonly problem: Problem | null;
  readonly running: boolean;
}

interface Running {
  readonly sync: string;
  readonly side: Side;
  readonly load: AppLoad;
}

type Client = Pick<ProjectClient, 'appWays' | 'connections' | 'vault' | 'signIn' | 'signOut' | 'readApp'>;

const NOBODY: Both<ConnectionHead | null> = { left: null, right: null };

/** The sides of the open project that are apps. A secret goes through here to the worker and is kept nowhere. */
export class AppSides {
  readonly #client: Client;
  readonly #jobs: Jobs;
  readonly #project: OpenProject;
  #ways = $state.raw<AppWays | null>(null);
  #connections = $state.raw(NOBODY);
  #vault = $state.raw<VaultHead>({ is: 'none' });
  #signingIn = $state.raw<Job | null>(null);
  #busy = $state(false);
  #asking = $state<Side | null>(null);
  #reads = $state.raw<readonly Running[]>([]);

  constructor(client: Client, jobs: Jobs, project: OpenProject) {
    this.#client = client;
    this.#jobs = jobs;
    this.#project = project;
  }

  /** Where calls can go; null until it is known. */
  get ways(): AppWays | null {
    return this.#ways;
  }
  get connections(): Both<ConnectionHead | null> {
    return this.#connections;
  }
  /** What is known of the vault (S420). */
  get vault(): VaultHead {
    return this.#vault;
  }
  /** Somebody is being signed in. */
  get busy(): boolean {
    return this.#busy;
  }
  get signingIn(): Job | null {
    return this.#signingIn;
  }
  /** The side whose dialog leads to an app, open now. */
  get asking(): Side | null {
    return this.#asking;
  }

  /** Null: the dialog is closed. */
  ask(side: Side | null): void {
    this.#asking = side;
    if (side !== null) void this.lookAtWays();
  }

  /** Asks who is signed in and what the vault holds: the worker may be another one by now. */
  async look(): Promise<void> {
    const [who, vault] = await Promise.all([this.#client.connections(), this.#client.vault()]);
    if (who.ok) this.#connections = who.value;
    if (vault.ok) this.#vault = vault.value;
  }

  async lookAtWays(): Promise<void> {
    const answer = await this.#client.appWays();
    this.#ways = answer.ok ? answer.value : { relayed: null, direct: [] };
  }

  /** Null: signed in. `title`: what runs. */
  async signIn(side: Side, settings: AppSettings, secret: string, title: string): Promise<Problem | null> {
    this.#busy = true;
    const answer = await this.#jobs.run(
      { title },
      (job) => this.#client.signIn(side, $state.snapshot(settings), secret, job),
      (job) => (this.#signingIn = job),
    );
    this.#busy = false;
    await this.look();
    return problemOf(answer);
  }

  async signOut(side: Side, part: boolean): Promise<Problem | null> {
    const answer = await this.#client.signOut(side, part);
    await this.look();
    return problemOf(answer);
  }

  load(sync: string, side: Side): AppLoad | null {
    return this.#reads.find((one) => one.sync === sync && one.side === side)?.load ?? null;
  }

  /** Syncs that are being read and may have nothing stored yet. */
  get syncs(): string[] {
    return this.#reads.map(({ sync }) => sync);
  }

  /** Reads an object into a side, or goes on where its reading was cut; the project takes it once it is stored. */
  async read(sync: string, side: Side, object: string, title: string): Promise<void> {
    if (this.load(sync, side)?.running === true) return;
    let load: AppLoad = { file: { name: title }, preview: null, job: null, problem: null, running: true };
    const change = (part: Partial<AppLoad>): void => {
      load = { ...load, ...part };
      this.#set(sync, side, load);
    };
    change({});
    const answer = await this.#jobs.run(
      { title },
      (job) => this.#client.readApp(sync, side, object, job),
      (job) => change({ job }),
    );
    if (answer.ok) await this.#project.refresh((job) => change({ job }), 0);
    await this.look();
    const problem = problemOf(answer);
    // What a person ended is no news to him.
    if (problem === null || problem.code === 'cancelled') this.#set(sync, side, null);
    else change({ problem, running: false, job: null });
  }

  #set(sync: string, side: Side, load: AppLoad | null): void {
    const others = this.#reads.filter((one) => one.sync !== sync || one.side !== side);
    this.#reads = load === null ? others : [...others, { sync, side, load }];
  }
}

const problemOf = <T>(answer: Answer<T>): Problem | null => (answer.ok ? null : answer.problem);
