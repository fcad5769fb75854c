import type { StoreTools } from '../../src/lib/store/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { hex } from './opened-file.ts';

/** Below this a portable digest is done before the browser's own has begun (bytes). */
const SMALL = 2048;

/** The browser's own SHA-256, some times faster than a portable one and beside this thread; absent without a secure context. */
export function storeTools(): StoreTools {
  const { sha256 } = createTools();
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  if (subtle === undefined) return { sha256 };
  return {
    sha256: async (bytes) => {
      if (bytes.length < SMALL) return sha256(bytes);
      const digest = await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
      return hex(new Uint8Array(digest));
    },
  };
}
