import type { DoneStep } from '../../src/lib/conversation/index.ts';

/** A step that is called by words of its own. */
export const noted = (text: string): DoneStep => ({ code: 'text', values: { text } });
