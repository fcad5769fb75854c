import { expect } from 'vitest';
import { otherSide, type Side } from '../../../src/lib/engine/index.ts';
import type { Move, Sync } from './two-fakes.ts';

/** One field of the two records of a key, whoever wrote there and when. Times are numbers of events. */
interface Field {
  /** What stands there now; null where no record is. */
  readonly now: Record<Side, string | null>;
  /** All that ever stood there, with when a person entered it; of what the sync wrote null. */
  readonly stood: Record<Side, Map<string, number | null>>;
  /** When they last said the same and a push knew it; null where that never was. */
  equal: number | null;
  /** What happened to it, for who reads of a failure. */
  readonly told: string[];
}

/** L17 over fields in which nobody enters the same text twice: what the sync may write over what. The left side wins. */
export class CellHistory {
  readonly #fields = new Map<string, Field>();
  /** Places where a record of a key was ever there. */
  readonly #places = new Set<string>();
  #time = 0;

  /** A person enters a text, or creates a record with it. */
  person(sync: Sync, side: Side, key: string, field: number, text: string): void {
    this.#places.add(place(sync, side, key));
    const own = this.#field(sync, key, field);
    own.told.push(`a person: ${side} ${text}`);
    this.#stands(own, side, text, ++this.#time);
  }

  /** A call of the sync did this to the record of a key. */
  sync({ sync, side, field, from, to }: Move, key: string): void {
    const time = ++this.#time;
    const own = this.#field(sync, key, field);
    own.told.push(`the sync: ${side} ${from ?? 'nothing'} becomes ${to}`);
    const said = `${sync} ${key}, field ${String(field)}: ${own.told.join(', ')}`;
    if (from === null && field === 0) {
      // L11, L13: nothing is created twice, and nothing that was deleted is created again.
      expect(this.#places.has(place(sync, side, key)), `created again: ${said}`).toBe(false);
      this.#places.add(place(sync, side, key));
    }
    expect(own.now[side], said).toBe(from);
    expect(own.stood[otherSide(side)].has(to), `from nowhere: ${said}`).toBe(true);
    if (from !== null) {
      const since = own.equal ?? -1;
      const isMine = (own.stood[side].get(from) ?? -1) > since;
      const isTheirs = (own.stood[otherSide(side)].get(to) ?? -1) > since;
      expect(isTheirs, `an older text comes back: ${said}`).toBe(true);
      expect(isMine && side === 'left', `the side that loses wins: ${said}`).toBe(false);
    }
    this.#stands(own, side, to, null);
    if (own.now[otherSide(side)] === to) own.equal = time;
  }

  /** What both sides say alike now; called, the plan that was made of it has been pushed: from then on it is known to be the same. */
  read(): () => void {
    const alike = [...this.#fields.values()].filter(({ now }) => now.left !== null && now.left === now.right);
    const time = this.#time;
    return () => {
      for (const own of alike) own.equal = Math.max(own.equal ?? 0, time);
    };
  }

  #stands(own: Field, side: Side, text: string, entered: number | null): void {
    own.now[side] = text;
    own.stood[side].set(text, entered);
  }

  #field(sync: Sync, key: string, field: number): Field {
    const name = JSON.stringify([sync, key, field]);
    const found = this.#fields.get(name);
    if (found !== undefined) return found;
    const made: Field = {
      now: { left: null, right: null },
      stood: { left: new Map(), right: new Map() },
      equal: null,
      told: [],
    };
    this.#fields.set(name, made);
    return made;
  }
}

const place = (sync: Sync, side: Side, key: string): string => JSON.stringify([sync, side, key]);
