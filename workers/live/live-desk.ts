import type { Account, AppDescription } from '../../src/lib/connectors/app/app-connector.ts';
import type { AppSettings, WindowSettings } from '../../src/lib/connectors/app/app-settings.ts';
import type { LiveSource } from '../../src/lib/connectors/app/live-source.ts';
import type { OpenApp, OpenedApp } from '../../src/lib/connectors/app/open-app.ts';
import type { WindowSignIn } from '../../src/lib/connectors/app/window-sign-in.ts';
import { onBoth, Spare, type Both, type Side, type Tools } from '../../src/lib/engine/index.ts';
import type { Answer, AppWays, ConnectionHead } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { CANCELLED, type Work } from '../common/work.ts';
import { AppReading, AS_FOUND, fileOf } from './app-reading.ts';
import type { Patience } from './ask-again.ts';
import { describedOf } from './described.ts';
import { asLongAsWanted } from './as-long-as-wanted.ts';
import { headOf } from './connection-head.ts';
import { faultOf } from './fault-of.ts';
import { keepInVault } from './keep-in-vault.ts';
import { holding } from './holding.ts';
import type { Held } from './live-sides.ts';
import { keptConnection, type Connection, type LiveProject } from './live-project.ts';
import type { LiveSteps } from './live-steps.ts';
import { takingBack } from './taking-back.ts';
import { takenBackBy, type TakenBack } from './taken-back.ts';

/** What speaking with apps needs from outside; tests bring their own. */
export interface LiveParts {
  readonly openApp: OpenApp;
  readonly window: WindowSignIn;
  /** Where calls can go from here. */
  readonly ways: () => Promise<AppWays>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => Date;
}

/** What is to be read, and from whom. */
interface Asked {
  readonly sync: string;
  readonly side: Side;
  readonly object: string;
  readonly open: OpenedApp;
  readonly takenBack: TakenBack;
}

/** Signs in, reads and signs out, for the open project. */
export class LiveDesk {
  readonly #parts: LiveParts;
  readonly #tools: Tools;
  readonly #spare = new Spare();
  readonly #steps: LiveSteps;

  constructor(parts: LiveParts, tools: Tools, steps: LiveSteps) {
    this.#parts = parts;
    this.#tools = tools;
    this.#steps = steps;
  }

