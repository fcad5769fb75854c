import * as Comlink from 'comlink';

/**
 * A copy of plain data for another worker, its arrays given away: one copy of each, exactly as long as what is looked at. A message
 * by itself copies every array twice, with all of the memory it is a part of.
 */
export function handedOver<T extends object>(data: T): T {
  const copies = new Map<ArrayBufferView, ArrayBufferView>();
  const copy = copied(data, copies) as T;
  return Comlink.transfer(
    copy,
    [...copies.values()].map(({ buffer }) => buffer as ArrayBuffer),
  );
}

function copied(data: unknown, copies: Map<ArrayBufferView, ArrayBufferView>): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (isArray(data)) {
    const known = copies.get(data) ?? data.slice();
    copies.set(data, known);
    return known;
  }
  if (Array.isArray(data)) return data.map((one) => copied(one, copies));
  if (Object.getPrototypeOf(data) !== Object.prototype) return data;
  return Object.fromEntries(Object.entries(data).map(([name, one]) => [name, copied(one, copies)]));
}

const isArray = (data: object): data is Uint8Array | Uint16Array | Uint32Array | Int32Array =>
  ArrayBuffer.isView(data) && !(data instanceof DataView);
