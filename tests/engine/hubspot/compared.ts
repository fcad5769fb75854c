import {
  compareHubSpot,
  drain,
  HUBSPOT_CLASSES,
  Memo,
  planLines,
  planSyncs,
  SIDES,
  subjectRows,
  type HubSpotClass,
  type HubSpotComparison,
  type Plan,
  type PlanInput,
  type PlanLine,
  type Side,
} from '../../../src/lib/engine/index.ts';
import { createTools } from '../../../src/lib/tools/index.ts';
import { engineInput } from '../../reference/engine-plan.ts';
import type { World } from '../../reference/world.ts';

const tools = createTools();

export type Made = Extract<HubSpotComparison, { ok: true }>;

/** A world planned by its own design and by HubSpot's defaults. */
export class Compared {
  readonly input: PlanInput;
  readonly plan: Plan;
  readonly told: HubSpotComparison;

  constructor(input: PlanInput) {
    const memo = new Memo();
    this.input = input;
    this.plan = drain(planSyncs(input, tools, memo));
    this.told = drain(compareHubSpot({ plan: this.plan, input }, tools, memo));
  }

  static of(world: World): Compared {
    return new Compared(engineInput(world));
  }

  /** Fails where no comparison is made. */
  get made(): Made {
    if (!this.told.ok) throw new Error(JSON.stringify(this.told.why));
    return this.told;
  }

  own(): PlanLine[] {
    return [...planLines(this.plan)];
  }

  theirs(): PlanLine[] {
    return this.made.syncs.flatMap(({ plan }) => [...planLines({ design: this.made.design, syncs: [plan] })]);
  }
}

/** By record (sync, side, id) the class it was given; a record twice is an error. */
export function classesByRecord({ syncs }: Made): Map<string, HubSpotClass> {
  const found = new Map<string, HubSpotClass>();
  for (const { sync, plan, classes } of syncs) {
    for (const [subject, at] of classes.entries()) {
      const rows = subjectRows(plan, subject);
      for (const side of SIDES) {
        if (rows[side] < 0) continue;
        const name = recordName(sync, side, plan.records[side].id(rows[side]));
        if (found.has(name)) throw new Error(`${name} is in two classes`);
        found.set(name, HUBSPOT_CLASSES[at]!);
      }
    }
  }
  return found;
}

export const recordName = (sync: string, side: Side, id: string): string => JSON.stringify([sync, side, id]);
