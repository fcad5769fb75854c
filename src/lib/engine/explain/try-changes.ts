import { checkDesign } from '../design/check/check-design.ts';
import { readDesign } from '../design/read/read-design.ts';
import type { Choices, LinkVerdict } from '../model/choices.ts';
import type { DesignStep } from '../model/design-step.ts';
import type { SyncDesign } from '../model/design.ts';
import { onBoth, type Both } from '../model/side.ts';
import type { Zones } from '../model/zone.ts';
import { matchSync } from '../plan/match-sync.ts';
import { matchInput, planSyncs, type PlanInput } from '../plan/plan-syncs.ts';
import type { Plan, SyncPlan } from '../plan/sync-plan.ts';
import type { Memo } from '../run/memo.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { changesFor, type Edits } from './changes.ts';
import { priceOf, weigh, type Price, type Weighed } from './price.ts';
import type { WhyNot } from './why-not.ts';

/** The plan that was asked, and all that is needed to make others beside it. */
export interface WhyInput {
  readonly plan: Plan;
  readonly sync: string;
  readonly rows: Both<number>;
  /** Of the two, in this plan. */
  readonly why: WhyNot;
  /** What the plan was made of; `json`: its design as a file. */
  readonly input: PlanInput;
  readonly json: unknown;
  /** Who knows time zones; null where they are not looked at. */
  readonly zones: Zones | null;
}

/** A person's word that two records are the same, or edits of the design. */
export type WhyChange =
  | { readonly kind: 'by-hand' }
  | {
      readonly kind: 'design';
      /** What was done, in order. */
      readonly steps: readonly DesignStep[];
      /** The design with it. */
      readonly json: unknown;
    };

export interface PricedChange {
  readonly change: WhyChange;
  readonly price: Price;
}

export interface TriedChanges {
  /** Changes that were tried, those that do not link the two among them. */
  readonly tried: number;
  /** Those that link the two: by hand, then the cheapest first. */
  readonly linking: readonly PricedChange[];
  /** What does not link them. */
  readonly idle: readonly (readonly DesignStep[])[];
}

/** Changes that link the two and are planned to the end. */
const MOST_PRICED = 6;

/** A change that could be planned. */
interface Candidate {
  readonly steps: readonly DesignStep[];
  readonly json: unknown;
  readonly design: SyncDesign;
}

/**
 * What would link two records and at which price (S161, S162): each change is carried out with the design editor, matched, and where it
 * links the two planned in full by the same engine. `memo`: what the plan was made with; it is not written to.
 */
export function* tryChanges(asked: WhyInput, tools: Tools, memo: Memo): Steps<TriedChanges> {
  const { plan, sync, rows } = asked;
  const now = yield* weigh(plan, null);
  const own = memo.branch();
  const priced = function* (input: PlanInput, change: WhyChange): Steps<PricedChange | null> {
    const then = yield* planSyncs(input, tools, own);
    const found = then.syncs.find((one) => one.sync.id === sync);
    if (found === undefined || !isLinked(found, rows)) return null;
    return { change, price: yield* priceOf(now, yield* weigh(then, known(now, found)), sync, rows) };
  };

  const byHand = yield* priced({ ...asked.input, choices: withVerdict(asked) }, { kind: 'by-hand' });
  const linking: PricedChange[] = [];
  const idle: (readonly DesignStep[])[] = [];
  const candidates = candidatesOf(asked, tools);
  for (const { steps, json, design } of candidates) {
    // What links them with less is the smaller change.
    if (linking.some((other) => isWithin(other, steps))) continue;
    if (linking.length === MOST_PRICED) break;
    const input = { ...asked.input, design };
    const links = yield* linksBoth(asked, input, tools, own);
    const one = links ? yield* priced(input, { kind: 'design', steps, json }) : null;
    if (one === null) idle.push(steps);
    else linking.push(one);
  }
  linking.sort((a, b) => a.price.moved - b.price.moved || editsOf(a) - editsOf(b));
  return {
    tried: 1 + linking.length + idle.length,
    linking: byHand === null ? linking : [byHand, ...linking],
    idle,
  };
}

/** Is every step of a change among these? */
function isWithin({ change }: PricedChange, steps: readonly DesignStep[]): boolean {
  const all = new Set(steps.map((step) => JSON.stringify(step)));
  return change.kind === 'design' && change.steps.every((step) => all.has(JSON.stringify(step)));
}

const editsOf = ({ change }: PricedChange): number => (change.kind === 'design' ? change.steps.length : 0);

/** Prints of the plan that stands spare those of another only over the same links. */
const known = (now: Weighed, then: SyncPlan): Weighed | null =>
  now.syncs.get(then.sync.id)?.plan.pairs === then.pairs ? now : null;

const isLinked = ({ matching }: Pick<SyncPlan, 'matching'>, { left, right }: Both<number>): boolean =>
  matching.matches.partner.left[left] === right;

/** Links are made before anything else is looked at (MA14): matching alone says whether a change makes this one. */
function* linksBoth(
  { sync: id, rows }: WhyInput,
  input: PlanInput,
  tools: Tools,
  memo: Memo,
): Steps<boolean> {
  const sync = input.design.syncs.find((one) => one.id === id)!;
  return isLinked(yield* matchSync(matchInput(input, sync), tools, memo), rows);
}

/** What can be planned of the changes, each design once. */
function candidatesOf(asked: WhyInput, tools: Tools): Candidate[] {
  const { plan, json, sync } = asked;
  const position = plan.design.syncs.findIndex(({ id }) => id === sync);
  const own = plan.design.syncs[position];
  if (own === undefined) return [];
  const seen = new Set([JSON.stringify(json)]);
  return changesFor(own, asked.why, tools).flatMap((edits) => {
    const found = carriedOut(edits, asked, position);
    const text = JSON.stringify(found?.json);
    if (found === null || seen.has(text)) return [];
    seen.add(text);
    return [found];
  });
}

function carriedOut(edits: Edits, { json, input, zones }: WhyInput, sync: number): Candidate | null {
  const steps: DesignStep[] = [];
  let next = json;
  for (const edit of edits) {
    const done = edit(next, sync);
    next = done.json;
    steps.push(done.step);
  }
  const reading = readDesign(next);
  if (!reading.ok) return null;
  const headers = new Map(
    [...input.records].map(([id, records]) => [id, onBoth((side) => records[side].header)]),
  );
  if (checkDesign(reading.design, headers, zones).errors.length > 0) return null;
  return { steps, json: next, design: reading.design };
}

const NO_CHOICES: Choices = {
  format: 'drysync/choices@1',
  planHash: null,
  choices: [],
  links: [],
  decisions: [],
};

/** The two are the same; a record can be the same as one other only. */
function withVerdict({ input, sync, why, rows }: WhyInput): Choices {
  const { choices } = input;
  const records = input.records.get(sync)!;
  const touches = (one: LinkVerdict): boolean =>
    one.sync === sync &&
    (records.left.rowOf(one.left) === rows.left || records.right.rowOf(one.right) === rows.right);
  const isOver = (one: LinkVerdict): boolean => touches(one) && (one.verdict === 'same' || isPair(one));
  const isPair = (one: LinkVerdict): boolean =>
    records.left.rowOf(one.left) === rows.left && records.right.rowOf(one.right) === rows.right;
  const { left, right } = why.records;
  const links: LinkVerdict[] = [
    ...(choices?.links ?? []).filter((one) => !isOver(one)),
    { sync, left: left.id, right: right.id, verdict: 'same', at: '' },
  ];
  return { ...(choices ?? NO_CHOICES), planHash: null, links };
}
