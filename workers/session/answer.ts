import type { Answer, Problem } from '../conversation.ts';

export const done = <T>(value: T): Answer<T> => ({ ok: true, value });

export const failed = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem,
});
