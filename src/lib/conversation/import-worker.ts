import type { Answer, OnProgress } from './answer.ts';
import type { Supervised } from './supervised.ts';
import type { ImportRequest, Preview, ReadingChoices } from './sides.ts';

export interface ImportWorker extends Supervised {
  open(storeName: string, tab: string): Promise<Answer<null>>;
  /** Reads the start of a file only. */
  preview(file: File, choices: ReadingChoices): Promise<Answer<Preview>>;
  /**
   * Reads a file into the store; the set stands once this answers, and replaces the former one of that side then. `onPreview`: null
   * where the start was looked at already.
   */
  read(
    request: ImportRequest,
    onPreview: ((preview: Preview) => void) | null,
    onProgress: OnProgress,
  ): Promise<Answer<string>>;
  cancel(token: number): void;
}
