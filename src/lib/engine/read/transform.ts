import type { DecidingCode } from '../model/reason.ts';
import type { Transform } from '../model/transform.ts';
import type { Zone } from '../model/zone.ts';
import type { Tools } from '../tools.ts';
import { dateText, readDate } from './date.ts';
import { inPattern, outOfPattern } from './date-pattern.ts';
import type { FieldView } from './field-view.ts';
import { foldText } from './fold.ts';
import { numberText } from './number-text.ts';
import { readNumber } from './number.ts';
import { optionFinder, splitMulti } from './select.ts';

/** What becomes of a text that is not blank; null where the transform cannot take it. */
export type Making = (text: string) => string | null;

/** FM10, in the direction it runs. `source`: how the cells of the field it reads are read; `day`: whose day a moment is of (TZ1). */
export function making(transform: Transform, source: FieldView, day: Zone | null, tools: Tools): Making {
  switch (transform.kind) {
    case 'trim':
      return (text) => text.trim();
    case 'case':
      return inCase(transform.to);
    case 'split':
      return (text) => partOf(text.trim(), transform.at, transform.take);
    case 'join':
      // The cells it is given are joined already.
      return (text) => text;
    case 'phone':
      return (text) => tools.phone(text, transform.country) ?? text.trim();
    case 'value-map':
      return mapped(transform.map, transform.otherwise, source);
    case 'constant':
      return () => transform.value;
    case 'date-format':
      return (text) => {
        const days = readDate(text, source.dateOrder, source.zone, day ?? source.zone);
        return days === null ? null : inPattern(dateText(days), transform.to);
      };
    case 'number-format':
      return (text) => {
        const canonical = readNumber(text, source.decimal);
        return canonical === null ? null : numberText(canonical, transform);
      };
    case 'lookup':
      return mapped(transform.table, 'fail', source);
    default:
      return transform satisfies never;
  }
}

/** The way back of one that has an inverse. `target`: how the cells of the field it writes are read. */
export function unmaking(transform: Transform, target: FieldView): Making {
  switch (transform.kind) {
    case 'value-map':
      return mapped(
        transform.map.map(([from, to]) => [to, from] as const),
        transform.otherwise,
        target,
      );
    case 'date-format':
      return (text) => {
        const iso = outOfPattern(text, transform.to);
        const day = iso === null ? null : readDate(iso, 'ymd');
        return day === null ? null : dateText(day);
      };
    case 'number-format':
      return (text) => readNumber(text, transform.decimal);
    case 'trim':
    case 'case':
    case 'split':
    case 'join':
    case 'phone':
    case 'constant':
    case 'lookup':
      throw new Error(`${transform.kind} has no inverse`);
    default:
      return transform satisfies never;
  }
}

/** Why a value that a transform cannot take is refused where it would be written. */
export const untakenCode = ({ kind }: Transform): DecidingCode =>
  kind === 'date-format' ? 'bad-date' : kind === 'number-format' ? 'bad-number' : 'option-missing';

function inCase(to: 'upper' | 'lower' | 'title'): Making {
  switch (to) {
    case 'upper':
      return (text) => text.toUpperCase();
    case 'lower':
      return (text) => text.toLowerCase();
    case 'title':
      return (text) => text.toLowerCase().replace(/(^|[\s\-'’])(\p{L})/gu, (found) => found.toUpperCase());
    default:
      return to satisfies never;
  }
}

/** White space parts words however much of it there is; any other separator counts each time. */
function partOf(text: string, at: string, take: 'first' | 'last' | 'rest' | number): string {
  const parts = (at.trim() === '' ? text.split(/\s+/) : text.split(at)).map((part) => part.trim());
  switch (take) {
    case 'first':
      return parts[0] ?? '';
    case 'last':
      return parts.at(-1) ?? '';
    case 'rest':
      return parts.slice(1).join(at.trim() === '' ? ' ' : at);
    default:
      return parts.at(take) ?? '';
  }
}

/**
 * By the cell as it stands, else folded, else by its option's value and label. A multi-select part by part, and it cannot be taken
 * where one of its parts cannot.
 */
function mapped(
  map: readonly (readonly [from: string, to: string])[],
  otherwise: 'fail' | 'keep' | 'blank',
  view: FieldView,
): Making {
  const exact = new Map(map.map(([from, to]) => [from.trim(), to]));
  const folded = new Map<string, string>();
  for (const [from, to] of map) if (!folded.has(foldText(from))) folded.set(foldText(from), to);
  const option = view.options === null ? null : optionFinder(view.options);
  const one: Making = (text) => {
    const found = exact.get(text.trim()) ?? folded.get(foldText(text));
    if (found !== undefined) return found;
    const known = option?.(text) ?? null;
    const byOption =
      known === null ? undefined : (folded.get(foldText(known.value)) ?? folded.get(foldText(known.label)));
    if (byOption !== undefined) return byOption;
    return otherwise === 'fail' ? null : otherwise === 'keep' ? text : '';
  };
  if (view.type !== 'multi-select') return one;
  return (text) => {
    const parts = splitMulti(text).map(one);
    return parts.includes(null) ? null : parts.filter((part) => part !== '').join(';');
  };
}
