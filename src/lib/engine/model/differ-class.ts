/** Why two filled values of a pair differ (DX1), in the order they are tried: the first that fits. */
export const DIFFER_CLASSES = [
  'placeholder',
  'damaged',
  'case',
  'spaces',
  'punctuation',
  'diacritics',
  'email',
  'phone',
  'web-address',
  'html',
  'list-order',
  'date-form',
  'number-form',
  'boolean-form',
  'label',
  'shift',
  'scale',
  'rounded',
  'cut',
  'swapped',
  'contains',
  'other',
] as const;

export type DifferClass = (typeof DIFFER_CLASSES)[number];
