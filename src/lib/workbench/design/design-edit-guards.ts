import type { GuardName, Guards } from '../../engine/index.ts';
import { withValue, type DesignEdit } from './design-json.ts';
import { GUARD_LABELS, moved } from './design-words.ts';

export type GuardValue = number | { readonly share: number; readonly count: number } | null;

/** FORMATS.md, guards; null switches one off. */
export function setGuard(json: unknown, name: GuardName, value: GuardValue, before: Guards): DesignEdit {
  return {
    json: withValue(json, ['guards', name], value),
    label: moved(`Guard, ${GUARD_LABELS[name]}`, words(name, before[name]), words(name, value)),
  };
}

function words(name: GuardName, value: GuardValue): string {
  if (value === null) return 'off';
  if (typeof value === 'object') return `${share(value.share)} or ${String(value.count)}`;
  return name === 'createsPerMatch' ? String(value) : share(value);
}

const share = (value: number): string => `${String(Math.round(value * 1000) / 10)} %`;
