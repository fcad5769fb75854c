import * as Comlink from 'comlink';
import projectUrl from '../../../../workers/project.worker.ts?worker&url';
import type { Answer, Listeners, ProjectWorker } from '../../conversation/index.ts';
import { functionsByPort } from './functions-by-port.ts';
import { WorkerLink } from './worker-link.ts';

type Given = readonly unknown[];
type Verb = (...given: Given) => Promise<Answer<unknown>>;

/** What a screen may ask the project worker; starting and joining the workers is done here. */
export type ProjectClient = Omit<ProjectWorker, 'open' | 'connect' | 'disconnect' | 'hold'>;

/** What the page is told without having asked. */
export interface ProjectNews {
  /** What the worker tells; its opening counts as `store`. */
  readonly on: Listeners;
  /** The project worker is gone with what it had open; the next question starts another one. */
  readonly onDeath: () => void;
}

/**
 * Speaks with the project worker, and keeps it and its second. No call throws; a worker that dies answers `worker-stopped`. The
 * store is opened before the first call. A second worker is started where large files were read, or with the first plan that wants
 * one, and never waited for: until it has answered, the first one does without; where it dies, the next plan tries again.
 */
export function projectClient(
  trusted: (url: string) => string,
  store: string,
  tab: string,
  { on, onDeath }: ProjectNews,
): ProjectClient {
  functionsByPort();
  const start = (name: string): Worker => new Worker(trusted(projectUrl), { type: 'module', name });
  let main: Comlink.Remote<ProjectWorker> | null = null;
  const second = new WorkerLink<ProjectWorker>(
    () => start('drysync project 2'),
    async (helper) => {
      const { port1, port2 } = new MessageChannel();
      void main?.connect(Comlink.transfer(port1, [port1]), 'main');
      await helper.connect(Comlink.transfer(port2, [port2]), 'helper');
      return DONE;
    },
    { onDeath: () => void main?.disconnect() },
  );
  const first = new WorkerLink<ProjectWorker>(
    () => start('drysync project'),
    async (remote) => {
      main = remote;
      const answer = await remote.open(store, tab, (event, value) => on[event](value));
      if (answer.ok) on.store(answer.value);
      return answer;
    },
    {
      onDeath: () => {
        second.stop();
        onDeath();
      },
    },
  );
  const ask =
    (name: string): Verb =>
    (...given) =>
      first.ask((remote) => {
        if ((name === 'plan' || name === 'refresh') && given[1] === 2)
          void second.ask(() => Promise.resolve(DONE));
        return (remote as unknown as Readonly<Record<string, Verb>>)[name]!(...given);
      });
  return new Proxy({} as ProjectClient, {
    // A promise that resolves to the client asks whether it is one, too.
    get: (_, name) => (typeof name === 'string' && name !== 'then' ? ask(name) : undefined),
  });
}

const DONE: Answer<null> = { ok: true, value: null };
