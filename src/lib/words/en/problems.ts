import type { Speech } from '../speech.ts';

export const problems = (_speech: Speech) => ({});
