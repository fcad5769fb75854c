import type { Both, Side, TraceStep } from '../../engine/index.ts';
import { count, OUTCOME_WORDS } from '../words.ts';
import { becauseWord } from './field-words.ts';
import { reasonSentence } from './reason-words.ts';
import { keyWord } from './plan-words.ts';

/** A step of Explain: a line, a sentence, and how it stands. */
export interface Told {
  readonly title: string;
  readonly detail: string;
  readonly rule: string;
  readonly mark: 'done' | 'open' | 'stop';
}

export interface Names {
  readonly apps: Both<string>;
  /** The design's keys, in words. */
  readonly keys: readonly string[];
}

/** The steps in the order the engine takes them; equal fields are told in one. */
export function tellTrace(trace: readonly TraceStep[], names: Names): readonly Told[] {
  const equal = trace.filter(
    (step) => step.code === 'field' && step.equal && step.verdict.kind === 'nothing',
  );
  let toldEqual = false;
  return trace.flatMap((step): readonly Told[] => {
    if (!equal.includes(step)) return [tell(step, names)];
    if (toldEqual) return [];
    toldEqual = true;
    const fields = equal.flatMap((one) => (one.code === 'field' ? [one.left] : []));
    return [
      {
        rule: step.rule,
        mark: 'done',
        title: `${count(fields.length)} ${fields.length === 1 ? 'field is' : 'fields are'} the same`,
        detail: fields.join(', '),
      },
    ];
  });
}

function tell(step: TraceStep, names: Names): Told {
  const { apps, keys } = names;
  const done = (title: string, detail: string): Told => ({ rule: step.rule, mark: 'done', title, detail });
  switch (step.code) {
    case 'read':
      return done(
        `Read from ${apps[step.side]}`,
        `Record ${step.id}, data row ${count(step.row + 1)} of the file.`,
      );
    case 'linked-before':
      return done(
        'Linked before, so no key was needed',
        `The link to ${step.id} stands from an earlier plan.`,
      );
    case 'linked-by-person':
      return done('Linked by you, so no key was needed', `You said that it is the same as ${step.id}.`);
    case 'linked-by-id':
      return done('Linked by record id', `One side holds the id of the other: ${step.id}.`);
    case 'counterpart-missing':
      return {
        ...done(
          'Its counterpart is not in this export',
          `It was linked to ${step.id} in ${apps[other(step.side)]}. Gone from a file is never read as deleted.`,
        ),
        mark: 'stop',
      };
    case 'key-blank':
      return done(
        `${keyName(step.key, keys)}: blank`,
        `${apps[step.side]} has no value for this key; a blank never matches.`,
      );
    case 'key-tried':
      return keyTried(step, names);
    case 'bound-by-key':
      return done(
        `Linked by ${keyWord(step.key, keys)}`,
        `Both sides have ${quoted(step.value)}; the first records in reading order are bound.`,
      );
    case 'set-aside':
      return { ...done('Set aside', reasonSentence(step.reason, apps)), mark: 'stop' };
    case 'no-match':
      return done('No counterpart', `No key finds this record in ${apps[other(step.side)]}.`);
    case 'in-scope':
      return done('In scope', step.rule === 'EM1' ? 'Its e-mail address is valid.' : 'Nothing keeps it out.');
    case 'out-of-scope':
      return { ...done('Kept out', reasonSentence(step.reason, apps)), mark: 'stop' };
    case 'field':
      return fieldTold(step, names);
    case 'refused':
      return { ...done('A value would be refused', reasonSentence(step.reason, apps)), mark: 'stop' };
    case 'outcome':
      return {
        ...done(`So: ${OUTCOME_WORDS[step.outcome].word}`, `${capital(OUTCOME_WORDS[step.outcome].says)}.`),
        mark:
          step.outcome === 'conflict'
            ? 'open'
            : step.outcome === 'failing' || step.outcome === 'ambiguous'
              ? 'stop'
              : 'done',
      };
    default:
      return step satisfies never;
  }
}

