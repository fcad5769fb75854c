import type { Tools } from '../engine/tools.ts';
import { sha256Hex, sha256Stream } from './hash.ts';
import { hostToAscii } from './host.ts';
import { phoneToE164 } from './phone.ts';
import { topLevelDomains } from './tlds.ts';
import { zoneOf } from './zone.ts';

/** The engine's tools by libraries, for workers and Node alike. */
export function createTools(): Tools {
  const encoder = new TextEncoder();
  return {
    encode: (text) => encoder.encode(text),
    sha256: sha256Hex,
    sha256Stream,
    phone: phoneToE164,
    hostToAscii,
    zone: zoneOf,
    tlds: topLevelDomains(),
  };
}
