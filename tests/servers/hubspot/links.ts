/** Associations between records, both ways, each with its types. */

export interface LinkType {
  readonly typeId: number;
  readonly label: string | null;
  readonly category: 'HUBSPOT_DEFINED' | 'USER_DEFINED';
}

const plain = (typeId: number): LinkType => ({ typeId, label: null, category: 'HUBSPOT_DEFINED' });
const primary = (typeId: number): LinkType => ({ typeId, label: 'Primary', category: 'HUBSPOT_DEFINED' });

/** HubSpot's own types; of another pair of kinds the plain one has a made number. */
const TYPES: Readonly<Record<string, readonly LinkType[]>> = {
  'contacts>companies': [primary(1), plain(279)],
  'companies>contacts': [primary(2), plain(280)],
  'deals>contacts': [plain(3)],
  'contacts>deals': [plain(4)],
  'deals>companies': [primary(5), plain(341)],
  'companies>deals': [primary(6), plain(342)],
  'tickets>contacts': [plain(16)],
  'contacts>tickets': [plain(15)],
  'tickets>companies': [primary(26), plain(339)],
  'companies>tickets': [primary(25), plain(340)],
  'tickets>deals': [plain(28)],
  'deals>tickets': [plain(27)],
};

/** Types of associations from one kind to another; the last is the plain one. */
export const typesOf = (from: string, to: string): readonly LinkType[] =>
  TYPES[`${from}>${to}`] ?? [plain(1000 + (from.length * 31 + to.length))];

/** The same type seen from the other end. */
function reversed(from: string, to: string, typeId: number): number {
  const at = typesOf(from, to).findIndex((type) => type.typeId === typeId);
  return typesOf(to, from)[at]?.typeId ?? typesOf(to, from).at(-1)?.typeId ?? 0;
}

export class Links {
  /** `deals/17>companies` → ids there → types. */
  readonly #ends = new Map<string, Map<string, Set<number>>>();

  of(from: string, id: string, to: string): ReadonlyMap<string, ReadonlySet<number>> {
    return this.#ends.get(`${from}/${id}>${to}`) ?? new Map();
  }

  /** A record has one primary of a kind: another one takes the place of the first, which stays without it. */
  add(from: string, id: string, to: string, toId: string, typeIds: readonly number[]): void {
    const plainId = typesOf(from, to).at(-1)?.typeId ?? 0;
    for (const typeId of new Set([plainId, ...typeIds])) {
      if (typesOf(from, to).find((type) => type.typeId === typeId)?.label === 'Primary') {
        for (const [other, types] of this.#end(from, id, to)) {
          if (!types.delete(typeId)) continue;
          this.#end(to, other, from)
            .get(id)
            ?.delete(reversed(from, to, typeId));
        }
      }
      this.#put(from, id, to, toId, typeId);
      this.#put(to, toId, from, id, reversed(from, to, typeId));
    }
  }

  remove(from: string, id: string, to: string, toId: string): void {
    this.#end(from, id, to).delete(toId);
    this.#end(to, toId, from).delete(id);
  }

  /** All of one record's, when it goes. */
  drop(from: string, id: string, kinds: readonly string[]): void {
    for (const to of kinds)
      for (const toId of [...this.of(from, id, to).keys()]) this.remove(from, id, to, toId);
  }

  #end(from: string, id: string, to: string): Map<string, Set<number>> {
    const key = `${from}/${id}>${to}`;
    const found = this.#ends.get(key) ?? new Map<string, Set<number>>();
    this.#ends.set(key, found);
    return found;
  }

  #put(from: string, id: string, to: string, toId: string, typeId: number): void {
    const end = this.#end(from, id, to);
    const types = end.get(toId) ?? new Set<number>();
    end.set(toId, types.add(typeId));
  }
}
