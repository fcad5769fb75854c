import type { AppFault } from '../../connectors/app/fault.ts';
import type { Side } from '../../engine/index.ts';
import type { PushState } from '../journal/entry.ts';

/** What a push tells while it runs. */
export type PushEvent =
  | { readonly kind: 'call'; readonly side: Side }
  | { readonly kind: 'waiting'; readonly side: Side; readonly milliseconds: number; readonly fault: AppFault }
  /** By our own name of it. */
  | { readonly kind: 'job'; readonly job: string; readonly processed: number }
  /** Something of these items was written down. */
  | { readonly kind: 'items'; readonly keys: readonly string[] }
  | { readonly kind: 'state'; readonly state: PushState };
