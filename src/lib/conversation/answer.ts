import type { Progress } from '../engine/index.ts';
import type { Problem } from './problem.ts';

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export type OnProgress = (progress: Progress) => void;
