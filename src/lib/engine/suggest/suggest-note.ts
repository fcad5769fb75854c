import type { Misleading, SameForm } from '../model/design.ts';
import type { IdDamage } from '../model/id-damage.ts';
import type { InferredType } from '../model/field.ts';
import type { MixedTypes } from '../profile/profile.ts';
import type { Side } from '../model/side.ts';
import type { CompositeKey } from './composite-key.ts';
import type { Joined } from './joined.ts';
import type { SignTold } from './number-marks.ts';
import type { SuggestedStages } from './stages.ts';
import type { Because } from './pair.ts';

/** A key field that holds a value that would bind strangers. */
export interface MisleadingKey {
  readonly what: Misleading;
  readonly side: Side;
  readonly field: string;
  readonly sample: string;
}

/** What a person must look at or decide: a code, what it rests on, and by its kind the act that answers it. */
export type SuggestNote =
  /** Numbers that can be read two ways: declare the decimal sign (RD12). */
  | { readonly code: 'decimal-unknown'; readonly side: Side; readonly field: string; readonly sample: string }
  /** The sign was told: confirm it. */
  | ({
      readonly code: 'decimal-told';
      readonly side: Side;
      readonly field: string;
      readonly sample: string;
    } & SignTold)
  | {
      readonly code: 'date-order-unknown';
      readonly side: Side;
      readonly field: string;
      readonly sample: string;
    }
  /** Nearly all cells are of a type: mend the others, or declare text (RD13). */
  | {
      readonly code: 'not-of-type';
      readonly side: Side;
      readonly field: string;
      readonly type: InferredType;
      readonly count: number;
      readonly of: number;
      /** Text and line of the first. */
      readonly first: readonly { readonly text: string; readonly row: number }[];
    }
  /** Cells come in several types: it is kept as text (FM7). */
  | {
      readonly code: 'mixed-types';
      readonly side: Side;
      readonly field: string;
      /** The type most are of, with how many of all. */
      readonly type: MixedTypes['type'];
      readonly count: number;
      readonly of: number;
      /** Text and line of the first that are, and of the first that are not. */
      readonly first: MixedTypes['first'];
      readonly others: MixedTypes['others'];
    }
  /** Cells are lists of words: declare a multi-select (RD14). */
  | {
      readonly code: 'multi-select';
      readonly side: Side;
      readonly field: string;
      readonly sign: ';' | ',' | '|';
    }
  /** Export again with ids as text (RD10). */
  | {
      readonly code: 'ids-damaged';
      readonly side: Side;
      readonly field: string;
      readonly how: IdDamage['how'];
      readonly count: number;
      readonly sample: string;
    }
  /** Rows whose id is blank or an earlier row's: left out where the column was `taken` for the id field (S475). */
  | {
      readonly code: 'id-faults';
      readonly side: Side;
      readonly field: string;
      readonly count: number;
      readonly of: number;
      readonly taken: boolean;
    }
  /** The other side has leading noughts that are missing here: export again as text, or pad them (RD10). */
  | {
      readonly code: 'zeros-lost';
      readonly side: Side;
      readonly field: string;
      readonly other: string;
      readonly sample: string;
    }
  /** A key field holds values that bind strangers: the suggestion has them as no key (KW9). */
  | ({ readonly code: 'misleading-key' } & MisleadingKey)
  /** One column holds what the other side has in two: a mapping can join them one way (S222); else join or split before loading. */
  | ({ readonly code: 'joined' } & Joined)
  /** Perhaps the same, too little sure to be mapped. */
  | {
      readonly code: 'perhaps-same';
      readonly left: string;
      readonly right: string;
      readonly sure: number;
      readonly why: readonly Because[];
    }
  /** `share` of a mapping's values is on both sides but for these forms: a `same` would let both stand (SA2). */
  | {
      readonly code: 'same-in-form';
      readonly left: string;
      readonly right: string;
      readonly share: number;
      readonly forms: readonly SameForm[];
    }
  /** Only two fields together tell the records apart: look at this key (MA4). */
  | ({ readonly code: 'composite-key' } & CompositeKey)
  /** A column says who is archived: those take no part (S435). */
  | {
      readonly code: 'archived-field';
      readonly side: Side;
      readonly field: string;
      readonly is: readonly string[];
    }
  /** A column says who was merged into whom: links follow (S435). */
  | { readonly code: 'merged-field'; readonly side: Side; readonly field: string }
  /** These columns hold stages: a stage map would say which is which (S122). */
  | ({ readonly code: 'stages' } & SuggestedStages)
  /** Nothing identifies the records: choose a key (MA4). */
  | { readonly code: 'no-key' }
  /** An app without a domain field: HubSpot itself matches companies on the name alone (MA4). */
  | { readonly code: 'web-address-key'; readonly side: Side; readonly field: string };
