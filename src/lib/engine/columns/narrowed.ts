/** A copy of codes in as few bytes each as so many values need. */
export function narrowed(codes: Uint32Array, values: number): Uint8Array | Uint16Array | Uint32Array {
  if (values <= 256) return Uint8Array.from(codes);
  if (values <= 65_536) return Uint16Array.from(codes);
  return codes.slice();
}
