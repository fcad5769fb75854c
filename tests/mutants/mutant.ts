import { join } from 'node:path';

/** A planner bug that a person could have written. The tests must notice it. */
export interface Mutant {
  readonly id: string;
  /** The rule it breaks. */
  readonly rule: string;
  /** Under its room of `src/lib`, or among the workers: the engine, where none is named. */
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** What the bug does, in a sentence without a subject. */
  readonly why: string;
}

/** A bug where scenarios, reference and laws do not look: these tests must notice it. */
export interface TestedMutant extends Mutant {
  readonly room: 'engine' | 'formats' | 'connectors' | 'push' | 'store' | 'workers';
  /** Paths from the root. */
  readonly tests: readonly string[];
}

export const isTested = (mutant: Mutant): mutant is TestedMutant => 'tests' in mutant;

/** Where the source of a mutant lies, from the root. */
export function pathOf(mutant: Mutant): string {
  const room = isTested(mutant) ? mutant.room : 'engine';
  const folder = room === 'workers' ? room : join('src', 'lib', room);
  return join(folder, ...mutant.file.split('/'));
}

/** How often the text to be replaced stands in a source. */
export const occurrences = (source: string, { find }: Mutant): number => source.split(find).length - 1;

/** The source with the bug; throws where the text does not stand exactly once. */
export function applied(source: string, mutant: Mutant): string {
  const found = occurrences(source, mutant);
  if (found !== 1) {
    throw new Error(
      `${mutant.id} no longer fits: its text stands ${String(found)} times in ${pathOf(mutant)}`,
    );
  }
  return source.replace(mutant.find, () => mutant.replace);
}
