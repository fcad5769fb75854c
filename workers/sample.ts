import type { ReadResult } from '../src/lib/connectors/csv/index.ts';
import { readDesign, type Both } from '../src/lib/engine/index.ts';
import type { Answer } from './conversation.ts';
import { designProblem, type PlanInputs, type ReadFile } from './plan-inputs.ts';
import { readProblem } from './reading.ts';

/** `static/sample/manifest.json`. */
interface SampleManifest {
  readonly design: string;
  readonly baseline?: string;
  readonly syncs: readonly ({ readonly id: string } & Both<string>)[];
}

type ReadAddress = (address: string, name: string) => Promise<ReadResult>;

/** The sample project read whole, with the text of its baseline; `read` per side, so that two workers can share it. */
export async function readSample(
  base: string,
  read: Both<ReadAddress>,
): Promise<Answer<Omit<PlanInputs, 'baseline'> & { readonly baselineText: string | null }>> {
  const manifest = (await (await get(base, 'manifest.json')).json()) as SampleManifest;
  const json: unknown = await (await get(base, manifest.design)).json();
  const reading = readDesign(json);
  if (!reading.ok) return { ok: false, problem: designProblem('the sample project', reading.errors) };
  const files = new Map<string, Both<ReadFile>>();
  for (const { id, left, right } of manifest.syncs) {
    const [leftRead, rightRead] = await Promise.all([
      read.left(address(base, left), left),
      read.right(address(base, right), right),
    ]);
    if (!leftRead.ok) return { ok: false, problem: readProblem(leftRead.problem) };
    if (!rightRead.ok) return { ok: false, problem: readProblem(rightRead.problem) };
    files.set(id, { left: leftRead, right: rightRead });
  }
  const baselineText =
    manifest.baseline === undefined ? null : await (await get(base, manifest.baseline)).text();
  return { ok: true, value: { design: reading.design, json, files, suggested: null, baselineText } };
}

const address = (base: string, name: string): string => new URL(name, base).href;

async function get(base: string, name: string): Promise<Response> {
  const answer = await fetch(address(base, name));
  if (!answer.ok) throw new Error(`${name} of the sample is not there (${String(answer.status)})`);
  return answer;
}
