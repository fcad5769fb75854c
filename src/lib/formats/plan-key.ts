import { canonicalJson } from '../engine/index.ts';
import { isObject } from './json-shape.ts';
import type { InputReport } from '../engine/model/summary.ts';
import type { Side } from '../engine/model/side.ts';
import type { Tools } from '../engine/tools.ts';

/** Changes whenever the same inputs may give another plan; held by the plans pinned in `tests/scenarios/engine-version.test.ts`. */
export const ENGINE_VERSION = '10';

/** All a plan depends on (MA16). */
export interface PlanIdentity {
  readonly designHash: string;
  /** `reading`: how the file was told to be read, null where nothing was chosen. */
  readonly inputs: readonly {
    readonly side: Side;
    readonly sync: string;
    readonly sha256: string;
    readonly reading: unknown;
    /** Only of a file that a person calls complete (DE5). */
    readonly complete?: true;
    /** Only of an app a push saw something in (S462). */
    readonly readAfter?: boolean;
    /** Hashes of the exports of only what changed in it (PH6), and by which id field they are in it (S207); absent where there are none. */
    readonly changed?: readonly { readonly sha256: string; readonly by: string }[];
  }[];
  readonly baseline: string | null;
  readonly choices: string | null;
  /** Hashes of the result files, in the order given (BL7). */
  readonly results?: readonly string[];
  readonly asOf: string;
  readonly tlds: string;
}

/** One file as a plan's name has it. */
export const planInputOf = (
  {
    side,
    sync,
    sha256,
    complete,
    readAfter,
    changed,
  }: Pick<InputReport, 'side' | 'sync' | 'sha256' | 'complete' | 'readAfter' | 'changed'>,
  reading: unknown,
): PlanIdentity['inputs'][number] => ({
  side,
  sync,
  sha256,
  reading,
  ...(complete === true ? { complete } : {}),
  ...(readAfter === undefined ? {} : { readAfter }),
  ...(changed === undefined ? {} : { changed: changed.map((one) => ({ sha256: one.sha256, by: one.by })) }),
});

/** How a file was told to be read, as part of a plan's name: what was chosen alone; null where nothing was. */
export function readingChosen(choices: object): Readonly<Record<string, unknown>> | null {
  const chosen = Object.entries(choices).filter(([, choice]) => choice !== null && choice !== undefined);
  return chosen.length === 0 ? null : Object.fromEntries(chosen);
}

/**
 * Lower-case hex of the design's JSON as read (RFC 8785), unknown members included, without its checks, to-dos and rules of approval:
 * they say what must be true of a plan, what was asked of somebody and what is approved, not what it is (S403, S232, S408).
 */
export function designHash(json: unknown, tools: Pick<Tools, 'encode' | 'sha256'>): string {
  const plans = isObject(json) ? Object.fromEntries(Object.entries(json).filter(isPlanned)) : json;
  return tools.sha256(tools.encode(canonicalJson(plans)));
}

/** Members of a design that change nothing of a plan. */
export const BESIDE_PLANS: readonly string[] = ['checks', 'toDos', 'approval'];

const isPlanned = ([member]: readonly [string, unknown]): boolean => !BESIDE_PLANS.includes(member);

/** The name of a plan before it exists: SHA-256 of the canonical JSON of what it depends on. */
export function planKey(identity: PlanIdentity, tools: Pick<Tools, 'encode' | 'sha256'>): string {
  const { designHash: design, inputs, baseline, choices, results = [], asOf, tlds } = identity;
  const told = results.length === 0 ? {} : { results };
  const about = {
    engine: ENGINE_VERSION,
    designHash: design,
    inputs,
    baseline,
    choices,
    ...told,
    asOf,
    tlds,
  };
  return tools.sha256(tools.encode(canonicalJson(about)));
}
