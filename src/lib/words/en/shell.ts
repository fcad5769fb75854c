import type { Speech } from '../speech.ts';

export const shell = (_speech: Speech) => ({});
