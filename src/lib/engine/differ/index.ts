/** Why two values of a pair differ (DX). */
export { fieldClasses, type FieldClasses } from './field-classes.ts';
export { ownedTest } from './owned-pairs.ts';
export { toDoNow } from './to-do-now.ts';
