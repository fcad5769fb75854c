import type { DesignEdit } from '../design/edit/design-json.ts';
import * as edit from '../design/edit/edit-keys.ts';
import { misleadingTexts } from '../match/keys/normalize.ts';
import { MISLEADING, type KeyField, type NormalizerName, type ObjectSync } from '../model/design.ts';
import { DEFAULT_IDENTIFIERS } from '../model/keys.ts';
import type { Tools } from '../tools.ts';
import { equalUnder } from './compare-fields.ts';
import type { KeyCompared } from './compare-keys.ts';
import type { WhyNot } from './why-not.ts';

/** One edit of the design editor, on the file and the position of the sync in it. */
export type Edit = (json: unknown, sync: number) => DesignEdit;

/** Edits that are tried together: one change of the design. */
export type Edits = readonly Edit[];

/** MA8: keys a sync has at most. */
const MOST_KEYS = 8;
/** Fields that are tried as a key of their own. */
const MOST_FIELDS = 4;

/**
 * The changes of matching worth a try for two records that are not linked (S161): each is one thing a person could do on the screen
 * of the design. Those that do not link them are told by planning, not here.
 */
export function changesFor(sync: ObjectSync, why: WhyNot, tools: Tools): Edits[] {
  const { keys } = why;
  const keyEdits = ownKeys(sync);
  const single = [
    ...methods(sync),
    ...order(sync, keys, keyEdits),
    ...misleading(sync, why),
    ...contested(sync, why),
    ...(keyEdits === null ? [] : loosened(keys, keyEdits, tools)),
    ...removals(sync, why, keyEdits),
    ...(keyEdits === null || keys.length >= MOST_KEYS ? [] : newKeys(why, keyEdits)),
  ];
  return [...single, ...(sync.matching.ambiguous === 'report' ? single.map(withFirstKey) : [])];
}

/** The first key decides: where keys disagree, another change may link the two only with that. */
const withFirstKey = (edits: Edits): Edits => [
  ...edits,
  (json, sync) => edit.setAmbiguous(json, sync, 'first-key'),
];

/** What makes the keys in force a list that can be edited; null where that would put other keys in force. */
function ownKeys({ matching }: ObjectSync): Edits | null {
  if (matching.method === 'keys') return [];
  return matching.keys.length === 0 ? [(json, sync) => edit.setMethod(json, sync, 'keys')] : null;
}

/** MA10. */
function methods({ matching }: ObjectSync): Edits[] {
  const tried: Edits[] = [];
  if (matching.method === 'none') tried.push([(json, sync) => edit.setMethod(json, sync, 'default')]);
  if (matching.method !== 'keys' && matching.keys.length > 0)
    tried.push([(json, sync) => edit.setMethod(json, sync, 'keys')]);
  return tried;
}

/** MA8: which key decides where they disagree. */
function order({ matching }: ObjectSync, keys: readonly KeyCompared[], keyEdits: Edits | null): Edits[] {
  if (keys.length < 2) return [];
  const isFirst = matching.ambiguous === 'first-key';
  const turned: Edits = [(json, sync) => edit.setAmbiguous(json, sync, isFirst ? 'report' : 'first-key')];
  const moved = keys
    .filter(({ is, key }) => is === 'shared' && key > 0)
    .flatMap(({ key }): Edits[] => {
      if (keyEdits === null) return [];
      const move: Edit = (json, sync) => edit.moveKey(json, sync, key, 0);
      return isFirst ? [[...keyEdits, move]] : [[...keyEdits, move, ...turned]];
    });
  return [turned, ...moved];
}

/** KW9. */
function misleading({ matching }: ObjectSync, { keys, steps }: WhyNot): Edits[] {
  return MISLEADING.flatMap((what): Edits[] => {
    const lost = keys.some(({ without }) => without.left === what || without.right === what);
    if (lost) return [[(json, sync) => edit.setMisleading(json, sync, what, 'keep')]];
    if (matching[what] === 'blank') return [];
    const misled = steps.some(
      (step) =>
        step.code === 'finds-another' &&
        keys[step.key]!.fields.every((field, part) =>
          misleadingTexts(what, field).includes(keys[step.key]!.parts[step.side][part]!),
        ),
    );
    return misled ? [[(json, sync) => edit.setMisleading(json, sync, what, 'blank')]] : [];
  });
}

