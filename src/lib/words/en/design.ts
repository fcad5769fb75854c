import type { Speech } from '../speech.ts';

export const design = (_speech: Speech) => ({});
