import type { Speech } from '../speech.ts';

export const sides = (_speech: Speech) => ({});
