import type { TopLevelDomains } from '../engine/tools.ts';
import { TLD_LABELS, TLD_VERSION } from './tlds.generated.ts';

/** IANA's list as it is part of the product (EM3); the set is built at the first question. */
export function topLevelDomains(): TopLevelDomains {
  let labels: ReadonlySet<string> | null = null;
  return {
    version: TLD_VERSION,
    has: (label) => (labels ??= new Set(TLD_LABELS.split(' '))).has(label),
  };
}
