import { createContext } from 'svelte';
import { Home } from './home/home.svelte.ts';
import { ImportClient } from './link/import-client.ts';
import { localDay } from './local-day.ts';
import { Problems } from './problems.svelte.ts';
import { LiveNow } from './live/live-now.svelte.ts';
import { Jobs, type Clock } from './project/jobs.svelte.ts';
import { OpenProject } from './project/open-project.svelte.ts';
import { projectClient, type ProjectClient } from './link/project-client.ts';
import { Shortcuts } from './commands/shortcuts.svelte.ts';
import { SideFiles } from './sides/side-files.svelte.ts';
import { ScreenStates } from './project/screen-states.ts';
import { StoreState } from './project/store-state.svelte.ts';
import { Theme } from './theme.svelte.ts';
import { Updates } from './updates.svelte.ts';
import { workerUrls } from './link/worker-url.ts';

/** What the screens share; made once by the layout. */
export interface Workbench {
  readonly theme: Theme;
  /** Single letters as keys, and whether a person wants them. */
  readonly shortcuts: Shortcuts;
  readonly store: StoreState;
  readonly jobs: Jobs;
  readonly clock: Clock;
  /** What went wrong and was not read yet. */
  readonly problems: Problems;
  readonly client: ProjectClient;
  readonly imports: ImportClient;
  readonly project: OpenProject;
  /** What screens remember of the open project. */
  readonly screens: ScreenStates;
  /** The apps of the open project, as every screen may know them. */
  readonly live: LiveNow;
  /** Files on their way into the sides of a project. */
  readonly files: SideFiles;
  readonly home: Home;
  /** Offline use, and newer versions of the app. */
  readonly updates: Updates;
  /** The day plans are made for, `YYYY-MM-DD`. */
  readonly today: () => string;
}

export const [getWorkbench, setWorkbench] = createContext<Workbench>();

const STORE = 'drysync';

/** Makes the workbench of this page. `base` is the folder the app is served from, with a slash at its end. */
export function openWorkbench(base: string): Workbench {
  const today = (): string => localDay(new Date());
  const storage = storageOrNull();
  const trusted = workerUrls();
  const tab = crypto.randomUUID();
  const clock: Clock = {
    now: () => performance.now(),
    after: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
  };
  const jobs = new Jobs(clock, (job) => void client.cancel(job));
  const problems = new Problems();
  const store = new StoreState();
  const live = new LiveNow();
  const client: ProjectClient = projectClient(trusted, STORE, tab, {
    on: {
      store: (head) => store.take(head),
      progress: (event) => jobs.tell(event),
      live: (steps) => (live.steps = steps),
    },
    onDeath: () => void project.reopen(),
  });
  const imports = new ImportClient(trusted, STORE, tab);
  const project: OpenProject = new OpenProject(client, jobs, today);
  const files = new SideFiles(imports, project, jobs);
  return {
    theme: new Theme(document.documentElement, storage),
    shortcuts: new Shortcuts(storage),
    store,
    jobs,
    clock,
    problems,
    client,
    imports,
    project,
    screens: new ScreenStates(),
    live,
    files,
    home: new Home(client, files, jobs, project, problems),
    updates: new Updates({
      script: `${base}service-worker.js`,
      scope: base,
      trusted,
      reload: () => location.reload(),
      // All of the app is fetched and kept: as much work as reading a file.
      rest: () => jobs.rest(),
    }),
    today,
  };
}

/** Reading `localStorage` throws where a browser forbids it. */
function storageOrNull(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
