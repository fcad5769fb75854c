import type { PlanLine } from '../engine/model/line.ts';
import { OUTCOMES } from '../engine/index.ts';
import { isObject, isOneOf, isText, member } from './json-shape.ts';
import { readJson } from './json-text.ts';

/** One line of `plan.jsonl`; null where it is none. Looks at what a comparison or an export needs. */
export function readPlanLine(text: string): PlanLine | null {
  const json = readJson(text);
  if (!json.ok || !isPlanLine(json.value)) return null;
  return json.value;
}

function isPlanLine(value: unknown): value is PlanLine {
  if (!isObject(value)) return false;
  return (
    isText(member(value, 'sync')) &&
    isOneOf(OUTCOMES, member(value, 'outcome')) &&
    isRecord(member(value, 'left')) &&
    isRecord(member(value, 'right')) &&
    (value['left'] !== null || value['right'] !== null) &&
    isListOf(member(value, 'writes'), isWrite) &&
    isListOf(member(value, 'conflicts'), isObject) &&
    isListOf(member(value, 'reasons'), isObject)
  );
}

const isListOf = (value: unknown, of: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(of);

const isRecord = (value: unknown): boolean =>
  value === null ||
  (isObject(value) && isText(member(value, 'id')) && Number.isInteger(member(value, 'row')));

function isWrite(value: unknown): boolean {
  if (!isObject(value)) return false;
  const from = member(value, 'from');
  return (
    isOneOf(['left', 'right'], member(value, 'side')) &&
    isText(member(value, 'field')) &&
    (from === null || isText(from)) &&
    isText(member(value, 'to')) &&
    isText(member(value, 'because'))
  );
}
