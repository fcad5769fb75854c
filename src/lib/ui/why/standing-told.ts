import type { LinkEvidence, Standing } from '../../engine/index.ts';
import { SIDES, otherSide } from '../../engine/show.ts';
import type { WhyTold } from '../../conversation/index.ts';
import type { Messages } from '../../words/index.ts';
import { isolated } from '../../words/signs.ts';
import { reasonTold } from '../plan/reason-told.ts';
import { keyName, quoted, type Telling } from '../plan/telling.ts';

/** What the sentences are made with beside their facts. */
export interface WhyTelling extends Telling {
  readonly why: Messages['whyNot'];
}

/** Ids that are named of those found. */
const MOST = 3;

/** A step as a line and a sentence. */
export function standingTold(
  step: Standing,
  names: WhyTold['names'],
  telling: WhyTelling,
): { readonly title: string; readonly detail: string } {
  const { why, apps, words } = telling;
  const said = why.steps;
  switch (step.code) {
    case 'verdict':
      return said.verdict(step.stands);
    case 'free':
      return said.free;
    case 'bound': {
      const other = otherSide(step.side);
      return step.missing
        ? said.boundMissing(apps[step.side], isolated(step.id))
        : said.bound(apps[step.side], named([step.id], names[other]), why.linkedBy[step.by]);
    }
    case 'gone':
    case 'unclear':
      return said[step.code](apps[step.side], reasonTold(step.reason, telling));
    case 'no-keys':
      return said.noKeys;
    case 'shares':
      return step.stands ? said.sharesNone : said.shares(step.keys.map((key) => keyName(telling, key)));
    case 'finds-another': {
      const other = otherSide(step.side);
      const { ids, total } = step.found;
      const others = words.list.ids(
        ids.slice(0, MOST).map((id) => one(id, names[other])),
        Math.max(0, total - MOST),
      );
      return said.findsAnother(
        keyName(telling, step.key),
        apps[step.side],
        quoted(words, step.value),
        others,
      );
    }
    case 'same-signature':
      return said.sameSignature;
    case 'taken':
      return said.taken(apps[step.side], named(step.ids, names[step.side]), step.rule === 'KW10');
    case 'rejected-row': {
      const there = apps[otherSide(step.side)];
      return said.rejectedRow(apps[step.side], there, quoted(words, step.value), step.line);
    }
    case 'archived-key':
      return said.archivedKey(
        apps[step.side],
        apps[otherSide(step.side)],
        quoted(words, step.value),
        isolated(step.id),
      );
    case 'kept-out':
      return said.keptOut(reasonTold(step.reason, telling));
    case 'in-scope':
      return said.inScope;
    case 'direction':
      return said.direction(step.direction, apps);
    default:
      return step satisfies never;
  }

  function named(ids: readonly string[], known: Readonly<Record<string, string>>): string {
    return words.list.ids(
      ids.slice(0, MOST).map((id) => one(id, known)),
      Math.max(0, ids.length - MOST),
    );
  }
}

/** A record by its name and id. */
function one(id: string, known: Readonly<Record<string, string>>): string {
  const name = Object.hasOwn(known, id) ? known[id]! : id;
  return name === id ? isolated(id) : isolated(`${name}, ${id}`);
}

/** How two records are linked. */
export function linkedTold({ by, key, value }: LinkEvidence, telling: WhyTelling): string {
  const { why, words } = telling;
  return by === 'key' && key !== null && value !== null
    ? why.linkedByKey(keyName(telling, key), quoted(words, value))
    : why.linkedBy[by];
}

/** The whole answer as plain text, for a mail or a ticket. */
export function whyText({ why, records, names }: WhyTold, telling: WhyTelling): string {
  const { apps } = telling;
  const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');
  const heads = SIDES.map((side) => `${apps[side]}: ${records[side].name} (${records[side].id})`);
  const verdict =
    why.linked === null ? telling.why.notLinked : `${telling.why.linked} ${linkedTold(why.linked, telling)}`;
  const steps = why.steps.map((step) => {
    const { title, detail } = standingTold(step, names, telling);
    return `${step.stands ? '✗' : '✓'} ${title}. ${detail} [${step.rule}]`;
  });
  return plain([...heads, verdict, ...steps].join('\n'));
}
