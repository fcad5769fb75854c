import { resultOf, type ItemStanding, type Standing, type Texts } from '../../src/lib/push/index.ts';
import type {
  JournalAnswer,
  JournalFilter,
  JournalPage,
  JournalRow,
  JournalState,
  ReadValue,
} from '../../src/lib/conversation/index.ts';
import type { PushTimeline } from './push-timeline.ts';
import { stateOf } from './standing-of.ts';

/** Rows of a journal: what was sent last comes first, what was not sent yet behind it in its order. */
export class JournalRows {
  readonly #standing: Standing;
  readonly #nameOf: (one: ItemStanding) => string;
  readonly #line: Pick<PushTimeline, 'numberOf'>;
  #listed: {
    readonly filter: JournalFilter;
    readonly entries: number;
    readonly all: readonly ItemStanding[];
  } | null = null;

  constructor(
    standing: Standing,
    nameOf: (one: ItemStanding) => string,
    line: Pick<PushTimeline, 'numberOf'>,
  ) {
    this.#standing = standing;
    this.#nameOf = nameOf;
    this.#line = line;
  }

  page(filter: JournalFilter, from: number, to: number): JournalPage {
    const all = this.#list(filter);
    const rows = all.slice(Math.max(0, from), Math.max(0, to));
    return { total: all.length, rows: rows.map((one) => this.#row(one)) };
  }

  /** In order; made anew only when something was written down since. */
  #list(filter: JournalFilter): readonly ItemStanding[] {
    const { entries } = this.#standing;
    if (this.#listed?.filter === filter && this.#listed.entries === entries) return this.#listed.all;
    const all = [...this.#standing.items()].filter((one) => passes(this.#is(one), filter));
    all.sort((a, b) => (b.batch ?? 0) - (a.batch ?? 0));
    this.#listed = { filter, entries, all };
    return all;
  }

  #is(one: ItemStanding): JournalState {
    return stateOf(one, this.#standing);
  }

  #row(one: ItemStanding): JournalRow {
    const { key, sync, side, act, values, refs } = one.item;
    return {
      key,
      sync,
      side,
      act,
      at: one.at,
      batch: this.#line.numberOf(key),
      name: this.#nameOf(one),
      fields: [...values.keys(), ...refs.keys()],
      is: this.#is(one),
      answer: answerOf(this.#standing, one),
    };
  }
}

function passes(is: JournalState, filter: JournalFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'not-sent' ? is === 'not-sent' || is === 'waiting' : is === filter;
}

function answerOf(standing: Standing, one: ItemStanding): JournalAnswer | null {
  const result = resultOf(standing, one);
  const { item, intent } = one;
  switch (result.is) {
    case 'written': {
      const { reads, found, id, created } = result;
      if (reads === 'gone') return { is: 'gone' };
      if (reads === 'normalised' || reads === 'different')
        return { is: reads, fields: otherwise(intent?.values ?? item.values, found) };
      if (created) return { is: 'new-id', id };
      return reads === null ? null : { is: 'as-planned' };
    }
    case 'refused': {
      const { field, code, said } = result.refusal;
      return { is: 'refused', field, code, said };
    }
    case 'unknown': {
      if (one.is === 'sent' || one.is === 'doubt') return null;
      const { because, lookedFor } = result;
      return { is: 'unknown', because, by: lookedFor, found: lookedFor?.found.length ?? 0 };
    }
    case 'stale': {
      const fields = result.found === null ? null : otherwise(item.from, result.found);
      return { is: 'stale', fields };
    }
    case 'not-sent':
      return result.because === 'to-come' ? null : { is: 'not-sent', because: result.because };
    default:
      return result satisfies never;
  }
}

/** Fields that read otherwise. */
const otherwise = (planned: Texts, found: Texts | null): readonly ReadValue[] =>
  [...planned].flatMap(([field, text]) => {
    const now = found?.get(field) ?? '';
    return now === text ? [] : [{ field, planned: text, found: now }];
  });