/** KW10. */
function contested({ matching }: ObjectSync, { steps }: WhyNot): Edits[] {
  if (!steps.some(({ code }) => code === 'taken')) return [];
  const to = matching.contested === 'closest' ? 'first' : 'closest';
  return [[(json, sync) => edit.setContested(json, sync, to)]];
}

/** Keys whose values would be equal under other normalisers, or with fewer parts. */
function loosened(keys: readonly KeyCompared[], keyEdits: Edits, tools: Tools): Edits[] {
  return keys
    .filter(({ is }) => is !== 'shared')
    .flatMap((one): Edits[] => {
      const apart = one.fields.flatMap((field, part) =>
        isShared(one, part) ? [] : [{ field, part, under: othersFor(one, field, part, tools) }],
      );
      const tried: Edits[] = [];
      if (apart.every(({ under }) => under.length > 0)) {
        const most = Math.max(...apart.map(({ under }) => under.length));
        for (let way = 0; way < most; way++) {
          tried.push([
            ...keyEdits,
            ...apart.map(({ part, under }): Edit => {
              const names = under[Math.min(way, under.length - 1)]!;
              return (json, sync) => edit.setNormalisers(json, sync, one.key, part, names);
            }),
          ]);
        }
      }
      if (apart.length < one.fields.length) {
        // From the last, so that positions stay what they are.
        const gone = apart.toReversed().map(({ part }): Edit => {
          return (json, sync) => edit.removeKeyField(json, sync, one.key, part);
        });
        tried.push([...keyEdits, ...gone]);
      }
      return tried;
    });
}

const isShared = ({ parts }: KeyCompared, part: number): boolean =>
  parts.left[part] !== '' && parts.left[part] === parts.right[part];

/** The least of the normalisers that would make a part equal; two at most. */
function othersFor(
  { texts }: KeyCompared,
  { country }: KeyField,
  part: number,
  tools: Tools,
): readonly (readonly NormalizerName[])[] {
  return equalUnder({ left: texts.left[part]!, right: texts.right[part]! }, country, tools).slice(0, 2);
}

/** Keys that find others: taken out one by one, and all of them. */
function removals(sync: ObjectSync, { keys, steps }: WhyNot, keyEdits: Edits | null): Edits[] {
  const found = steps.flatMap((step) => (step.code === 'finds-another' ? [step.key] : []));
  const misleads = [...new Set(found)].sort((a, b) => b - a);
  if (misleads.length === 0 || misleads.length >= keys.length) return [];
  const one = (key: number): Edit => {
    const name = identifierOf(sync, key);
    return name === null
      ? (json, at) => edit.removeKey(json, at, key)
      : (json, at) => edit.setIdentifier(json, at, name, null);
  };
  if (sync.matching.method === 'keys' ? keyEdits === null : sync.matching.method !== 'default') return [];
  const single = misleads.map((key): Edits => [one(key)]);
  return misleads.length === 1 ? single : [...single, misleads.map(one)];
}

/** The identifier a key of the default method is; null of an own key. */
function identifierOf({ kind, matching }: ObjectSync, key: number) {
  if (matching.method !== 'default') return null;
  return DEFAULT_IDENTIFIERS[kind].filter((name) => matching.identifiers[name] !== undefined)[key] ?? null;
}

/** Mapped fields that would be shared, as a key of their own: behind the others, and before them. */
const newKeys = ({ fields, keys }: WhyNot, keyEdits: Edits): Edits[] =>
  fields
    .filter(({ is }) => is === 'same')
    .slice(0, MOST_FIELDS)
    .flatMap(({ field }): Edits[] => {
      const add: Edits = [...keyEdits, (json, sync) => edit.addKey(json, sync, field)];
      if (keys.length === 0) return [add];
      return [add, [...add, (json, sync) => edit.moveKey(json, sync, keys.length, 0)]];
    });
