import { join } from 'node:path';
import { PlanDiff } from '../lib/engine/index.ts';
import type { PlanLine } from '../lib/engine/model/line.ts';
import { readJson, readPlanLine } from '../lib/formats/index.ts';
import { jsonSentence } from '../lib/words/en/problems-formats.ts';
import { readCall, type CallShape } from './arguments.ts';
import { done, EXIT, unreadable, type Attempt, type ExitStatus } from './attempt.ts';
import type { Terminal } from './terminal.ts';
import { readLines, readTextFile } from './text-file.ts';
import { textTable } from './text-table.ts';

const SHAPE: CallShape = {
  usage: 'drysync diff PLAN_DIR PLAN_DIR',
  positionals: ['PLAN_DIR', 'PLAN_DIR'],
  options: { json: 'flag' },
};

/** What became of each subject between two plans: JSON Lines on standard output, the counts on standard error. */
export async function diffCommand(argv: readonly string[], terminal: Terminal): Promise<Attempt<ExitStatus>> {
  const call = readCall(argv, SHAPE);
  if (!call.ok) return call;
  const [former = '', later = ''] = call.value.positionals;
  const hashes: (string | null)[] = [];
  for (const folder of [former, later]) {
    const hash = await readPlanHash(folder);
    if (!hash.ok) return hash;
    hashes.push(hash.value);
  }
  const diff = new PlanDiff();
  const first = await readPlan(former, hashes[0] ?? null, (line) => diff.addFormer(line));
  if (!first.ok) return first;
  const lines = new Lines(terminal);
  const second = await readPlan(later, hashes[1] ?? null, (line) => {
    const delta = diff.addLater(line);
    if (delta !== null) lines.add(JSON.stringify(delta));
  });
  if (!second.ok) return second;
  for (const delta of diff.rest()) lines.add(JSON.stringify(delta));
  lines.flush();
  const rows = diff
    .moves()
    .map(({ from, to, count }) => [`${from ?? '(none)'} → ${to ?? '(none)'}`, String(count)]);
  for (const row of textTable([['outcome → outcome', 'subjects'], ...rows])
    .trimEnd()
    .split('\n'))
    terminal.err(row);
  return done(EXIT.done);
}

/** The hash `summary.json` gives of the plan beside it. */
async function readPlanHash(folder: string): Promise<Attempt<string | null>> {
  const path = join(folder, 'summary.json');
  const file = await readTextFile(path);
  if (!file.ok) return file;
  const json = readJson(file.value.text);
  if (!json.ok) return unreadable(path, json.line, jsonSentence(json.fault));
  const summary: unknown = json.value;
  const format =
    typeof summary === 'object' && summary !== null && 'format' in summary ? summary.format : null;
  if (format !== 'drysync/plan@1') {
    return unreadable(
      path,
      null,
      `The format is ${JSON.stringify(format)} and this version reads drysync/plan@1; plan again with this version.`,
    );
  }
  const hash =
    typeof summary === 'object' && summary !== null && 'planHash' in summary ? summary.planHash : null;
  return done(typeof hash === 'string' ? hash : null);
}

async function readPlan(
  folder: string,
  hash: string | null,
  take: (line: PlanLine) => void,
): Promise<Attempt<void>> {
  const path = join(folder, 'plan.jsonl');
  let number = 0;
  let bad: number | null = null;
  const read = await readLines(path, (text) => {
    number++;
    const line = bad === null ? readPlanLine(text) : null;
    if (line !== null) take(line);
    else bad ??= number;
  });
  if (!read.ok) return read;
  if (bad !== null) return unreadable(path, bad, 'This is no line of a plan.');
  if (hash !== null && hash !== read.value) {
    return unreadable(path, null, 'This is not the plan that summary.json beside it names; plan again.');
  }
  return done(undefined);
}

/** Lines gathered for standard output. */
class Lines {
  readonly #terminal: Terminal;
  #waiting: string[] = [];

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  add(line: string): void {
    this.#waiting.push(`${line}\n`);
    if (this.#waiting.length >= 1000) this.flush();
  }

  flush(): void {
    if (this.#waiting.length > 0) this.#terminal.out(this.#waiting.join(''));
    this.#waiting = [];
  }
}
