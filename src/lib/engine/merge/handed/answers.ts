import { BaselineBuilder, linkAt, linkId } from '../../columns/link-table.ts';
import { textAt } from '../../columns/records.ts';
import { idForm } from '../../model/app.ts';
import type { Baseline, BaselineLink, LinkTable } from '../../model/baseline.ts';
import type { SyncDesign } from '../../model/design.ts';
import type { HandOver, Removal } from '../../model/hand-over.ts';
import type { ResultRow, ResultTable, ResultsTold, UnclearCause } from '../../model/results.ts';
import { SIDES, onBoth, type Both, type Side } from '../../model/side.ts';
import { AnswerPlace, type Answerable } from './answer-place.ts';

/** A baseline that knows what the result files say, and what each of them told. */
export interface Answered {
  readonly baseline: Baseline;
  readonly told: readonly ResultsTold[];
}

/**
 * BL7: the hand-overs of a baseline take what result files say, in the order given. What was refused is known not to be there; what was
 * written need not be offered again, and a create binds by its new id. What was not sent was handed over to nobody (S374).
 */
export function answerHandOvers(
  baseline: Baseline,
  { apps, syncs }: Pick<SyncDesign, 'apps' | 'syncs'>,
  tables: readonly ResultTable[],
): Answered {
  const forms = onBoth((side) => idForm(apps[side].kind));
  const clears = onBoth((side) => apps[side].kind);
  const links = new Map(
    syncs.flatMap(({ id }) => {
      const table = baseline.links.get(id);
      return table === undefined ? [] : [[id, new HandedLinks(table, forms)] as const];
    }),
  );
  const told = tables.map((table) => {
    const places = [...links].flatMap(([sync, handed]) =>
      SIDES.flatMap((side) =>
        (['updates', 'creates', 'deletes'] as const).map(
          (kind) => new AnswerPlace({ sync, side, kind }, handed.all, table, forms[side], clears[side]),
        ),
      ),
    );
    return answerBy(table, places, links, forms);
  });
  return { baseline: rebuilt(baseline, links), told };
}

/** Goes through the rows of a file at the change file it is about. */
function answerBy(
  table: ResultTable,
  places: readonly AnswerPlace[],
  links: ReadonlyMap<string, HandedLinks>,
  forms: Both<(id: string) => string>,
): ResultsTold {
  const place = placeOf(table, places);
  const counts = { written: 0, refused: 0, unknown: 0, 'not-sent': 0 };
  const unclear: { line: number; cause: UnclearCause }[] = [];
  for (const row of table.rows) {
    const { says } = row;
    const cause = says === null ? 'says-nothing' : causeOf(row, place, links, forms, table);
    if (cause !== null) unclear.push({ line: row.line, cause });
    else if (says !== null) counts[says]++;
  }
  const { 'not-sent': notSent, ...told } = counts;
  return { about: place?.place ?? null, rows: table.rows.length, ...told, notSent, unclear };
}

/** Takes what a row says; null where it is taken, else why not. */
function causeOf(
  row: ResultRow,
  place: AnswerPlace | null,
  links: ReadonlyMap<string, HandedLinks>,
  forms: Both<(id: string) => string>,
  table: ResultTable,
): UnclearCause | null {
  // The next reading decides.
  if (row.says === 'unknown') return null;
  const cause =
    place === null ? 'which-file' : answer(row, place, links.get(place.place.sync)!, forms, table);
  // What was not sent, and not handed over either, is as if nobody had spoken of it.
  return row.says === 'not-sent' ? null : cause;
}

/** The change file most rows fit; null where none does, or two do alike. */
function placeOf({ about }: ResultTable, places: readonly AnswerPlace[]): AnswerPlace | null {
  if (about !== null) {
    const { sync, side, kind } = about;
    return (
      places.find(({ place }) => place.sync === sync && place.side === side && place.kind === kind) ?? null
    );
  }
  const fits = places
    .map((place) => ({ place, rows: place.fitting() }))
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => b.rows - a.rows);
  const [best, next] = fits;
  return best === undefined || best.rows === next?.rows ? null : best.place;
}

