import type { Answer, Problem } from '../../src/lib/conversation/index.ts';

export const done = <T>(value: T): Answer<T> => ({ ok: true, value });

export const failed = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem,
});
