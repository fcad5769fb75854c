import type {
  ConflictRule,
  Direction,
  GuardName,
  Matching,
  NormalizerName,
  Side,
} from '../../engine/index.ts';
import { textAt } from './design-json.ts';

/** The words of an edit's label, as the strip and the undo list say them. Apps by name, never "source". */
export const appName = (json: unknown, side: Side): string => textAt(json, ['apps', side, 'name'], side);

export function directionWord(json: unknown, direction: Direction): string {
  switch (direction) {
    case 'both':
      return 'two-way';
    case 'left-to-right':
      return `only to ${appName(json, 'right')}`;
    case 'right-to-left':
      return `only to ${appName(json, 'left')}`;
    default:
      return direction satisfies never;
  }
}

export function ruleWord(json: unknown, rule: ConflictRule): string {
  switch (rule) {
    case 'winner':
      return 'the winner';
    case 'left':
    case 'right':
      return `${appName(json, rule)} wins`;
    case 'most-recent':
      return 'most recent';
    case 'fill-blank':
      return 'fill blanks only';
    case 'ask':
      return 'ask me';
    default:
      return rule satisfies never;
  }
}

export const NORMALISER_LABELS: Readonly<Record<NormalizerName, string>> = {
  email: 'e-mail form',
  domain: 'domain from URL',
  name: 'spaces, case',
  'name-no-diacritics': 'accents',
  'name-no-legal-form': 'legal form',
  phone: 'phone form',
  'salesforce-id': '15 and 18 characters',
  text: 'as written',
};

export const METHOD_LABELS: Readonly<Record<Matching['method'], string>> = {
  default: 'the usual identifiers',
  keys: 'own keys',
  none: 'no matching',
};

export const GUARD_LABELS: Readonly<Record<GuardName, string>> = {
  maxMissing: 'links missing',
  createsPerMatch: 'creates per linked pair',
  maxCleared: 'records cleared',
  maxChanged: 'linked records changed',
  minMatched: 'records matched',
  maxShrunk: 'a side shrunk',
};

export const onOff = (on: boolean): string => (on ? 'on' : 'off');

/** `subject: before → after`. */
export const moved = (subject: string, before: string, after: string): string =>
  `${subject}: ${before} → ${after}`;
