import {
  SIDES,
  canonicalJson,
  type Choices,
  type InputReport,
  type PlanAbout,
  type Tools,
} from '../../src/lib/engine/index.ts';
import { designHash, planKey } from '../../src/lib/formats/index.ts';
import type { PlanContext } from '../common/plan-context.ts';

/** What a plan of this context is called and was made of. `choicesHash`: null where a person chose nothing that counts. */
export function aboutOf(context: PlanContext, asOf: string, choicesHash: string | null): PlanAbout {
  const { tools, json, readings, baseline, baselineHash } = context;
  const inputs = inputsInOrder(context);
  const hash = designHash(json, tools);
  const key = planKey(
    {
      designHash: hash,
      inputs: inputs.map(({ side, sync, sha256 }) => ({
        side,
        sync,
        sha256,
        reading: readings.get(`${side} ${sync}`) ?? null,
      })),
      baseline: baselineHash,
      choices: choicesHash,
      asOf,
      tlds: tools.tlds.version,
    },
    tools,
  );
  return { asOf, designHash: hash, planKey: key, planHash: null, tlds: tools.tlds.version, inputs, baseline };
}

/** A name of the choices that change a plan; decisions do not. */
export function hashOfChoices({ choices, links }: Choices, tools: Tools): string | null {
  if (choices.length === 0 && links.length === 0) return null;
  return tools.sha256(tools.encode(canonicalJson({ choices, links })));
}

/** By sync in design order, left before right, as the command line has them. */
function inputsInOrder({ design, inputs }: PlanContext): InputReport[] {
  return design.syncs.flatMap(({ id }) =>
    SIDES.flatMap((side) => inputs.find((input) => input.sync === id && input.side === side) ?? []),
  );
}
