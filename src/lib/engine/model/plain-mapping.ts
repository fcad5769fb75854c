import type { FieldMapping } from './design.ts';

/** A mapping that asks for nothing beside its two fields: what a design leaves unsaid of one. */
export const PLAIN_MAPPING = {
  enabled: true,
  direction: null,
  conflict: 'winner',
  rewriteForm: false,
  same: [],
  cameBack: 'ask',
  transform: null,
} as const satisfies Omit<FieldMapping, 'left' | 'right'>;
