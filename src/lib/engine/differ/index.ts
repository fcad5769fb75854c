/** Why two values of a pair differ (DX). */
export { fieldClasses, type FieldClasses } from './field-classes.ts';
