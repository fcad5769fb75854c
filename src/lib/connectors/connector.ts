import type { ReadHooks, ReadProgress, ReadResultOf, SideReport } from './report.ts';
import type { ByteSource } from './source.ts';

/**
 * A reader of one kind of source: it makes columns of what a side holds and accounts for every row of it. `S`: where the
 * records come from (bytes of a file; an account that is asked page by page). `C`: what a person may choose instead of what it
 * finds. `R`: what it reports beside the account every reader gives. Held by `tests/contracts/connector-suite.ts`.
 */
export interface Connector<S, C, R extends SideReport> {
  /** Never throws for what a source holds or does: that is a problem with a code. */
  read(
    source: S,
    choices: Partial<C>,
    onProgress: (progress: ReadProgress) => void,
    hooks: ReadHooks,
  ): Promise<ReadResultOf<R>>;
}

/** A reader of files. */
export interface FileConnector<C, R extends SideReport> extends Connector<ByteSource, C, R> {
  /** Does a file that begins so belong to it? */
  takes(start: Uint8Array): boolean;
}
