import type { RecordSet } from '../src/lib/engine/index.ts';

/** The buffers of a record set, each once, to hand over instead of copying. */
export function buffersOf(set: RecordSet): ArrayBufferLike[] {
  const buffers = new Set<ArrayBufferLike>();
  for (const { fileRows, columns } of set.segments) {
    buffers.add(fileRows.buffer);
    for (const { codes, offsets, bytes, blank } of columns) {
      if (codes !== null) buffers.add(codes.buffer);
      for (const part of [offsets, bytes, blank]) buffers.add(part.buffer);
    }
  }
  return [...buffers];
}
