import type { Choices, ConflictChoice, LinkVerdict, SubjectDecision } from '../engine/model/choices.ts';
import { SIDES } from '../engine/index.ts';
import type { SameId } from './baseline.ts';
import { isObject, isOneOf, isText, member, type JsonObject } from './json-shape.ts';
import { readJson } from './json-text.ts';

export const CHOICES_FORMAT = 'drysync/choices@1';

export type ChoicesReading =
  | { readonly ok: true; readonly choices: Choices }
  /** `line` is null where the JSON could be read and its content is wrong. */
  | { readonly ok: false; readonly line: number | null; readonly message: string };

/** `choices.json`; a record in two `same`, or `same` and `different` for one pair, is an error. */
export function readChoices(text: string, sameId?: SameId): ChoicesReading {
  const json = readJson(text);
  if (!json.ok) return json;
  const root = json.value;
  if (!isObject(root)) return refuse('The choices must be one JSON object.');
  const format = member(root, 'format');
  if (format !== CHOICES_FORMAT) {
    if (isText(format) && format.startsWith('drysync/choices@')) {
      return refuse(
        `The choices have the format ${format} and this version reads ${CHOICES_FORMAT}; use the version that wrote them.`,
      );
    }
    return refuse(`These are no choices of Drysync: format must be ${CHOICES_FORMAT}.`);
  }
  const planHash = member(root, 'planHash') ?? null;
  if (planHash !== null && !isText(planHash)) return refuse('planHash must be a text or null.');
  const choices = readList(root, 'choices', readChoice);
  if (typeof choices === 'string') return refuse(choices);
  const links = readList(root, 'links', readVerdict);
  if (typeof links === 'string') return refuse(links);
  const decisions = readList(root, 'decisions', readDecision);
  if (typeof decisions === 'string') return refuse(decisions);
  const clash = contradiction(links, sameId ?? { left: (id) => id, right: (id) => id });
  if (clash !== null) return refuse(clash);
  return { ok: true, choices: { format: CHOICES_FORMAT, planHash, choices, links, decisions } };
}

/** `choices.json` as text. */
export const choicesText = (choices: Choices): string => `${JSON.stringify(choices, null, 2)}\n`;

const refuse = (message: string): ChoicesReading => ({ ok: false, line: null, message });

function readList<T>(
  root: JsonObject,
  name: string,
  read: (json: JsonObject) => T | null,
): readonly T[] | string {
  const list = member(root, name) ?? [];
  if (!Array.isArray(list)) return `${name} must be a list.`;
  const items: T[] = [];
  for (const [i, json] of list.entries()) {
    const item = isObject(json) ? read(json) : null;
    if (item === null) return `${name}[${String(i)}] cannot be read: a member is missing or not of its kind.`;
    items.push(item);
  }
  return items;
}

function readChoice(json: JsonObject): ConflictChoice | null {
  const pair = readPair(json);
  const [field, on, take] = [member(json, 'field') ?? null, member(json, 'on') ?? null, member(json, 'take')];
  if (pair === null || !isOneOf(['left', 'right', 'none'], take)) return null;
  if (field === null) return on === null ? { ...pair, field, on, take, at: atOf(json) } : null;
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

function readDecision(json: JsonObject): SubjectDecision | null {
  const sync = member(json, 'sync');
  const [left, right] = [member(json, 'left') ?? null, member(json, 'right') ?? null];
  const [decision, writes] = [member(json, 'decision'), member(json, 'writes')];
  if (!isText(sync) || !isOneOf(['approved', 'held', 'rejected'], decision) || !isText(writes)) return null;
  if ((left !== null && !isText(left)) || (right !== null && !isText(right))) return null;
  if (left === null && right === null) return null;
  return { sync, left, right, decision, writes, at: atOf(json) };
}

function readPair(json: JsonObject): { sync: string; left: string; right: string } | null {
  const [sync, left, right] = [member(json, 'sync'), member(json, 'left'), member(json, 'right')];
  return isText(sync) && isText(left) && isText(right) ? { sync, left, right } : null;
}

function atOf(json: JsonObject): string {
  const at = member(json, 'at');
  return isText(at) ? at : '';
}

function contradiction(links: readonly LinkVerdict[], sameId: SameId): string | null {
  const key = (link: LinkVerdict): string =>
    JSON.stringify([link.sync, sameId.left(link.left), sameId.right(link.right)]);
  const different = new Set(links.filter((link) => link.verdict === 'different').map(key));
  const linked = new Set<string>();
  for (const link of links) {
    if (link.verdict !== 'same') continue;
    const pair = `${link.left} and ${link.right} of ${link.sync}`;
    if (different.has(key(link)))
      return `The choices call ${pair} both same and different; keep one of the two.`;
    for (const side of SIDES) {
      const record = JSON.stringify([link.sync, side, sameId[side](link[side])]);
      if (linked.has(record)) {
        return `The choices call the ${side} record ${link[side]} of ${link.sync} the same as two records; keep one.`;
      }
      linked.add(record);
    }
  }
  return null;
}
