import type { PriorLinks } from '../../match/links/prior-links.ts';
import type { ObjectSync } from '../../model/design.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import type { CompiledMapping } from '../compiled.ts';
import { ruleOfMapping, type VerdictList } from '../resolve.ts';
import { StageResolver, type PartVerdicts } from '../stage-resolver.ts';
import type { Pairs } from '../state.ts';
import { Repeater } from './repeat.ts';

/** The mappings of a sync with their states; by position. */
export interface Resolving {
  readonly sync: ObjectSync;
  readonly mappings: readonly CompiledMapping[];
  readonly prior: PriorLinks;
  readonly pairs: Pairs;
  readonly states: readonly Uint8Array[];
  readonly returned: readonly (Uint8Array | null)[];
  readonly verdicts: readonly Uint8Array[];
}

/** What becomes of the places of all pairs, put into the verdicts of the parts; null of a sync without a stage map (S90). */
export function* resolveStages(
  { sync, mappings, prior, pairs, states, returned, verdicts }: Resolving,
  list: VerdictList,
): Steps<StageResolver | null> {
  const places: number[] = [];
  const parts: PartVerdicts[] = [];
  mappings.forEach((on, at) => {
    if (on.stage === null) return;
    places.push(at);
    parts.push({ on, stage: on.stage, states: states[at]!, verdicts: verdicts[at]! });
  });
  const [first] = parts;
  if (first === undefined) return null;
  const rule = ruleOfMapping(sync, first.on);
  const resolver = new StageResolver(parts, rule, pairs, list);
  const repeaters = parts.map(({ on }) => new Repeater(on, prior, rule, list));
  yield* inSlices('resolve', pairs.left.length, (from, to) => {
    resolver.slice(from, to);
    parts.forEach((part, i) => {
      const back = returned[places[i]!]!;
      if (back !== null) repeaters[i]!.slice(back, part.states, pairs, from, to, part.verdicts);
    });
    resolver.hold(from, to);
  });
  return resolver;
}
