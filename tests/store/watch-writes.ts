/** A value that was put, where, and how durable its transaction is. */
export interface Write {
  readonly store: string;
  readonly durability: string;
  readonly transaction: IDBTransaction;
}

/** Notes every write from now on. */
export function watchWrites({ prototype }: typeof IDBObjectStore): {
  readonly writes: readonly Write[];
  readonly stop: () => void;
} {
  const writes: Write[] = [];
  const { put } = prototype;
  prototype.put = function (this: IDBObjectStore, ...given: Parameters<IDBObjectStore['put']>) {
    const { transaction } = this;
    writes.push({ store: this.name, durability: transaction.durability, transaction });
    return put.apply(this, given);
  };
  return { writes, stop: () => Object.assign(prototype, { put }) };
}
