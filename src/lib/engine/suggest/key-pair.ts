import type { NormalizerName } from '../model/design.ts';

/** Two fields of a key, compared in these forms. */
export interface KeyPair {
  readonly left: string;
  readonly right: string;
  readonly normalize: readonly NormalizerName[];
}
