import type { LinkBy, Side } from '../engine/index.ts';

/** Why a text is not JSON: it ends too early, or something else stands there. */
export type JsonFault =
  | { readonly is: 'ends-early' }
  /** The text there as JSON, cut. */
  | { readonly is: 'unexpected'; readonly found: string };

interface OtherFormat {
  /** `other-version`: of Drysync, and not what this version reads. */
  readonly is: 'other-format' | 'other-version';
  readonly found: string;
  readonly reads: string;
}

/** Why a baseline cannot be used. */
export type BaselineFault =
  | { readonly is: 'empty' | 'unreadable-head' | 'bad-rows' | 'bad-mapped' | 'unreadable-line' | 'not-utf-8' }
  | OtherFormat
  /** A member of a link that is missing or not of its kind. */
  | { readonly is: 'bad-link'; readonly member: 'ids' | 'values' | 'sent' | 'rows' | 'later' | 'delete' }
  | { readonly is: 'bad-origin'; readonly takes: readonly LinkBy[] }
  /** `first`: the line it stands on already. */
  | {
      readonly is: 'link-twice';
      readonly sync: string;
      readonly left: string;
      readonly right: string;
      readonly first: number;
    }
  | {
      readonly is: 'record-twice';
      readonly sync: string;
      readonly side: Side;
      readonly id: string;
      readonly first: number;
    };

/** Why choices cannot be used. */
export type ChoicesFault =
  | JsonFault
  | { readonly is: 'no-object' | 'bad-plan-hash' }
  | OtherFormat
  | { readonly is: 'no-list'; readonly list: string }
  /** `at` from 0. */
  | { readonly is: 'bad-item'; readonly list: string; readonly at: number }
  | {
      readonly is: 'same-and-different';
      readonly sync: string;
      readonly left: string;
      readonly right: string;
    }
  | { readonly is: 'same-as-two'; readonly sync: string; readonly side: Side; readonly id: string };
