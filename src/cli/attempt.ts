import type { DesignError } from '../lib/engine/model/design.ts';

/** Exit statuses (FORMATS.md, Command line). */
export const EXIT = { done: 0, call: 1, input: 2, design: 3, guard: 4 } as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Why a command ends early: sentences for standard error, one a line. */
export interface Problem {
  readonly exit: ExitStatus;
  readonly sentences: readonly string[];
  /** Of a design, for `--json`. */
  readonly errors?: readonly DesignError[];
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
  const sentences = errors.map(
    ({ at, code, message }) => `${file}: ${at === '' ? '' : `${at}: `}${code}: ${message}`,
  );
  return { ok: false, problem: { exit: EXIT.design, sentences, errors } };
}
