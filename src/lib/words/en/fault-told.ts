/** A sentence, then the steps where they are others than those of its category. */
export type FaultTold = readonly [says: string, ...steps: string[]];
