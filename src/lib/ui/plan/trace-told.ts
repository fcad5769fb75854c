import type { Side, TraceStep } from '../../engine/index.ts';
import { otherSide as other } from './field-kinds.ts';
import { becauseTold } from './field-told.ts';
import { reasonTold } from './reason-told.ts';
import { isolated } from '../../words/signs.ts';
import { keyName, quoted, type Telling } from './telling.ts';

/** A step of Explain: a line, a sentence, and how it stands. */
export interface Told {
  readonly title: string;
  readonly detail: string;
  readonly rule: string;
  readonly mark: 'done' | 'open' | 'stop';
}

/** Ids shown of those a key finds. */
const MOST_IDS = 5;

/** The steps in the order the engine takes them; equal fields are told in one. */
export function traceTold(trace: readonly TraceStep[], telling: Telling): readonly Told[] {
  const equal = trace.filter(isEqualField);
  return trace.flatMap((step): readonly Told[] => {
    if (!isEqualField(step)) return [{ rule: step.rule, ...tell(step, telling) }];
    if (step !== equal[0]) return [];
    return [{ rule: step.rule, mark: 'done', ...telling.words.trace.same(equal.map(({ left }) => left)) }];
  });
}

type FieldStep = TraceStep & { readonly code: 'field' };

const isEqualField = (step: TraceStep): step is FieldStep =>
  step.code === 'field' && step.equal && step.verdict.kind === 'nothing';

function tell(step: TraceStep, telling: Telling): Omit<Told, 'rule'> {
  const { words, terms, apps } = telling;
  const said = words.trace;
  switch (step.code) {
    case 'read':
      return { mark: 'done', ...said.read(apps[step.side], step.id, step.row + 1) };
    case 'linked-before':
      return { mark: 'done', ...said.linkedBefore(step.id) };
    case 'linked-by-person':
      return { mark: 'done', ...said.linkedByPerson(step.id) };
    case 'linked-by-id':
      return { mark: 'done', ...said.linkedById(step.id) };
    case 'linked-as-created':
      return { mark: 'done', ...said.linkedAsCreated(step.id) };
    case 'counterpart-missing':
      return { mark: 'stop', ...said.counterpartMissing(step.id, apps[other(step.side)]) };
    case 'key-blank':
      return { mark: 'done', ...said.keyBlank(keyName(telling, step.key), apps[step.side]) };
    case 'key-tried':
      return { mark: 'done', ...keyTried(step, telling) };
    case 'bound-by-key':
      return { mark: 'done', ...said.boundByKey(keyName(telling, step.key), quoted(words, step.value)) };
    case 'set-aside':
      return { mark: 'stop', title: said.setAside, detail: reasonTold(step.reason, telling) };
    case 'no-match':
      return { mark: 'done', ...said.noMatch(apps[other(step.side)]) };
    case 'in-scope':
      return { mark: 'done', ...(step.rule === 'EM1' ? said.inScopeByEmail : said.inScope) };
    case 'out-of-scope':
      return { mark: 'stop', title: said.outOfScope, detail: reasonTold(step.reason, telling) };
    case 'field':
      return fieldTold(step, telling);
    case 'refused':
      return { mark: 'stop', title: said.refused, detail: reasonTold(step.reason, telling) };
    case 'noted':
      return { mark: 'open', title: said.noted, detail: reasonTold(step.reason, telling) };
    case 'outcome': {
      const { word, says } = terms.outcomes[step.outcome];
      const stops = step.outcome === 'failing' || step.outcome === 'ambiguous';
      const mark = step.outcome === 'conflict' ? 'open' : stops ? 'stop' : 'done';
      return { mark, ...said.outcome(word, says) };
    }
    default:
      return step satisfies never;
  }
}

function keyTried(
  step: TraceStep & { readonly code: 'key-tried' },
  telling: Telling,
): Pick<Told, 'title' | 'detail'> {
  const { words, apps } = telling;
  const there = apps[other(step.side)];
  const key = keyName(telling, step.key);
  const text = quoted(words, step.texts);
  const as = quoted(words, step.value);
  const readAs = as === text ? null : as;
  const found = step.ids.length + (step.more ?? 0);
  if (found === 0) return words.trace.keyFindsNothing(key, text, readAs, there);
  const shown = step.ids.slice(0, MOST_IDS);
  const ids = words.list.ids(shown.map(isolated), found - shown.length);
  return words.trace.keyFinds({ key, found, text, as: readAs, there, ids, counts: step.counts });
}

function fieldTold(step: FieldStep, telling: Telling): Omit<Told, 'rule'> {
  const { words, apps } = telling;
  const said = words.trace.field;
  const { verdict, changed } = step;
  const left = isolated(step.left);
  const moved = movedTold(changed, telling);
  switch (verdict.kind) {
    case 'open':
      return {
        mark: 'open',
        title: changed === null ? said.openFirst(left) : said.openBoth(left),
        detail: `${moved} ${said.nothingUntil}`,
      };
    case 'both-stay':
      switch (verdict.decidedBy) {
        case 'direction':
          return {
            mark: 'done',
            title: said.directionForbids(left),
            detail: `${moved} ${said.bothValuesStay}`,
          };
        case 'person':
          return { mark: 'done', title: said.bothStay(left), detail: said.youLeft };
        default:
          return { mark: 'done', title: said.bothStay(left), detail: `${moved} ${said.onlyBlanks}` };
      }
    case 'flows':
    case 'won': {
      const { side, because } = verdict.write;
      const to = side === 'left' ? step.rightValue : step.leftValue;
      const why = becauseTold(because, side, telling, step.rule);
      const written =
        to.trim() === '' ? said.cleared(why, apps[side]) : said.written(why, quoted(words, to), apps[side]);
      return {
        mark: 'done',
        title: verdict.kind === 'won' ? said.byRule(left) : said.travels(left, apps[side]),
        detail: `${moved} ${written}`,
      };
    }
    case 'nothing':
      return { mark: 'done', title: said.noWrite(left), detail: `${moved} ${stillTold(step, telling)}` };
    default:
      return verdict satisfies never;
  }
}

function movedTold(changed: readonly Side[] | null, { words, apps }: Telling): string {
  const said = words.trace.field;
  if (changed === null) return said.firstMatch;
  const [only] = changed;
  if (only === undefined) return said.neitherChanged;
  return changed.length === 2 ? said.bothChanged : said.oneChanged(apps[only]);
}

/** Why two different values stay as they are, by the rule that decided it. */
function stillTold(step: FieldStep, { words, apps }: Telling): string {
  const said = words.trace.field;
  if (step.rule === 'DI1') return said.doesNotTravel;
  if (step.rule === 'FM13') return said.waitsForChange;
  const blank = step.leftValue.trim() === '' ? 'left' : step.rightValue.trim() === '' ? 'right' : null;
  if (blank === null) return said.bothValuesStay;
  return step.rule === 'CO3' ? said.winnerBlank(apps[blank]) : said.blankStays(apps[blank]);
}

/** Is the rule HubSpot's own behaviour, documented in its core, or Drysync's choice? */
export function originOf(rule: string): 'documented' | 'partly' | 'own' {
  if (DOCUMENTED.has(rule)) return 'documented';
  return PARTLY.has(rule) ? 'partly' : 'own';
}

const DOCUMENTED = new Set(['PH3', 'PH9', 'MA6', 'MA11', 'DI1', 'DI3', 'CO2', 'CO3', 'SF1', 'SF2', 'SF3']);
const PARTLY = new Set(['MA5', 'PH5', 'EM1', 'CO1', 'CO4', 'FM9']);
