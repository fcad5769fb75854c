import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { LAWS } from '../laws/laws.ts';
import { Setting } from '../laws/setting.ts';
import { settle } from '../laws/settle.ts';
import { exportsWorld } from '../reference/exports-world.ts';
import { referencePlanner, type IdGiven } from '../reference/planner.ts';
import { KNOBS, randomWorld } from '../reference/random-world.ts';
import type { WorldLink } from '../reference/world.ts';
import { readScenarios } from '../scenarios/scenario.ts';
import { scenarioDiffers } from './judge-scenarios.ts';
import type * as subject from './subject.ts';

/** Exit code of a run that noticed something. */
const KILLED = 3;

/** Random worlds a mutant has to get through, and how many of them are carried out round by round too (L6). */
const WORLDS = 2_500;
const SETTLED = 300;

/** Records a side of the generated exports. */
const EXPORTED = 1_000;

/**
 * Run in a child process: `judge.mjs SUBJECT ROOT`. Tries the bundled engine SUBJECT on the scenarios of the project at ROOT,
 * against the reference planner and by the laws; says what it noticed first and exits with `KILLED`, or ends quietly.
 */
const [subjectPath = '', root = ''] = process.argv.slice(2);
const { enginePlanner, planScenario, canonicalJson } = (await import(
  pathToFileURL(subjectPath).href
)) as typeof subject;

const noticed = (await byScenarios()) ?? byHash() ?? bySegments() ?? byReference() ?? bySettling();
if (noticed !== null) {
  console.log(noticed);
  process.exit(KILLED);
}

async function byScenarios(): Promise<string | null> {
  const scenarios = readScenarios(join(root, 'tests', 'scenarios'));
  for (const segmentRows of [97, 1]) {
    for (const scenario of scenarios) {
      const found = await guarded(async () =>
        scenarioDiffers(scenario, await planScenario(scenario, segmentRows)),
      );
      if (found !== null) return `scenario ${scenario.name}: ${found}`;
    }
  }
  return null;
}

function byHash(): string | null {
  const one = canonicalJson({ b: [1, 2], a: { d: null, c: 'x' } });
  return one === canonicalJson({ a: { c: 'x', d: null }, b: [1, 2] }) ? null : 'the order of members counts';
}

/** Exports with dictionaries that differ from segment to segment, whole and cut. */
function bySegments(): string | null {
  const world = exportsWorld(EXPORTED, 1);
  const expected = JSON.stringify(referencePlanner(world).lines);
  for (const segmentRows of [EXPORTED, EXPORTED / 10]) {
    const of = `exports in segments of ${String(segmentRows)}: `;
    try {
      if (JSON.stringify(enginePlanner(world, segmentRows).lines) !== expected) return `${of}other lines`;
    } catch (error) {
      return `${of}${messageOf(error)}`;
    }
  }
  return null;
}

/** Lines, counts and next baseline of the reference, over segments of every small size; then the laws. */
function byReference(): string | null {
  for (let seed = 1; seed <= WORLDS; seed++) {
    const world = randomWorld(seed);
    const of = `world ${String(seed)}: `;
    try {
      const planned = enginePlanner(world, seed % 3 === 0 ? undefined : 1 + (seed % 6));
      const expected = referencePlanner(world);
      if (JSON.stringify(planned.lines) !== JSON.stringify(expected.lines)) return `${of}other lines`;
      const idOf: IdGiven = ({ id }) => `new ${id}`;
      for (const [handed, ids] of [[undefined], [null], [undefined, idOf]] as const) {
        const next = [planned.next(handed, ids), expected.next(handed, ids)].map(({ links, there }) => [
          links.map(inOneOrder),
          there,
        ]);
        if (!isDeepStrictEqual(next[0], next[1])) return `${of}another next baseline`;
      }
      if (!isDeepStrictEqual(planned.counts(), expected.counts())) return `${of}other counts`;
      const setting = new Setting(world);
      const broken = LAWS.find(([, law]) => law(setting, planned.lines) !== null);
      if (broken !== undefined) return `${of}${broken[0]}`;
    } catch (error) {
      return `${of}${messageOf(error)}`;
    }
  }
  return null;
}

function bySettling(): string | null {
  for (let seed = 1; seed <= SETTLED; seed++) {
    try {
      settle(enginePlanner, randomWorld(seed, { ...KNOBS, crossMapped: false }));
    } catch (error) {
      return `[L6] world ${String(seed)}: ${messageOf(error)}`;
    }
  }
  return null;
}

async function guarded(look: () => Promise<string | null>): Promise<string | null> {
  try {
    return await look();
  } catch (error) {
    return messageOf(error);
  }
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0]!.slice(0, 120);
}

/** A link without hand-overs may say so or not. */
function inOneOrder(link: WorldLink): unknown {
  return { ...link, sent: { left: link.sent?.left ?? {}, right: link.sent?.right ?? {} } };
}
