import { cellText } from '../../columns/cell.ts';
import { linkAt } from '../../columns/link-table.ts';
import { entryField, ownFields, type CompiledMapping } from '../../merge/compiled.ts';
import { ACCEPTED, writeOf, type Verdict } from '../../merge/verdict.ts';
import { RETURNED, RETURNED_CODE, goesOn, handedTo } from '../../merge/returned.ts';
import { STATE } from '../../merge/state.ts';
import { awaitsParent } from '../../merge/parent-values.ts';
import { writtenText } from '../../merge/targets.ts';
import { linkBy } from '../../model/link-by.ts';
import type { BaselineLink } from '../../model/baseline.ts';
import type { HandOver } from '../../model/hand-over.ts';
import { SIDES, onBoth, otherSide, type Both, type Side } from '../../model/side.ts';
import { OUTCOMES } from '../../model/outcome.ts';
import { isOff } from '../../model/turned-off.ts';
import { handedText, type Handed, type HandsOver, type SaidWrite } from './hands-over.ts';
import { openByRow, openLink } from './open-links.ts';
import { KeptLinks } from './kept-link.ts';
import { endRefusal, markEarlier } from './last-row.ts';
import { isGone, removedLink } from './removed-link.ts';
import { RowNumbers } from './row-numbers.ts';
import { PlanReader } from '../lines/plan-reader.ts';
import { firstLone, pairCount, verdictOn, type Plan, type SyncPlan } from '../sync-plan.ts';

/** Links to give to the next plan: facts read, and hand-overs (BL1), in plan order. */
export function* nextBaseline(plan: Plan, handsOver: HandsOver): Generator<BaselineLink, void, void> {
  for (const sync of plan.syncs) {
    if (isOff(sync.sync)) {
      yield* untouched(sync);
      continue;
    }
    const reader = new PlanReader(sync);
    const numbers = new RowNumbers(plan.design);
    const kept = new KeptLinks(sync);
    const { links, baselineOf, undone, restored } = sync.matching.prior;
    for (let pair = 0; pair < pairCount(sync); pair++) {
      const link = pairLink(reader, pair, handsOver, numbers, kept);
      if (link !== null) yield link;
      else {
        for (const side of SIDES) {
          const position = restored.rows[side].get(sync.pairs[side][pair]!);
          if (position !== undefined) yield kept.at(position);
        }
      }
    }
    const seen = new Uint8Array(links.count);
    for (const position of baselineOf.left) if (position >= 0) seen[position] = 1;
    for (const position of baselineOf.right) if (position >= 0) seen[position] = 1;
    const openOf = openByRow(sync);
    for (const side of SIDES) {
      for (const one of openOf[side].values()) seen[one] = 1;
      for (const one of restored.rows[side].values()) seen[one] = 1;
      const first = firstLone(sync, side);
      for (const [at, row] of sync.lone[side].entries()) {
        const position = baselineOf[side][row]!;
        if (position >= 0) yield removedLink(reader, first + at, kept.at(position), handsOver, numbers);
        else {
          const own = openLink(
            reader,
            first + at,
            openOf[side].get(row) ?? restored.rows[side].get(row) ?? -1,
            handsOver,
            numbers,
          );
          if (own !== null) yield own;
        }
      }
    }
    for (let position = 0; position < links.count; position++) {
      if (seen[position] === 0 && !undone.has(position) && !isGone(sync, position)) yield kept.at(position);
    }
  }
}

/** S412: every line of a sync that is off, in its former order. */
function* untouched({ matching }: SyncPlan): Generator<BaselineLink, void, void> {
  const { links } = matching.prior;
  for (let position = 0; position < links.count; position++) yield linkAt(links, position);
}

const rowsOf = (rows: Partial<Both<number>>): Pick<BaselineLink, 'rows'> =>
  rows.left === undefined && rows.right === undefined ? {} : { rows };

/** What becomes of the entries and hand-overs of a pair while its mappings are gone through. */
interface Moving {
  readonly values: Both<Map<string, string>>;
  readonly sent: Both<Map<string, HandOver>>;
}

/** One mapping of a pair as it was planned. */
interface Planned {
  readonly on: CompiledMapping;
  readonly texts: Both<string>;
  readonly equal: boolean;
  /** `RETURNED` bits. */
  readonly returned: number;
  readonly verdict: Verdict;
  /** What is handed over for it now. */
  readonly handed: { readonly side: Side; readonly to: string } | null;
  /** Does this plan hand anything over? */
  readonly hands: boolean;
}