function answer(
  row: ResultRow,
  place: AnswerPlace,
  links: HandedLinks,
  forms: Both<(id: string) => string>,
  { seen }: ResultTable,
): UnclearCause | null {
  const found = place.take(row);
  if (found === null) return 'not-handed-over';
  const { side } = place.place;
  const fields = place.spoken(row, found);
  if (fields.length === 0) return 'other-values';
  if (place.place.kind === 'deletes') {
    const { removal, ...link } = found.link;
    const now = removalAfter(removal!, row);
    found.link = now === null ? link : { ...link, removal: now };
    return null;
  }
  const [id] = row.ids;
  if (row.says === 'written' && found.link[side] === null && id !== undefined) {
    if (links.hasId(side, forms[side](id.trim()))) return 'id-taken';
    links.bind(found, side, id.trim());
  }
  const sent = new Map(found.link.sent[side]);
  for (const field of fields) {
    const one = settled(sent.get(field)!, row, seen?.(row, field) ?? null);
    if (one === null) sent.delete(field);
    else sent.set(field, one);
  }
  found.link = { ...found.link, sent: { ...found.link.sent, [side]: sent } };
  return null;
}

/** Null where it was handed over this once, and was not sent. */
function settled(one: HandOver, { says, words }: ResultRow, seen: string | null): HandOver | null {
  const { written, refused: _refused, seen: _seen, ...rest } = one;
  if (says === 'not-sent') return one.tries > 1 ? { ...rest, tries: one.tries - 1 } : null;
  if (says === 'refused') return { ...rest, missed: true, refused: words };
  if (written !== undefined) return one;
  return { ...rest, missed: false, written: 'yes', ...(seen === null ? {} : { seen }) };
}

/** S469: what was once said to be deleted stays so. Null where it was handed over this once, and was not sent. */
function removalAfter(removal: Removal, { says, words }: ResultRow): Removal | null {
  const { refused: _refused, written, ...rest } = removal;
  if (says === 'not-sent') return rest.tries > 1 ? { ...rest, tries: rest.tries - 1 } : null;
  if (written === true) return removal;
  return says === 'refused' ? { ...rest, refused: words } : { ...rest, written: true };
}

/** The links of a sync of which something was handed over. */
class HandedLinks {
  readonly all: Answerable[] = [];
  readonly #table: LinkTable;
  readonly #forms: Both<(id: string) => string>;
  #ids: Both<Set<string>> | null = null;

  constructor(table: LinkTable, forms: Both<(id: string) => string>) {
    this.#table = table;
    this.#forms = forms;
    for (let position = 0; position < table.count; position++) {
      const isHanded = SIDES.some((side) => {
        const { names } = table.sent[side];
        return names.lists[names.of[position]!]!.length > 0;
      });
      if (isHanded || table.removals.has(position))
        this.all.push({ position, link: linkAt(table, position) });
    }
  }

  /** Is a record of a side in a link? */
  hasId(side: Side, id: string): boolean {
    this.#ids ??= onBoth((one) => {
      const ids = new Set<string>();
      for (let at = 0; at < this.#table.count; at++) ids.add(this.#forms[one](linkId(this.#table, one, at)));
      return ids;
    });
    return this.#ids[side].has(id);
  }

  /** A create has its counterpart now. */
  bind(found: Answerable, side: Side, id: string): void {
    found.link = { ...found.link, [side]: id };
    this.#ids?.[side].add(this.#forms[side](id));
  }
}

/** A create of which nothing was handed over after all. */
const isNothing = ({ left, right, by, sent }: BaselineLink): boolean =>
  by === 'created' && (left === null || right === null) && SIDES.every((side) => sent[side].size === 0);

function rebuilt(baseline: Baseline, links: ReadonlyMap<string, HandedLinks>): Baseline {
  const builder = new BaselineBuilder();
  for (const [sync, table] of baseline.links) {
    const answered = new Map<number, BaselineLink>(
      (links.get(sync)?.all ?? []).map(({ position, link }) => [position, link]),
    );
    for (let at = 0; at < table.count; at++) {
      const link = answered.get(at);
      if (link === undefined) builder.add(linkAt(table, at));
      else if (!isNothing(link)) builder.add(link);
    }
  }
  for (const [sync, lists] of baseline.there) {
    for (const side of SIDES) {
      const ids = Array.from({ length: lists[side].rows }, (_, at) => textAt(lists[side], at));
      builder.addThere({ sync, there: side, ids });
    }
  }
  return builder.finish(baseline);
}
