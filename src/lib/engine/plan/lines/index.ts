/** What a plan says of one subject. */
export { PlanReader, planLines } from './plan-reader.ts';
export { lineText, writesText } from './line-text.ts';
export { traceSubject, type TraceStep } from './trace.ts';
export { fieldRows, type MappingRow } from './field-rows.ts';