/** The link of a pair after the plan, or null where the pair gets none; excluded and failing ones stay as they are (BL8). */
function pairLink(
  reader: PlanReader,
  pair: number,
  handsOver: HandsOver,
  numbers: RowNumbers,
  kept: KeptLinks,
): BaselineLink | null {
  const { plan } = reader;
  const { matching, records } = plan;
  const left = plan.pairs.left[pair]!;
  const right = plan.pairs.right[pair]!;
  const position = matching.prior.baselineOf.left[left]!;
  const former = position < 0 ? null : kept.at(position);
  const outcome = OUTCOMES[plan.outcomes[pair]!]!;
  if (outcome === 'excluded' || outcome === 'failing') return former;

  const moving: Moving = {
    values: onBoth((side) => new Map(former?.values[side])),
    sent: onBoth((side) => new Map(former?.sent[side])),
  };
  const isHanded = handsOver === null || plan.acts[pair] === 0 ? null : handsOver(reader.line(pair), pair);
  const handed = { left: new Set<string>(), right: new Set<string>() };
  /** What is handed over of a mapping, where it is a text by now. */
  const textSaid = (
    side: Side,
    on: CompiledMapping,
    says: (write: SaidWrite) => Handed,
  ): Planned['handed'] => {
    const source = otherSide(side);
    const to = awaitsParent(on, source, plan.pairs[source][pair]!)
      ? null
      : writtenText(on, side, left, right);
    const text = handedText(to, says({ side, field: on.mapping[side], to }));
    return text === null ? null : { side, to: text };
  };
  plan.mappings.forEach((on, at) => {
    const verdict = verdictOn(plan, at, pair);
    const write = writeOf(verdict);
    const said = write === null || isHanded === null ? null : textSaid(write.side, on, isHanded);
    if (said !== null) handed[said.side].add(on.mapping[said.side]);
    settle(moving, {
      on,
      texts: { left: cellText(on.cells.left, left), right: cellText(on.cells.right, right) },
      equal: (plan.states[at]![pair]! & STATE.equal) !== 0,
      returned: plan.returned[at]?.[pair] ?? RETURNED.none,
      verdict,
      handed: said,
      hands: handsOver !== null,
    });
  });
  const rows = SIDES.filter((side) => handed[side].size > 0);
  for (const side of rows) markEarlier(moving.sent[side], handed[side]);
  for (const side of SIDES) endRefusal(moving.sent[side], former?.sent[side]);
  const link: BaselineLink = {
    sync: plan.sync.id,
    left: records.left.id(left),
    right: records.right.id(right),
    by:
      former !== null && former.left !== null && former.right !== null
        ? former.by
        : linkBy(matching.matches.by.left[left]!),
    values: moving.values,
    sent: sorted(moving.sent, plan),
    ...rowsOf({ ...former?.rows, ...numbers.update(rows) }),
    // Its counterpart is back.
    ...(handsOver === null && former?.removal !== undefined ? { removal: former.removal } : {}),
  };
  return former === null ? link : kept.after(link, pair, former, handsOver !== null);
}

/** The entries and hand-overs of one mapping: what was read first, then what is handed over. */
function settle({ values, sent }: Moving, planned: Planned): void {
  const { on, texts, equal, returned, verdict, handed, hands } = planned;
  const { mapping } = on;
  const enter = (left: string, right: string): void => {
    const texts = { left, right };
    for (const side of SIDES) {
      for (const field of ownFields(on, side)) {
        values[side].set(field, texts[side]);
        sent[side].delete(field);
      }
    }
  };
  const code = returned & RETURNED_CODE;
  const side = handedTo(returned);
  const former = code === RETURNED.none ? null : sent[side].get(mapping[side])!;
  const far = otherSide(side);
  const other = former?.other ?? values[far].get(entryField(on, far)) ?? '';
  const read = (v: string): void => {
    if (side === 'left') enter(v, other);
    else enter(other, v);
  };
  const write = writeOf(verdict);
  // A decision on what came back moves the entries with what it makes of it; until then the question stays (BL3d).
  const isDone = hands && (write === null || handed !== null);

  if (code === RETURNED.waits) {
    if (former!.from !== texts[side]) {
      sent[side].set(mapping[side], { ...former!, from: texts[side], missed: true });
    }
    return;
  }
  if (code === RETURNED.unread) {
    // What was seen there needs no second look: it is read as put back once the app was read after it (S462).
    if (hands && former!.seen === undefined) sent[side].set(mapping[side], { ...former!, written: 'waited' });
    return;
  }
  if (equal) enter(texts.left, texts.right);
  else {
    switch (code) {
      case RETURNED.taken:
      case RETURNED.ownForm:
        read(texts[side]);
        break;
      case RETURNED.notTaken:
      case RETURNED.overtaken:
        // What the app wrote was there: another text later is asked about.
        sent[side].set(mapping[side], { ...former!, missed: former!.written === undefined });
        break;
      case RETURNED.putBack:
        read(former!.seen!);
        break;
      case RETURNED.accepted:
        if (isDone) read(texts[side]);
        break;
      case RETURNED.travels:
        if (isDone) read(former!.to);
        break;
      case RETURNED.asked:
        if (hands && (handed !== null || isAccepted(verdict))) {
          enter(texts.left, texts.right);
        }
        break;
      default:
        break;
    }
  }
  if (handed === null || write === null) return;
  for (const one of SIDES) for (const field of ownFields(on, one)) sent[one].delete(field);
  const isNew = equal || former === null || !goesOn(code);
  const isDecision = write.because === 'person' && former?.because !== 'person';
  sent[handed.side].set(mapping[handed.side], {
    from: texts[handed.side],
    to: handed.to,
    other: texts[otherSide(handed.side)],
    because: write.because,
    tries: isNew || isDecision ? 1 : former.tries + 1,
    missed: false,
  });
}

const isAccepted = (verdict: Verdict): boolean =>
  verdict.kind === ACCEPTED.kind && verdict.rule === ACCEPTED.rule;

/** Field names in mapping order, then those no mapping names. */
function sorted(sent: Moving['sent'], plan: SyncPlan): BaselineLink['sent'] {
  return onBoth((side) => {
    const mapped = plan.mappings.flatMap((on) => on.fields[side]);
    const order = (name: string): number => (mapped.includes(name) ? mapped.indexOf(name) : mapped.length);
    return new Map([...sent[side]].sort(([a], [b]) => order(a) - order(b)));
  });
}
