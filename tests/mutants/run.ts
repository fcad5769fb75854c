import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { MUTANTS } from './all.ts';
import { applied, isTested, occurrences, pathOf, type Mutant, type TestedMutant } from './mutant.ts';
import { sampleOf, seedOf } from './sample.ts';

/** At least this share of the mutants must be noticed. */
const ENOUGH = 0.95;
/** Mutants of a sample. */
const SAMPLE = 20;
/** Milliseconds: one that takes longer than any busy machine needs runs for ever. */
const FOR_EVER = 1_800_000;
/** Exit code of a judge that noticed something. */
const KILLED = 3;

/**
 * `npm run mutants [-- id … | --sample]`: every mutant is bundled into an engine of its own (src is never written to) and judged by
 * `judge.ts` in a child process. `--sample` takes 20 of them by the commit's hash;
 * `MUTANT_SEED` replays another sample. Fails where the engine as it is does not pass, a mutant no longer fits or too few are noticed.
 */
const root = process.cwd();
const folder = join(root, 'node_modules', '.cache', 'mutants');

const BUNDLE: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
  // A bundled CommonJS library may ask for `require`.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
};

interface Verdict {
  readonly killed: boolean;
  readonly by: string;
  readonly seconds: number;
}

const sourceOf = (mutant: Mutant): string => readFileSync(join(root, pathOf(mutant)), 'utf8');
const entry = (name: string): string => join(root, 'tests', 'mutants', `${name}.ts`);
const out = (name: string): string => join(folder, `${name}.mjs`);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
process.exitCode = await main(process.argv.slice(2));
rmSync(folder, { recursive: true, force: true });

async function main(named: readonly string[]): Promise<number> {
  const started = performance.now();
  await build({ ...BUNDLE, entryPoints: [entry('judge')], outfile: out('judge') });
  const chosen = chosenBy(named);
  const misfits = chosen.filter((mutant) => occurrences(sourceOf(mutant), mutant) !== 1);
  for (const { id, file } of misfits)
    console.log(`no longer fits: ${id}, its text does not stand once in ${file}`);
  if (misfits.length > 0) return 1;

  const waiting = [...chosen];
  const survived: Mutant[] = [];
  let broken = '';
  const asItIs = async (verdict: Promise<Verdict>): Promise<void> => {
    const { killed, by, seconds } = await verdict;
    if (killed) broken = by;
    else console.log(`the engine as it is passes  ${seconds.toFixed(1)} s`);
  };
  const lane = async (first: Promise<void> | null): Promise<void> => {
    await first;
    for (let next = waiting.shift(); next !== undefined && broken === ''; next = waiting.shift()) {
      const { killed, by, seconds } = await judged(next, FOR_EVER);
      if (!killed) survived.push(next);
      console.log(
        `${killed ? 'killed  ' : 'SURVIVED'} [${next.rule}] ${next.id}  ${seconds.toFixed(1)} s  ${killed ? by : next.why}`,
      );
    }
  };
  await Promise.all([
    lane(chosen.every(isTested) ? null : asItIs(judged(null, 0))),
    lane(chosen.some(isTested) ? asItIs(judgedByTests(chosen.filter(isTested), null)) : null),
  ]);
  if (broken !== '') {
    console.log(`the engine as it is does not pass: ${broken}`);
    return 1;
  }

  const share = 1 - survived.length / chosen.length;
  const took = Math.round((performance.now() - started) / 1000);
  const killed = chosen.length - survived.length;
  console.log(
    `${String(killed)} of ${String(chosen.length)} mutants killed, ${(share * 100).toFixed(1)} %, in ${String(took)} s`,
  );
  return share >= ENOUGH ? 0 : 1;
}

function chosenBy(args: readonly string[]): readonly Mutant[] {
  if (!args.includes('--sample')) {
    return args.length === 0 ? MUTANTS : MUTANTS.filter(({ id }) => args.includes(id));
  }
  const seed = Number(process.env['MUTANT_SEED'] ?? seedOf(commit()));
  console.log(
    `a sample of ${String(SAMPLE)} of ${String(MUTANTS.length)} mutants, MUTANT_SEED=${String(seed)}`,
  );
  return sampleOf(MUTANTS, SAMPLE, seed);
}

/** The hash of the last commit; of none where this is no checkout. */
function commit(): string {
  try {
    return execFileSync('git', ['log', '-1', '--format=%H'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return '0'.repeat(40);
  }
}

/** Bundles a mutant (null: the engine as it is) and has it judged, for so many milliseconds at most; 0: however long. */
async function judged(mutant: Mutant | null, limit: number): Promise<Verdict> {
  if (mutant !== null && isTested(mutant)) return judgedByTests([mutant], mutant);
  const started = performance.now();
  const subject = out(mutant?.id ?? 'as-it-is');
  const plugins = mutant === null ? [] : [serving(mutant)];
  await build({ ...BUNDLE, entryPoints: [entry('subject')], outfile: subject, plugins });
  const options = { timeout: limit, killSignal: 'SIGKILL' } as const;
  return new Promise((resolve) => {
    execFile(process.execPath, [out('judge'), subject, root], options, (error, stdout, stderr) => {
      const seconds = (performance.now() - started) / 1000;
      const verdict = (killed: boolean, by: string): void => resolve({ killed, by, seconds });
      if (error === null) verdict(false, '');
      else if (error.code === KILLED) verdict(true, stdout.trim());
      else if (error.killed === true) verdict(true, 'runs for ever');
      else verdict(true, `crash: ${stderr.trim().split('\n').at(-1) ?? ''}`);
    });
  });
}

/** Runs the tests that these mutants name (`by-tests.config.ts`), over the text of one of them or the sources as they are. */
function judgedByTests(named: readonly TestedMutant[], mutant: TestedMutant | null): Promise<Verdict> {
  const started = performance.now();
  const ids = named.map(({ id }) => id).join(' ');
  const env = { ...process.env, DRYSYNC_MUTANTS: ids, DRYSYNC_MUTANT: mutant?.id ?? '', NO_COLOR: '1' };
  const call = [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--config',
    entry('by-tests.config'),
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, call, { env, cwd: root }, (error, stdout) => {
      const seconds = (performance.now() - started) / 1000;
      const first = / FAIL .*?> (.*)/.exec(stdout)?.[1] ?? '';
      resolve({ killed: error !== null, by: first, seconds });
    });
  });
}

/** Serves the mutated text of one file of the engine. */
function serving(mutant: Mutant): Plugin {
  const path = join(root, pathOf(mutant));
  return {
    name: 'mutant',
    setup(on) {
      on.onLoad({ filter: /\.ts$/ }, ({ path: asked }) =>
        asked.split(sep).join('/') === path.split(sep).join('/')
          ? { contents: applied(sourceOf(mutant), mutant), loader: 'ts' }
          : undefined,
      );
    },
  };
}
