import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import { onBoth, SIDES, type Both, type Side } from '../../src/lib/engine/index.ts';
import {
  goingOf,
  guardLooks,
  type GuardLook,
  type LiveFacts,
  type PushPlan,
} from '../../src/lib/push/index.ts';
import type { PushTarget } from '../../src/lib/conversation/index.ts';
import type { LiveSides } from '../live/live-sides.ts';
import type { ApprovedPlan } from '../plan/approved-plan.ts';
import type { OpenedProject } from '../project/opened-project.ts';
import type { FrozenPush } from './frozen-push.ts';
import { sideFacts, type SideFacts } from './live-facts.ts';
import { ABSENT } from './push-tools.ts';
import { readsOf } from './reads-of.ts';

/** What the guards of a push measured, and what the apps said of themselves. */
export interface Look {
  readonly guards: readonly GuardLook[];
  readonly facts: Both<SideFacts | null>;
}

/** The apps a push writes to: whom it may ask, and what they say before anything is written. */
export class PushApps {
  readonly #live: () => LiveSides;
  readonly #now: () => number;

  /** `live`: who is signed in, asked anew each time. `now`: milliseconds since 1970. */
  constructor(live: () => LiveSides, now: () => number) {
    this.#live = live;
    this.#now = now;
  }

  connector(side: Side): AppConnector {
    return this.#live().of(side)?.connector ?? ABSENT;
  }

  /** Where nobody is signed in to this account, nothing is asked. */
  connectorOf(side: Side, account: string): AppConnector {
    return account === '' ? ABSENT : this.connector(side);
  }

  isReady(side: Side, account: string): boolean {
    return this.#live().of(side)?.account.id === account;
  }

  /** What the guards measure of it, asking the apps. */
  async look(frozen: FrozenPush, approved: ApprovedPlan, project: OpenedProject): Promise<Look> {
    const items = goingOf(frozen.plan);
    const facts = await this.#facts(frozen, approved, project);
    const planned = { whole: approved.guards, part: approved.guardsOf(items) };
    const guards = guardLooks(planned, approved.design.guards, items, {
      ...liveFacts(facts, frozen.plan),
      pairs: approved.pairs,
      reads: readsOf(items, project),
      now: this.#now(),
    });
    return { guards, facts };
  }

  /** What the apps say of themselves now, where something goes there. */
  async #facts(
    { plan, targets }: FrozenPush,
    approved: ApprovedPlan,
    project: OpenedProject,
  ): Promise<Both<SideFacts | null>> {
    const baseline = project.planning.ok ? project.planning.value.baseline : null;
    const of = async (side: Side): Promise<SideFacts | null> => {
      if (targets[side].is !== 'ready') return null;
      const objects = new Map(
        goingOf(plan)
          .filter((item) => item.side === side)
          .map(({ sync, object }) => [sync, object]),
      );
      const written = [...objects].map(([sync, object]) => ({
        sync,
        object,
        planned: approved.records.get(sync)?.[side] ?? 0,
      }));
      return sideFacts(side, this.connector(side), written, baseline);
    };
    const [left, right] = await Promise.all([of('left'), of('right')]);
    return { left, right };
  }
}

/** What the guards need of the apps; a push goes only to the accounts its records were read from. */
export function liveFacts(
  facts: Both<SideFacts | null>,
  { accounts }: PushPlan,
): Pick<LiveFacts, 'accounts' | 'counts' | 'canaries'> {
  return {
    accounts: onBoth((side) => ({ expected: accounts[side], found: accounts[side] })),
    counts: SIDES.flatMap((side) => (facts[side]?.ok === true ? facts[side].counts : [])),
    canaries: onBoth((side) =>
      facts[side]?.ok === true ? facts[side].canaries : { recorded: 0, asRecorded: 0 },
    ),
  };
}

/** What is known of a side once it was asked. */
export const answering = (target: PushTarget, facts: SideFacts | null): PushTarget =>
  target.is === 'ready' && facts?.ok === false
    ? { is: 'no-answer', source: target.source, said: facts.said }
    : target;
