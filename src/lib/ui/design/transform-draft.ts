import type { Transform } from '../../engine/index.ts';
import { isDayPattern } from '../../engine/show.ts';

type Of<Kind extends Transform['kind']> = Extract<Transform, { kind: Kind }>;

/** A transform while it is being made: every kind's own values side by side, so that none is lost by trying another. */
export interface TransformDraft {
  readonly kind: Transform['kind'] | null;
  readonly to: Of<'case'>['to'];
  readonly at: string;
  readonly take: 'first' | 'last' | 'rest' | 'part';
  readonly part: string;
  /** Fields that are joined to the mapping's own; `''` where none is chosen yet. */
  readonly joined: readonly string[];
  readonly separator: string;
  readonly country: string;
  readonly otherwise: Of<'value-map'>['otherwise'];
  /** Of a map or a table. */
  readonly entries: readonly MapEntry[];
  readonly value: string;
  readonly pattern: string;
  readonly decimal: '.' | ',';
  readonly group: Of<'number-format'>['group'];
  readonly decimals: string;
}

export interface MapEntry {
  readonly from: string;
  readonly to: string;
}

const EMPTY: TransformDraft = {
  kind: null,
  to: 'lower',
  at: ' ',
  take: 'first',
  part: '0',
  joined: [''],
  separator: ' ',
  country: '',
  otherwise: 'fail',
  entries: [],
  value: '',
  pattern: 'DD.MM.YYYY',
  decimal: '.',
  group: '',
  decimals: '',
};

export function startTransform(transform: Transform | null): TransformDraft {
  if (transform === null) return EMPTY;
  const own = { ...EMPTY, kind: transform.kind };
  switch (transform.kind) {
    case 'trim':
      return own;
    case 'case':
      return { ...own, to: transform.to };
    case 'split': {
      const { at, take } = transform;
      return typeof take === 'number'
        ? { ...own, at, take: 'part', part: String(take) }
        : { ...own, at, take };
    }
    case 'join':
      return { ...own, joined: transform.with, separator: transform.separator };
    case 'phone':
      return { ...own, country: transform.country ?? '' };
    case 'value-map':
      return { ...own, otherwise: transform.otherwise, entries: entriesOf(transform.map) };
    case 'lookup':
      return { ...own, entries: entriesOf(transform.table) };
    case 'constant':
      return { ...own, value: transform.value };
    case 'date-format':
      return { ...own, pattern: transform.to };
    case 'number-format': {
      const { decimal, group, decimals } = transform;
      return { ...own, decimal, group, decimals: decimals === null ? '' : String(decimals) };
    }
    default:
      return transform satisfies never;
  }
}

export type TransformLacks =
  'sign' | 'part' | 'fields' | 'country' | 'entries' | 'twice' | 'value' | 'pattern' | 'signs' | 'decimals';

/** The transform a draft says (null: none); what it lacks where it is not yet one. */
export function transformOf(
  draft: TransformDraft,
): { readonly is: Transform | null } | { readonly lacks: TransformLacks } {
  const { kind } = draft;
  switch (kind) {
    case null:
      return { is: null };
    case 'trim':
      return { is: { kind } };
    case 'case':
      return { is: { kind, to: draft.to } };
    case 'split': {
      if (draft.at === '') return { lacks: 'sign' };
      if (draft.take !== 'part') return { is: { kind, at: draft.at, take: draft.take } };
      if (!/^-?\d{1,3}$/.test(draft.part.trim())) return { lacks: 'part' };
      return { is: { kind, at: draft.at, take: Number(draft.part) } };
    }
    case 'join': {
      const fields = draft.joined.filter((field) => field !== '');
      if (fields.length === 0) return { lacks: 'fields' };
      return { is: { kind, with: fields, separator: draft.separator } };
    }
    case 'phone': {
      const country = draft.country.trim();
      if (country !== '' && !/^[A-Z]{2}$/.test(country)) return { lacks: 'country' };
      return { is: { kind, country: country === '' ? null : country } };
    }
    case 'value-map':
    case 'lookup': {
      const map = draft.entries
        .filter(({ from }) => from.trim() !== '')
        .map(({ from, to }) => [from, to] as const);
      if (map.length === 0) return { lacks: 'entries' };
      if (new Set(map.map(([from]) => from)).size < map.length) return { lacks: 'twice' };
      return { is: kind === 'lookup' ? { kind, table: map } : { kind, map, otherwise: draft.otherwise } };
    }
    case 'constant':
      return draft.value.trim() === '' ? { lacks: 'value' } : { is: { kind, value: draft.value } };
    case 'date-format':
      return isDayPattern(draft.pattern) ? { is: { kind, to: draft.pattern } } : { lacks: 'pattern' };
    case 'number-format': {
      const { decimal, group } = draft;
      const digits = draft.decimals.trim();
      if (group === decimal) return { lacks: 'signs' };
      if (!/^\d{0,2}$/.test(digits) || Number(digits) > 15) return { lacks: 'decimals' };
      return { is: { kind, decimal, group, decimals: digits === '' ? null : Number(digits) } };
    }
    default:
      return kind satisfies never;
  }
}

/** What is tried on the records while it is made: an empty map too, of which a person wants to see the values that need a word. */
export function triedOf(draft: TransformDraft): Transform | null {
  const made = transformOf(draft);
  if ('is' in made) return made.is;
  if (made.lacks !== 'entries') return null;
  return draft.kind === 'lookup'
    ? { kind: 'lookup', table: [] }
    : { kind: 'value-map', map: [], otherwise: 'fail' };
}

const entriesOf = (map: readonly (readonly [string, string])[]): readonly MapEntry[] =>
  map.map(([from, to]) => ({ from, to }));
