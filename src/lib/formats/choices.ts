import type {
  Choices,
  ConflictChoice,
  LinkVerdict,
  RestoreChoice,
  SubjectDecision,
} from '../engine/model/choices.ts';
import { SIDES } from '../engine/index.ts';
import type { SameId } from './baseline.ts';
import type { ChoicesFault } from './fault.ts';
import { isObject, isOneOf, isText, member, type JsonObject } from './json-shape.ts';
import { readJson } from './json-text.ts';

export const CHOICES_FORMAT = 'drysync/choices@1';

export type ChoicesReading =
  | { readonly ok: true; readonly choices: Choices }
  /** `line` is null where the JSON could be read and its content is wrong. */
  | { readonly ok: false; readonly line: number | null; readonly fault: ChoicesFault };

/** `choices.json`; a record in two `same`, or `same` and `different` for one pair, is an error. */
export function readChoices(text: string, sameId?: SameId): ChoicesReading {
  const json = readJson(text);
  if (!json.ok) return json;
  const root = json.value;
  if (!isObject(root)) return refuse({ is: 'no-object' });
  const format = member(root, 'format');
  if (format !== CHOICES_FORMAT) {
    const isOurs = isText(format) && format.startsWith('drysync/choices@');
    const found = isText(format) ? format : '';
    return refuse({ is: isOurs ? 'other-version' : 'other-format', found, reads: CHOICES_FORMAT });
  }
  const planHash = member(root, 'planHash') ?? null;
  if (planHash !== null && !isText(planHash)) return refuse({ is: 'bad-plan-hash' });
  const choices = readList(root, 'choices', readChoice);
  if ('is' in choices) return refuse(choices);
  const links = readList(root, 'links', readVerdict);
  if ('is' in links) return refuse(links);
  const decisions = readList(root, 'decisions', readDecision);
  if ('is' in decisions) return refuse(decisions);
  const restores = readList(root, 'restores', readRestore);
  if ('is' in restores) return refuse(restores);
  const clash = contradiction(links, sameId ?? { left: (id) => id, right: (id) => id });
  if (clash !== null) return refuse(clash);
  const all = { format: CHOICES_FORMAT, planHash, choices, links, decisions } as const;
  return { ok: true, choices: restores.length === 0 ? all : { ...all, restores } };
}

/** `choices.json` as text. */
export const choicesText = (choices: Choices): string => `${JSON.stringify(choices, null, 2)}\n`;

const refuse = (fault: ChoicesFault): ChoicesReading => ({ ok: false, line: null, fault });

function readList<T>(
  root: JsonObject,
  name: string,
  read: (json: JsonObject) => T | null,
): readonly T[] | ChoicesFault {
  const list = member(root, name) ?? [];
  if (!Array.isArray(list)) return { is: 'no-list', list: name };
  const items: T[] = [];
  for (const [i, json] of list.entries()) {
    const item = isObject(json) ? read(json) : null;
    if (item === null) return { is: 'bad-item', list: name, at: i };
    items.push(item);
  }
  return items;
}

function readChoice(json: JsonObject): ConflictChoice | null {
  const pair = readPair(json);
  const [field, on, take] = [member(json, 'field') ?? null, member(json, 'on') ?? null, member(json, 'take')];
  if (pair === null || !isOneOf(['left', 'right', 'none', 'accept', 'again', 'hold'], take)) return null;
  if (field === null)
    return on === null && take !== 'hold' ? { ...pair, field, on, take, at: atOf(json) } : null;
  if (!isText(field) || !Array.isArray(on) || on.length !== 2) return null;
  const [left, right] = on as readonly unknown[];
  return isText(left) && isText(right) ? { ...pair, field, on: [left, right], take, at: atOf(json) } : null;
}

function readVerdict(json: JsonObject): LinkVerdict | null {
  const pair = readPair(json);
  const verdict = member(json, 'verdict');
  if (pair === null || !isOneOf(['same', 'different', 'unsure'], verdict)) return null;
  return { ...pair, verdict, at: atOf(json) };
}

function readRestore(json: JsonObject): RestoreChoice | null {
  const pair = readPair(json);
  const to = member(json, 'to');
  return pair === null || !isOneOf(SIDES, to) ? null : { ...pair, to, at: atOf(json) };
}

function readDecision(json: JsonObject): SubjectDecision | null {
  const sync = member(json, 'sync');
  const [left, right] = [member(json, 'left') ?? null, member(json, 'right') ?? null];
  const [decision, writes] = [member(json, 'decision'), member(json, 'writes')];
  if (!isText(sync) || !isOneOf(['approved', 'held', 'rejected'], decision) || !isText(writes)) return null;
  if ((left !== null && !isText(left)) || (right !== null && !isText(right))) return null;
  if (left === null && right === null) return null;
  const handedOver = member(json, 'handedOver');
  const tries = typeof handedOver === 'number' ? { handedOver } : {};
  const rule = member(json, 'rule');
  const byRule = isText(rule) ? { rule } : {};
  return { sync, left, right, decision, writes, ...tries, ...byRule, at: atOf(json) };
}

function readPair(json: JsonObject): { sync: string; left: string; right: string } | null {
  const [sync, left, right] = [member(json, 'sync'), member(json, 'left'), member(json, 'right')];
  return isText(sync) && isText(left) && isText(right) ? { sync, left, right } : null;
}

function atOf(json: JsonObject): string {
  const at = member(json, 'at');
  return isText(at) ? at : '';
}

function contradiction(links: readonly LinkVerdict[], sameId: SameId): ChoicesFault | null {
  const key = (link: LinkVerdict): string =>
    JSON.stringify([link.sync, sameId.left(link.left), sameId.right(link.right)]);
  const different = new Set(links.filter((link) => link.verdict === 'different').map(key));
  const linked = new Set<string>();
  for (const link of links) {
    if (link.verdict !== 'same') continue;
    const { sync, left, right } = link;
    if (different.has(key(link))) return { is: 'same-and-different', sync, left, right };
    for (const side of SIDES) {
      const record = JSON.stringify([link.sync, side, sameId[side](link[side])]);
      if (linked.has(record)) return { is: 'same-as-two', sync, side, id: link[side] };
      linked.add(record);
    }
  }
  return null;
}
