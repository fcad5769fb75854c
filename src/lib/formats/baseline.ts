import {
  BaselineBuilder,
  LINK_BYS,
  mappedPair,
  SIDES,
  TextCodes,
  type Baseline,
  type BaselineLink,
  type Both,
  type FieldTexts,
  type InputReport,
  type Side,
  type ThereIds,
} from '../engine/index.ts';
import type { BaselineFault } from './fault.ts';
import { handOvers, handOversJson, removalOf, sentNames, type ReadSent } from './hand-over-json.ts';
import {
  isCount,
  isObject,
  isOneOf,
  isText,
  isTextList,
  jsonObject,
  member,
  type JsonObject,
} from './json-shape.ts';
import { readJson } from './json-text.ts';

export const BASELINE_FORMAT = 'drysync/baseline@2';

/** Still read: names in `sent` what was handed over, and its entries are what was hoped for. */
const FIRST_FORMAT = 'drysync/baseline@1';

export type BaselineReading =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly line: number; readonly fault: BaselineFault };

/** Forms of one id that count as the same, per side (S24); as they stand when absent. */
export type SameId = Both<(id: string) => string>;

/** `baseline.jsonl`; anything doubtful makes it damaged, with the line from 1 (L15). */
export function readBaseline(text: string, sameId?: SameId): BaselineReading {
  const reader = new BaselineReader(sameId);
  let from = text.startsWith('\ufeff') ? 1 : 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    reader.add(text.slice(from, end === -1 ? text.length : end));
    if (end === -1) break;
    from = end + 1;
  }
  return reader.finish();
}

/** The ids of a sync's links as codes: the n-th link has the n-th of each side, as long as none repeats. */
interface SeenLinks extends Both<TextCodes> {
  /** Of each link. */
  readonly lines: number[];
}

/** Reads line by line, for files longer than a text may be. */
export class BaselineReader {
  readonly #sameId: SameId;
  readonly #builder = new BaselineBuilder();
  readonly #seen = new Map<string, SeenLinks>();
  #head: Pick<Baseline, 'design' | 'rows' | 'mapped'> | null = null;
  #line = 0;
  #readsSent: ReadSent = handOvers;
  #problem: { readonly line: number; readonly fault: BaselineFault } | null = null;

  constructor(sameId: SameId = { left: (id) => id, right: (id) => id }) {
    this.#sameId = sameId;
  }

