import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { HashStream } from '../../engine/index.ts';

/** SHA-256 where the caller brings none: connectors know the engine only, not the house's tools. */
export function portableHash(): HashStream {
  const hash = sha256.create();
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => bytesToHex(hash.digest()),
  };
}
