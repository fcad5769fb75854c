/** A planner bug that a person could have written. The tests must notice it. */
export interface Mutant {
  readonly id: string;
  /** The rule it breaks. */
  readonly rule: string;
  /** Under `src/lib/engine`. */
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** What the bug does, in a sentence without a subject. */
  readonly why: string;
}

/** How often the text to be replaced stands in a source. */
export const occurrences = (source: string, { find }: Mutant): number => source.split(find).length - 1;

/** The source with the bug; throws where the text does not stand exactly once. */
export function applied(source: string, mutant: Mutant): string {
  const found = occurrences(source, mutant);
  if (found !== 1) {
    throw new Error(`${mutant.id} no longer fits: its text stands ${String(found)} times in ${mutant.file}`);
  }
  return source.replace(mutant.find, () => mutant.replace);
}
