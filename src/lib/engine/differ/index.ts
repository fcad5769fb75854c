/** Why two values of a pair differ (DX). */
export { CLASS_BITS, WORSE, fieldClasses, type FieldClasses } from './field-classes.ts';
