import type { PlanLine, PlanSummary } from '../../src/lib/engine/index.ts';
import { planScenario } from '../scenarios/plan-scenario.ts';

const HASH = '5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592';

type Fields = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A small world as text: rows of a CSV a side, and what its one sync says besides the usual. */
export interface Story {
  readonly left: string;
  readonly right: string;
  /** Members of the sync, over contacts matched by e-mail, both ways, left wins. */
  readonly sync?: Readonly<Record<string, unknown>>;
  /** Declared fields of a side by name. */
  readonly schema?: { readonly left?: Fields; readonly right?: Fields };
  readonly apps?: { readonly left: string; readonly right: string };
  readonly profile?: string;
  readonly guards?: Readonly<Record<string, unknown>>;
  /** Written checks (S400). */
  readonly checks?: readonly unknown[];
  /** Lines of a baseline after its first. */
  readonly links?: readonly unknown[];
  /** The mappings there were when the baseline was made (FM13). */
  readonly mapped?: readonly (readonly [string, string])[];
  /** Result files, by name. */
  readonly results?: Readonly<Record<string, string>>;
  /** Members of choices.json beside its format. */
  readonly choices?: Readonly<Record<string, unknown>>;
  /** Sides whose files are called complete (DE5). */
  readonly complete?: readonly ('left' | 'right')[];
}

export interface Told {
  readonly lines: readonly PlanLine[];
  readonly summary: PlanSummary;
  /** The links of the baseline after the plan. */
  readonly links: readonly Record<string, unknown>[];
  /** `1001: create`, `1001=003A: update`, in line order. */
  readonly ends: readonly string[];
}

/** Plans a story the way a scenario is planned; `why`: it is asked why values differ too. */
export async function tell(story: Story, why = false): Promise<Told> {
  const kinds = story.apps ?? { left: 'hubspot', right: 'salesforce' };
  const design = {
    format: 'drysync/design@1',
    name: 'a story',
    apps: { left: { name: 'L', kind: kinds.left }, right: { name: 'R', kind: kinds.right } },
    ...(story.profile === undefined ? {} : { profile: story.profile }),
    ...(story.guards === undefined ? {} : { guards: story.guards }),
    ...(story.checks === undefined ? {} : { checks: story.checks }),
    syncs: [
      {
        id: 's',
        kind: 'contacts',
        left: { object: 'contacts', idField: 'id', modifiedField: null },
        right: { object: 'Contact', idField: 'id', modifiedField: null },
        direction: 'both',
        winner: 'left',
        matching: {
          method: 'default',
          identifiers: { email: { left: 'email', right: 'email' } },
        },
        mappings: [{ left: 'phone', right: 'phone' }],
        ...story.sync,
        ...(story.schema === undefined
          ? {}
          : { schema: { left: fieldsOf(story.schema.left), right: fieldsOf(story.schema.right) } }),
      },
    ],
  };
  const bytes = { left: story.left, right: story.right };
  const planned = await planScenario(
    {
      name: 'story',
      title: 'story',
      design,
      file: (side) => ({ name: `${side}.csv`, bytes: new TextEncoder().encode(bytes[side]) }),
      baseline: story.links === undefined ? null : baselineText(story.links, story.mapped),
      choices:
        story.choices === undefined
          ? null
          : JSON.stringify({ format: 'drysync/choices@1', planHash: HASH, ...story.choices }),
      complete: story.complete ?? [],
      results: Object.entries(story.results ?? {}).map(([name, text]) => ({
        name,
        bytes: new TextEncoder().encode(text),
      })),
      plan: null,
      nextBaseline: null,
      errors: [],
      counts: null,
    },
    97,
    undefined,
    why,
  );
  if (!planned.ok) throw new Error(JSON.stringify(planned.errors));
  const lines = parsed<PlanLine>(planned.text);
  return {
    lines,
    summary: planned.summary,
    links: parsed(planned.links),
    ends: lines.map(
      ({ left, right, outcome }) =>
        `${[left?.id, right?.id].filter((id) => id !== undefined).join('=')}: ${outcome}`,
    ),
  };
}

/** The line of a record, by its id. */
export function lineOf({ lines }: Told, id: string): PlanLine {
  const found = lines.find(({ left, right }) => left?.id === id || right?.id === id);
  if (found === undefined) throw new Error(`no line of ${id}`);
  return found;
}

const parsed = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

const fieldsOf = (fields: Fields | undefined) =>
  fields === undefined ? null : { fields: Object.entries(fields).map(([name, one]) => ({ name, ...one })) };

function baselineText(links: readonly unknown[], mapped: Story['mapped']): string {
  const head = {
    format: 'drysync/baseline@2',
    design: HASH,
    rows: { s: { left: 10, right: 10 } },
    ...(mapped === undefined ? {} : { mapped: { s: mapped } }),
  };
  return [head, ...links].map((one) => `${JSON.stringify(one)}\n`).join('');
}