function keyTried(step: TraceStep & { readonly code: 'key-tried' }, { apps, keys }: Names): Told {
  const there = apps[other(step.side)];
  const found = step.ids.length + (step.more ?? 0);
  const listed = step.ids.slice(0, 5).join(', ');
  const rest = found - Math.min(5, step.ids.length);
  const as = same(step.texts, step.value) ? '' : ` (read as ${quoted(step.value)})`;
  const written = quoted(step.texts);
  return {
    rule: step.rule,
    mark: 'done',
    title: `${keyName(step.key, keys)}: ${found === 0 ? 'finds nothing' : `finds ${count(found)}`}`,
    detail:
      found === 0
        ? `${written}${as} is in no record of ${there}.`
        : `${written}${as} is also in ${there}: ${listed}${rest > 0 ? ` and ${count(rest)} more` : ''}.${
            step.counts ? '' : ' It does not count here: these are bound already.'
          }`,
  };
}

function fieldTold(step: TraceStep & { readonly code: 'field' }, { apps }: Names): Told {
  const { verdict, left } = step;
  const told = (title: string, detail: string, mark: Told['mark'] = 'done'): Told => ({
    rule: step.rule,
    title: `${left}: ${title}`,
    detail,
    mark,
  });
  const moved = movedSentence(step.changed, apps);
  switch (verdict.kind) {
    case 'open':
      return told(
        step.changed === null ? 'values differ, left open' : 'both changed, left open',
        `${moved}Nothing is written for this field until you choose.`,
        'open',
      );
    case 'both-stay':
      if (verdict.decidedBy === 'direction')
        return told('the direction forbids the write', `${moved}Both values stay.`);
      return verdict.decidedBy === 'person'
        ? told('both stay', 'You decided to leave both.')
        : told('both stay', `${moved}Only blanks are filled.`);
    case 'flows':
    case 'won': {
      const { side, because } = verdict.write;
      const to = side === 'left' ? step.rightValue : step.leftValue;
      return told(
        verdict.kind === 'won' ? 'decided by rule' : `travels to ${apps[side]}`,
        `${moved}${becauseWord(because, side, apps)}. ${to.trim() === '' ? 'The value is cleared' : quoted(to)} in ${apps[side]}.`,
      );
    }
    case 'nothing':
      return step.equal
        ? told('the same', 'Nothing to write.')
        : told('no write', `${moved}${stillSentence(step, apps)}`);
    default:
      return verdict satisfies never;
  }
}

function movedSentence(changed: readonly Side[] | null, apps: Both<string>): string {
  if (changed === null) return 'First match, no baseline. ';
  if (changed.length === 2) return 'Both changed since the baseline. ';
  if (changed.length === 0) return 'Neither changed since the baseline. ';
  return `Only ${apps[changed[0]!]} changed since the baseline. `;
}

/** Why two different values stay as they are, by the rule that decided it. */
function stillSentence(step: TraceStep & { readonly code: 'field' }, apps: Both<string>): string {
  const blank = step.leftValue.trim() === '' ? apps.left : step.rightValue.trim() === '' ? apps.right : null;
  if (step.rule === 'DI1') return 'The direction does not let it travel.';
  if (blank === null) return 'Both values stay.';
  return step.rule === 'CO3'
    ? `A blank in ${blank} is not filled: the winner stays blank.`
    : `A blank in ${blank} changes nothing here.`;
}

/** Is the rule HubSpot's own behaviour, another vendor's page, or Drysync's choice? */
export function originOf(rule: string): string {
  if (SEED.has(rule)) return 'HubSpot documents this behaviour';
  if (MIXED.has(rule)) return 'documented in its core; Drysync fills in what is not';
  return 'Drysync’s own choice, where nothing is documented';
}

const SEED = new Set(['PH3', 'PH9', 'MA6', 'MA11', 'DI1', 'DI3', 'CO2', 'CO3']);
const MIXED = new Set(['MA5', 'PH5', 'EM1', 'CO1', 'CO4', 'FM9']);

const keyName = (key: number, keys: readonly string[]): string => `Key ${capital(keyWord(key, keys))}`;
const other = (side: Side): Side => (side === 'left' ? 'right' : 'left');
const list = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;
const quoted = (value: string | readonly string[]): string =>
  list(value)
    .map((one) => `“${one}”`)
    .join(' + ');
const same = (a: string | readonly string[], b: string | readonly string[]): boolean =>
  list(a).join('\n') === list(b).join('\n');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