  /** One line without its end. After a problem further lines are passed over. */
  add(text: string): void {
    this.#line++;
    if (this.#problem !== null) return;
    const fault = this.#head === null ? this.#readHead(text) : this.#readLink(text);
    if (fault !== null) this.#problem = { line: this.#line, fault };
  }

  finish(): BaselineReading {
    if (this.#problem !== null) return { ok: false, ...this.#problem };
    if (this.#head === null) return { ok: false, line: 1, fault: { is: 'empty' } };
    return { ok: true, baseline: this.#builder.finish(this.#head) };
  }

  #readHead(text: string): BaselineFault | null {
    const json = readJson(text);
    if (!json.ok || !isObject(json.value)) return { is: 'unreadable-head' };
    const format = member(json.value, 'format');
    if (format !== BASELINE_FORMAT && format !== FIRST_FORMAT) {
      const isOurs = isText(format) && format.startsWith('drysync/baseline@');
      const found = isText(format) ? format : '';
      return { is: isOurs ? 'other-version' : 'other-format', found, reads: BASELINE_FORMAT };
    }
    if (format === FIRST_FORMAT) this.#readsSent = sentNames;
    const rows = readRows(member(json.value, 'rows'));
    if (rows === null) return { is: 'bad-rows' };
    const design = member(json.value, 'design');
    const mapped = readMapped(member(json.value, 'mapped'));
    if (mapped === null) return { is: 'bad-mapped' };
    this.#head = { design: isText(design) ? design : '', rows, mapped };
    return null;
  }

  #readLink(text: string): BaselineFault | null {
    const json = readJson(text);
    if (!json.ok || !isObject(json.value)) return { is: 'unreadable-line' };
    const there = member(json.value, 'there');
    if (there !== undefined) return this.#readThere(json.value, there);
    const link = linkOf(json.value, this.#readsSent);
    if ('is' in link) return link;
    return this.#repeated(link) ?? (this.#builder.add(link), null);
  }

  #readThere(json: JsonObject, there: unknown): BaselineFault | null {
    const [sync, ids] = [member(json, 'sync'), member(json, 'ids')];
    if (!isText(sync) || !isOneOf(SIDES, there) || !isTextList(ids)) return { is: 'bad-link', member: 'ids' };
    this.#builder.addThere({ sync, there, ids });
    return null;
  }

  #repeated(link: BaselineLink): BaselineFault | null {
    let seen = this.#seen.get(link.sync);
    if (seen === undefined) {
      seen = { left: new TextCodes(), right: new TextCodes(), lines: [] };
      this.#seen.set(link.sync, seen);
    }
    const { lines } = seen;
    const { sync } = link;
    // No id begins with a line end: each missing record has a code of its own.
    const code = (side: Side): number => {
      const id = link[side];
      return seen[side].code(id === null ? `\n${String(this.#line)}` : this.#sameId[side](id));
    };
    const earlier = { left: lines[code('left')], right: lines[code('right')] };
    if (earlier.left !== undefined && earlier.left === earlier.right) {
      return { is: 'link-twice', sync, left: link.left ?? '', right: link.right ?? '', first: earlier.left };
    }
    for (const side of SIDES) {
      const line = earlier[side];
      if (line === undefined) continue;
      return { is: 'record-twice', sync, side, id: link[side] ?? '', first: line };
    }
    lines.push(this.#line);
    return null;
  }
}

/** Data rows read by sync, as the first line of the next baseline has them. */
export function rowsRead(inputs: readonly InputReport[]): Baseline['rows'] {
  const rows = new Map<string, Both<number>>();
  for (const { sync, side, rows: count } of inputs) {
    rows.set(sync, { left: 0, right: 0, ...rows.get(sync), [side]: count });
  }
  return rows;
}

/** First line of `baseline.jsonl`, without its end. */
export function baselineHead(head: Pick<Baseline, 'design' | 'rows' | 'mapped'>): string {
  const rows = [...head.rows].map(
    ([sync, { left, right }]) => [sync, JSON.stringify({ left, right })] as const,
  );
  return jsonObject([
    ['format', JSON.stringify(BASELINE_FORMAT)],
    ['design', JSON.stringify(head.design)],
    ['rows', jsonObject(rows)],
    ...(head.mapped.size === 0 ? [] : [['mapped', mappedJson(head.mapped)] as const]),
  ]);
}

/** A part of the records that were there, as a line of `baseline.jsonl`, without its end (BL6). */
export const thereLine = ({ sync, there, ids }: ThereIds): string => JSON.stringify({ sync, there, ids });

/** One link as a line of `baseline.jsonl`, without its end; `sent` only where there is something. */
export function baselineLine(link: BaselineLink): string {
  const values = SIDES.map((side) => [side, textsJson(link.values[side])] as const);
  const sent = SIDES.filter((side) => link.sent[side].size > 0).map(
    (side) => [side, handOversJson(link.sent[side])] as const,
  );
  return jsonObject([
    ['sync', JSON.stringify(link.sync)],
    ['left', JSON.stringify(link.left)],
    ['right', JSON.stringify(link.right)],
    ['by', JSON.stringify(link.by)],
    ['values', jsonObject(values)],
    ...(sent.length === 0 ? [] : [['sent', jsonObject(sent)] as const]),
    ...(link.rows === undefined ? [] : [['rows', JSON.stringify(link.rows)] as const]),
    ...(link.later === undefined ? [] : [['later', listJson(link.later)] as const]),
    ...(link.removal === undefined ? [] : [['delete', JSON.stringify(link.removal)] as const]),
  ]);
}

const textsJson = (texts: FieldTexts): string =>
  jsonObject([...texts].map(([field, text]) => [field, JSON.stringify(text)] as const));

/** Names of mappings are JSON already. */
const listJson = (names: Iterable<string>): string => `[${[...names].join(',')}]`;

const mappedJson = (mapped: Baseline['mapped']): string =>
  jsonObject([...mapped].map(([sync, names]) => [sync, listJson(names)] as const));

/** Mappings by sync (FM13); null where it cannot be read. */
function readMapped(value: unknown): Baseline['mapped'] | null {
  if (value === undefined) return new Map();
  if (!isObject(value)) return null;
  const mapped = new Map<string, ReadonlySet<string>>();
  for (const [sync, pairs] of Object.entries(value)) {
    const names = readPairs(pairs);
    if (names === null) return null;
    mapped.set(sync, new Set(names));
  }
  return mapped;
}

function readPairs(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const isPair = (one: unknown): one is [string, string] => isTextList(one) && one.length === 2;
  return value.every(isPair) ? value.map(([left, right]) => mappedPair({ left, right })) : null;
}

function readRows(value: unknown): Baseline['rows'] | null {
  if (value === undefined) return new Map();
  if (!isObject(value)) return null;
  const rows = new Map<string, Both<number>>();
  for (const [sync, counts] of Object.entries(value)) {
    if (!isObject(counts)) return null;
    const [left, right] = [member(counts, 'left'), member(counts, 'right')];
    if (!isCount(left) || !isCount(right)) return null;
    rows.set(sync, { left, right });
  }
  return rows;
}

/** The link, or what is wrong with it. */
function linkOf(json: JsonObject, readsSent: ReadSent): BaselineLink | BaselineFault {
  const [sync, left, right] = [member(json, 'sync'), member(json, 'left'), member(json, 'right')];
  const isId = (id: unknown): id is string | null => id === null || isText(id);
  if (!isText(sync) || !isId(left) || !isId(right) || (left === null && right === null)) {
    return { is: 'bad-link', member: 'ids' };
  }
  const by = member(json, 'by');
  if (!isOneOf(LINK_BYS, by)) return { is: 'bad-origin', takes: LINK_BYS };
  const values = readTexts(member(json, 'values'));
  if (values === null) return { is: 'bad-link', member: 'values' };
  const sent = readSent(member(json, 'sent'), values, readsSent);
  if (sent === null) return { is: 'bad-link', member: 'sent' };
  const rows = readRowNumbers(member(json, 'rows'));
  if (rows === null) return { is: 'bad-link', member: 'rows' };
  const later = member(json, 'later') === undefined ? [] : readPairs(member(json, 'later'));
  if (later === null) return { is: 'bad-link', member: 'later' };
  const removal = removalOf(member(json, 'delete'));
  if (removal === null || (removal !== undefined && { left, right }[removal.side] === null))
    return { is: 'bad-link', member: 'delete' };
  return {
    ...{ sync, left, right, by, values, sent, ...rows },
    ...(later.length === 0 ? {} : { later }),
    ...(removal === undefined ? {} : { removal }),
  };
}

/** The link's rows in change files (BL7). */
function readRowNumbers(value: unknown): Pick<BaselineLink, 'rows'> | null {
  if (value === undefined) return {};
  if (!isObject(value)) return null;
  const known = SIDES.flatMap((side) => {
    const row = member(value, side);
    return row === undefined ? [] : [[side, row] as const];
  });
  if (!known.every((one): one is [Side, number] => isCount(one[1]) && one[1] > 0)) return null;
  return known.length === 0 ? {} : { rows: Object.fromEntries(known) };
}

function readTexts(value: unknown): Both<FieldTexts> | null {
  if (!isObject(value)) return null;
  const read = (side: Side): FieldTexts | null => {
    const texts = member(value, side);
    if (!isObject(texts)) return null;
    const entries = Object.entries(texts);
    return entries.every((entry): entry is [string, string] => isText(entry[1])) ? new Map(entries) : null;
  };
  const [left, right] = [read('left'), read('right')];
  return left === null || right === null ? null : { left, right };
}

function readSent(
  value: unknown,
  values: BaselineLink['values'],
  read: ReadSent,
): BaselineLink['sent'] | null {
  if (value === undefined || value === null) return { left: new Map(), right: new Map() };
  if (!isObject(value)) return null;
  const [left, right] = SIDES.map((side) => {
    const own = member(value, side);
    return own === undefined ? new Map<string, never>() : read(own, values[side]);
  });
  return left == null || right == null ? null : { left, right };
}
