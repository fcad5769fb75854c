import type { Speech } from '../speech.ts';

export const terms = (_speech: Speech) => ({});
