import type { DesignError } from '../model/design-error.ts';
import type { ConflictRule, IdentifierName, ObjectKind, SameForm } from '../model/design.ts';
import type { Transform } from '../model/transform.ts';
import type { Both, Side } from '../model/side.ts';

/** A key as words name it: the fields of each side. */
export type KeyNamed = readonly Both<string>[];

/** What HubSpot does otherwise than a design, with the rule it follows (S190–S193). */
export type HubSpotChange =
  | { readonly code: 'by-hand'; readonly rule: 'S193'; readonly count: number }
  | (OfSync &
      (
        | {
            readonly code: 'keys';
            readonly rule: 'MA1';
            readonly kind: ObjectKind;
            readonly own: readonly KeyNamed[];
            readonly keys: readonly KeyNamed[];
          }
        | ({ readonly code: 'web-address'; readonly rule: 'MA4' } & Both<string>)
        | { readonly code: 'id-pair'; readonly rule: 'MA1'; readonly side: Side; readonly field: string }
        | { readonly code: 'first-key'; readonly rule: 'MA8' }
        | { readonly code: 'no-key'; readonly rule: 'MA11' }
        | { readonly code: 'placeholders' | 'public-domains'; readonly rule: 'KW9' }
        | { readonly code: 'closest'; readonly rule: 'KW10' }
        | ({ readonly code: 'valid-email'; readonly rule: 'EM1' } & Both<string>)
        | (OfMapping &
            (
              | {
                  readonly code: 'conflict';
                  readonly rule: 'CO1';
                  readonly own: ConflictRule;
                  readonly winner: Side;
                }
              | { readonly code: 'rewrite-form'; readonly rule: 'CO5' }
              | { readonly code: 'same'; readonly rule: 'SA2'; readonly forms: readonly SameForm[] }
              | {
                  readonly code: 'transform' | 'mapping-off';
                  readonly rule: 'FM10';
                  readonly kind: Transform['kind'];
                }
            ))
        | { readonly code: 'fill-winner'; readonly rule: 'CO3' }
        | { readonly code: 'clears'; readonly rule: 'CO4'; readonly own: 'ask' | 'always' }
        | { readonly code: 'required-parent'; readonly rule: 'AS6'; readonly to: string }
        | { readonly code: 'all-parents'; readonly rule: 'AS3'; readonly to: string; readonly side: Side }
        | { readonly code: 'recreate'; readonly rule: 'DE1'; readonly side: Side }
      ));

interface OfSync {
  readonly sync: string;
}

type OfMapping = Both<string>;

/** Why no comparison is made. */
export type HubSpotRefusal =
  /** The profile `salesforce`: no rule names what HubSpot's Salesforce integration matches by. */
  | { readonly code: 'profile' }
  /** No field of the design is known to be what HubSpot matches this kind by. */
  | {
      readonly code: 'no-identifier';
      readonly sync: string;
      readonly kind: ObjectKind;
      readonly wanted: readonly IdentifierName[];
    }
  /** Without what HubSpot has not, the design has errors. */
  | { readonly code: 'design'; readonly errors: readonly DesignError[] };
