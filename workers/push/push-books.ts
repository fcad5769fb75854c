import { onBoth, type Both } from '../../src/lib/engine/index.ts';
import {
  isOver,
  Journal,
  type ItemStanding,
  type PushItem,
  type PushPlan,
} from '../../src/lib/push/index.ts';
import type { Store } from '../../src/lib/store/index.ts';
import type { Answer, PushStanding } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import type { OpenedProject } from '../project/opened-project.ts';
import type { ProjectSession } from '../project/project-session.ts';
import { backOf, nameless } from './about.ts';
import { JournalRows } from './journal-rows.ts';
import { PushTimeline } from './push-timeline.ts';
import { ABSENT, type RunControl } from './push-tools.ts';
import { recordNames } from './record-names.ts';

/** A push of the open project that was looked at: its journal, and how it runs. */
export interface OpenPush {
  readonly journal: Journal;
  /** Names of its records, by item; looked up when they are first asked for. */
  readonly names: () => ReadonlyMap<string, string>;
  readonly calls: { -readonly [S in keyof Both<number>]: number };
  /** Records that the apps have come to of its jobs, by our names of them. */
  readonly processed: Map<string, number>;
  /** Its batches, cut when they are first asked for (S370). */
  readonly line: () => PushTimeline;
  /** Its items as they are listed. */
  readonly rows: () => JournalRows;
  run: PushRun | null;
  taken: PushStanding['taken'];
  waits: PushStanding['waits'];
}

export interface PushRun {
  readonly control: RunControl;
  readonly end: Promise<void>;
}

/** The journals of the open project's pushes, each read the first time it is asked for. */
export class PushBooks {
  readonly #session: ProjectSession;
  #opened = new Map<string, OpenPush>();

  constructor(session: ProjectSession) {
    this.#session = session;
  }

  /** Another project is to be opened. */
  forget(): void {
    this.#opened = new Map();
  }

  /** Where the journals of a project are written. */
  log(project: OpenedProject): ReturnType<Store['journals']> {
    const { store } = this.#session;
    if (store === null) throw new Error('a project is open without a store');
    return store.journals(project.id);
  }

  /** Pushes and ways back, in the order they began; none where the journals cannot be listed. */
  async ids(project: OpenedProject): Promise<readonly string[]> {
    const ids = await this.log(project).list();
    return ids.ok ? ids.value : [];
  }

  /** Those that run now. */
  running(): readonly PushRun[] {
    return [...this.#opened.values()].flatMap(({ run }) => run ?? []);
  }

  /** A push of the open project, read from its journal the first time. */
  async open(push: string): Promise<Answer<OpenPush>> {
    const known = this.#opened.get(push);
    if (known !== undefined) return done(known);
    return this.#session.onProject(async (_, project) => {
      const journal = await Journal.open(this.log(project), push);
      if (!journal.ok) return journalFailed(journal.because);
      return done(this.#opened.get(push) ?? this.keep(journal.value, namesOf(journal.value, project)));
    });
  }

  /** A push that was just begun. */
  keep(journal: Journal, names: OpenPush['names']): OpenPush {
    const { plan } = journal.standing;
    let line: PushTimeline | null = null;
    let rows: JournalRows | null = null;
    const nameOf = ({ item }: ItemStanding): string => names().get(item.key) ?? nameless(item);
    const open: OpenPush = {
      journal,
      names,
      calls: { left: 0, right: 0 },
      processed: new Map(),
      line: () => (line ??= this.lineOf({ ...plan, items: itemsOf(journal) }, names)),
      rows: () => (rows ??= new JournalRows(journal.standing, nameOf, open.line())),
      run: null,
      taken: null,
      waits: null,
    };
    this.#opened.set(plan.id, open);
    return open;
  }

  /** Of a plan that says nothing of its calls, as the apps take them now. */
  lineOf(plan: PushPlan, names: OpenPush['names']): PushTimeline {
    return new PushTimeline(
      plan,
      plan.sizes ?? this.sizes(),
      (item) => names().get(item.key) ?? nameless(item),
    );
  }

  /** Records of a call, as the apps that are signed in to take them. */
  sizes(): Both<number> {
    return onBoth((side) => (this.#session.live.of(side)?.connector ?? ABSENT).can.batchSize);
  }

  /** The last push or way back that is not over; null where all are. */
  async unfinished(project: OpenedProject): Promise<string | null> {
    for (const id of [...(await this.ids(project))].reverse()) {
      const opened = await this.open(id);
      if (opened.ok && !isOver(opened.value.journal.standing.state)) return id;
    }
    return null;
  }

  /** Keys of the rollback items that were written, of all ways back of a push. */
  async undone(push: string, project: OpenedProject): Promise<ReadonlySet<string>> {
    const keys = new Set<string>();
    for (const id of await this.ids(project)) {
      if (backOf(id) !== push) continue;
      const opened = await this.open(id);
      if (!opened.ok) continue;
      for (const { item, is } of opened.value.journal.standing.items())
        if (is === 'written') keys.add(item.key);
    }
    return keys;
  }
}

export const journalFailed = (because: string): Answer<never> => failed({ code: 'push-journal', because });

const itemsOf = ({ standing }: Journal): readonly PushItem[] => [...standing.items()].map(({ item }) => item);

function namesOf(journal: Journal, project: OpenedProject): OpenPush['names'] {
  let names: ReadonlyMap<string, string> | null = null;
  return () => (names ??= recordNames(project, itemsOf(journal)));
}