  async ways(): Promise<Answer<AppWays>> {
    return done(await this.#parts.ways());
  }

  connections({ project, live }: LiveProject): Answer<Both<ConnectionHead | null>> {
    return done(
      onBoth((side) => {
        const kept = keptConnection(project, side);
        return kept === null ? null : headOf(kept, live, side);
      }),
    );
  }

  /** S352: a side that has an account is signed in to that one alone, until a person parts from it. `inVault`: the secret is from there. */
  async signIn(
    at: LiveProject,
    side: Side,
    settings: AppSettings,
    secret: string,
    work: Work,
    inVault = false,
  ): Promise<Answer<ConnectionHead>> {
    const { held, onNew } = holding(at, side, secret);
    const opened = await asLongAsWanted(this.#parts.openApp(settings, secret, onNew), work);
    if (opened === null) return failed(CANCELLED);
    if (!opened.ok) return failed(faultOf(settings.app, 'sign-in', opened.fault));
    return this.#letIn(at, side, settings, opened.value, held, inVault);
  }

  /** S423: the address of the app's own sign-in, for a window of its own; it comes back to `redirectUri`. */
  async beginSignIn(
    { live }: LiveProject,
    side: Side,
    settings: WindowSettings,
    redirectUri: string,
  ): Promise<Answer<string>> {
    const begun = await this.#parts.window.begin(settings, redirectUri);
    live.begun[side] = begun;
    return done(begun.url);
  }

  /** S423: the person is back from it. One that is not the one that has begun leaves that waiting. */
  async finishSignIn(
    at: LiveProject,
    side: Side,
    returned: string,
    work: Work,
  ): Promise<Answer<ConnectionHead>> {
    const begun = at.live.begun[side];
    if (begun === null)
      return failed({ code: 'app-window', app: 'salesforce', because: 'other-sign-in', said: '' });
    const { settings } = begun;
    const { app } = settings;
    const { held, onNew } = holding(at, side, '');
    const came = await asLongAsWanted(this.#parts.window.finish(begun, returned, onNew), work);
    // Its code is used up, whatever came of it.
    if (came?.is !== 'other-sign-in') at.live.begun[side] = null;
    if (came === null) return failed(CANCELLED);
    switch (came.is) {
      case 'opened':
        // Renewed meanwhile, the newest is held already.
        if (held.secret === '') held.secret = came.secret ?? '';
        return this.#letIn(at, side, settings, came.opened, came.secret === null ? null : held);
      case 'fault':
        return failed(faultOf(app, 'sign-in', came.fault));
      case 'other-host':
        return failed({ code: 'app-other-host', app, found: came.found, named: settings.origin });
      default:
        return failed({
          code: 'app-window',
          app,
          because: came.is,
          said: came.is === 'refused' ? came.said : '',
        });
    }
  }

  /** S352. `held`: what signs in again; null where nothing that could be kept does. */
  async #letIn(
    at: LiveProject,
    side: Side,
    settings: AppSettings,
    opened: OpenedApp,
    held: Held | null,
    inVault = false,
  ): Promise<Answer<ConnectionHead>> {
    const { project, live } = at;
    const { app } = settings;
    const { account } = opened;
    const before = keptConnection(project, side);
    if (before !== null && (before.settings.app !== app || before.account.id !== account.id))
      return failed({ code: 'app-other-account', app, kept: before.account, found: account });
    const row = await this.#keep(at, side, { account, settings });
    if (!row.ok) return row;
    live.set(side, opened, held);
    const kept = held === null || inVault ? done(null) : await keepInVault(at, side, held.secret);
    return kept.ok ? done(headOf(row.value, live, side)) : kept;
  }

  /** The app was asked just now, and said that it is this account. */
  async #keep(
    { store, project }: LiveProject,
    side: Side,
    { account, settings }: Omit<Connection, 'checked'>,
  ): Promise<Answer<Connection>> {
    const checked = this.#parts.now().toISOString();
    const row = await store.projects.connect(project.id, side, {
      account: { id: account.id, name: account.name },
      settings: { ...settings },
      checked,
    });
    if (!row.ok) return failed(row.problem);
    project.takeRow(row.value);
    return done({ account, settings, checked });
  }

  async signOut(at: LiveProject, side: Side, part: boolean): Promise<Answer<null>> {
    const { store, project, live } = at;
    const takesBack = part ? await takingBack(at, side, this.#parts.window) : null;
    live.set(side, null);
    if (!part) return done(null);
    await live.forget(side);
    const row = await store.projects.connect(project.id, side, null);
    if (!row.ok) return failed(row.problem);
    project.takeRow(row.value);
    return takesBack === null ? done(null) : takesBack();
  }

  /** Reads an object, or goes on where its reading was cut. */
  async read(
    at: LiveProject,
    sync: string,
    side: Side,
    object: string,
    work: Work,
    takenBack = takenBackBy(at),
  ): Promise<Answer<string>> {
    const open = at.live.of(side);
    if (open === null)
      return failed({ code: 'app-signed-out', app: keptConnection(at.project, side)?.settings.app ?? null });
    const steps = this.#steps.reading(sync, work, true);
    const answer = await this.#readWith(at, { sync, side, object, open, takenBack }, steps);
    this.#steps.set(sync, null);
    return answer;
  }

  /** What the app has may have changed since the sign-in, and so may the account (S352). */
  async describe(
    at: LiveProject,
    side: Side,
    { connector, account }: OpenedApp,
    work: Work,
  ): Promise<Answer<AppDescription>> {
    const { app } = connector;
    const now = await asLongAsWanted(connector.describe(), work);
    if (now === null) return failed(CANCELLED);
    if (!now.ok) return failed(faultOf(app, 'read', now.fault));
    const { account: found } = now.value;
    if (found.id !== account.id) return failed({ code: 'app-other-account', app, kept: account, found });
    const { live, project } = at;
    const kept = keptConnection(project, side);
    if (kept !== null) {
      const noted = await this.#keep(at, side, kept);
      if (!noted.ok) return noted;
    }
    live.set(side, { connector, account, description: now.value });
    return done(now.value);
  }

  async #readWith(
    at: LiveProject,
    asked: Asked,
    { work, onWait }: Omit<Patience, 'sleep'>,
  ): Promise<Answer<string>> {
    const { sync, side, open } = asked;
    const reading = await this.#reading(at, asked, { work, onWait });
    if (!reading.ok) return reading;
    const answer = await reading.value.goOn(open.connector, work);
    const isCut = !answer.ok && answer.problem.code === 'app-fault';
    if (!answer.ok && !isCut) await reading.value.abort();
    at.live.keepReading(sync, side, isCut ? reading.value : null);
    if (answer.ok) at.live.fresh.add(answer.value);
    return answer;
  }

  async #reading(
    at: LiveProject,
    { sync, side, object, open, takenBack }: Asked,
    { work, onWait }: Omit<Patience, 'sleep'>,
  ): Promise<Answer<AppReading>> {
    const { store, project, live } = at;
    const { account, connector } = open;
    const { app } = connector;
    const cut = live.reading(sync, side);
    if (cut !== null && goesOn(cut.source, app, account, object)) return done(cut);
    await cut?.abort();
    live.keepReading(sync, side, null);
    // The types are of the records they come with.
    const now = await this.describe(at, side, open, work);
    if (!now.ok) return now;
    const described = describedOf(now.value, object);
    if (described === null) return failed({ code: 'app-no-object', app, object });
    const source: LiveSource = {
      app,
      account: { id: account.id, name: account.name },
      object,
      idField: described.object.idField,
      readAt: this.#parts.now().toISOString(),
    };
    const beginning = { sync, side, file: fileOf(source), choices: AS_FOUND };
    const writer = await store.sets.begin(project.id, beginning, this.#spare);
    if (!writer.ok) return failed(writer.problem);
    const parts = {
      writer: writer.value,
      hash: this.#tools.sha256Stream(),
      spare: this.#spare,
      sleep: this.#parts.sleep,
      onWait,
      takenBack: await takenBack(side, described),
    };
    return done(new AppReading(source, described, parts));
  }
}

const goesOn = (source: LiveSource, app: LiveSource['app'], account: Account, object: string): boolean =>
  source.app === app && source.account.id === account.id && source.object === object;
