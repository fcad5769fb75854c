const ADDRESS = /[^\s;,/|<>()"']+@[^\s;,/|<>()"']+/g;

/** The addresses of a normalised text that holds several (KW13), each once; none where it holds one at most. */
export function severalAddresses(text: string): readonly string[] {
  const found = new Set(text.match(ADDRESS)?.map((one) => one.replace(/^mailto:/, '')) ?? []);
  return found.size < 2 ? [] : [...found];
}

/** Has a text two `@` or more? */
export function hasSeveralAt(bytes: Uint8Array, from: number, to: number): boolean {
  let seen = false;
  for (let i = from; i < to; i++) {
    if (bytes[i] !== AT) continue;
    if (seen) return true;
    seen = true;
  }
  return false;
}

const AT = 64;
