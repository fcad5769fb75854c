import type { NameLists } from '../model/baseline.ts';

/** Collects lists of names, of which there are few. */
export class NameListBuilder {
  readonly #lists: (readonly string[])[] = [];
  readonly #known = new Map<string, number>();
  readonly #of: number[] = [];
  #last = -1;

  add(names: readonly string[]): void {
    if (this.#last < 0 || !isSame(names, this.#lists[this.#last]!)) this.#last = this.#listOf(names);
    this.#of.push(this.#last);
  }

  finish(): NameLists {
    return { lists: this.#lists, of: Uint32Array.from(this.#of) };
  }

  #listOf(names: readonly string[]): number {
    const key = JSON.stringify(names);
    let list = this.#known.get(key);
    if (list === undefined) {
      list = this.#lists.push(names) - 1;
      this.#known.set(key, list);
    }
    return list;
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
