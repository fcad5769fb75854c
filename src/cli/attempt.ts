import type { DesignError } from '../lib/engine/index.ts';
import { IN_FILES } from '../lib/words/in-files.ts';

/** Exit statuses (FORMATS.md, Command line). */
export const EXIT = { done: 0, call: 1, input: 2, design: 3, guard: 4 } as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Why a command ends early: sentences for standard error, one a line. */
export interface Problem {
  readonly exit: ExitStatus;
  readonly sentences: readonly string[];
  /** Of a design, for `--json`. */
  readonly errors?: readonly SaidError[];
}

/** An error of a design as `--json` has it. */
export interface SaidError extends Pick<DesignError, 'at' | 'code'> {
  readonly message: string;
}

export type Attempt<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export const done = <T>(value: T): Attempt<T> => ({ ok: true, value });

const failed = (exit: ExitStatus, sentence: string): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: { exit, sentences: [sentence] },
});

export const wrongCall = (sentence: string) => failed(EXIT.call, sentence);

/** `line` from 1 where there is one. */
export const unreadable = (file: string, line: number | null, sentence: string) =>
  failed(EXIT.input, `${file}${line === null ? '' : `:${String(line)}`}: ${sentence}`);

export function designErrors(
  file: string,
  errors: readonly DesignError[],
): { readonly ok: false; readonly problem: Problem } {
  const said = errors.map((error): SaidError => {
    const { at, code } = error;
    return { at, code, message: IN_FILES.designError(error) };
  });
  const sentences = said.map(
    ({ at, code, message }) => `${file}: ${at === '' ? '' : `${at}: `}${code}: ${message}`,
  );
  return { ok: false, problem: { exit: EXIT.design, sentences, errors: said } };
}
