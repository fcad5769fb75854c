import type { Speech } from '../speech.ts';

export const plan = (_speech: Speech) => ({});
