import {
  SIDES,
  canonicalJson,
  type Choices,
  type InputReport,
  type PlanAbout,
  type Tools,
} from '../../src/lib/engine/index.ts';
import { designHash, planInputOf, planKey } from '../../src/lib/formats/index.ts';
import type { PlanContext } from '../common/plan-context.ts';

/** What a plan of this context is called and was made of. `choicesHash`: null where a person chose nothing that counts. */
export function aboutOf(context: PlanContext, asOf: string, choicesHash: string | null): PlanAbout {
  const { tools, json, readings, baseline, baselineHash, results } = context;
  const inputs = inputsInOrder(context);
  const hash = designHash(json, tools);
  const key = planKey(
    {
      designHash: hash,
      inputs: inputs.map((input) => planInputOf(input, readings.get(`${input.side} ${input.sync}`) ?? null)),
      baseline: baselineHash,
      choices: choicesHash,
      results: results.map(({ sha256 }) => sha256),
      asOf,
      tlds: tools.tlds.version,
    },
    tools,
  );
  const names = { designHash: hash, planKey: key, planHash: null };
  return { asOf, ...names, tlds: tools.tlds.version, inputs, results, baseline };
}

/** A name of the choices that change a plan; decisions do not. */
export function hashOfChoices({ choices, links, restores = [] }: Choices, tools: Tools): string | null {
  if (choices.length + links.length + restores.length === 0) return null;
  const all = restores.length === 0 ? { choices, links } : { choices, links, restores };
  return tools.sha256(tools.encode(canonicalJson(all)));
}

/** By sync in design order, left before right, as the command line has them. */
function inputsInOrder({ design, inputs }: PlanContext): InputReport[] {
  return design.syncs.flatMap(({ id }) =>
    SIDES.flatMap((side) => inputs.find((input) => input.sync === id && input.side === side) ?? []),
  );
}
