/** What would happen to a subject. The order is the one of counts and screens (DESIGN-LANGUAGE, Outcomes). */
export type Outcome =
  | 'create'
  | 'update'
  | 'delete'
  | 'conflict'
  | 'in-sync'
  | 'excluded'
  | 'duplicate'
  | 'failing'
  | 'ambiguous'
  | 'waits';

export const OUTCOMES: readonly Outcome[] = [
  'create',
  'update',
  'delete',
  'conflict',
  'in-sync',
  'excluded',
  'duplicate',
  'failing',
  'ambiguous',
  'waits',
];
