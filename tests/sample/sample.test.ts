import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bytesSource } from '../../src/lib/connectors/source.ts';
import { OUTCOMES, PlanReader, subjectCount, type PlanSummary } from '../../src/lib/engine/index.ts';
import { designHash, readBaseline } from '../../src/lib/formats/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { outcomesOf, planOfFiles } from './plan-of-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = join(root, 'static', 'sample');
const bytes = (name: string): Uint8Array => readFileSync(join(sample, name));
const json = (name: string): unknown => JSON.parse(readFileSync(join(sample, name), 'utf8'));

interface Manifest {
  readonly name: string;
  readonly design: string;
  readonly baseline: string;
  readonly syncs: readonly { readonly id: string; readonly left: string; readonly right: string }[];
}

type FieldCounts = PlanSummary['counts'][string]['fields'][number];

const manifest = json('manifest.json') as Manifest;
const design = json(manifest.design);
const reading = readBaseline(readFileSync(join(sample, manifest.baseline), 'utf8'));
if (!reading.ok) throw new Error(reading.fault.is);
const { baseline } = reading;
const files = Object.fromEntries(
  manifest.syncs.map(({ id, left, right }) => [
    id,
    { left: bytesSource(left, bytes(left)), right: bytesSource(right, bytes(right)) },
  ]),
);
const { plan, summary } = await planOfFiles(design, files, baseline);

describe('the files of the sample', () => {
  test('the script makes them again byte for byte', () => {
    const again = mkdtempSync(join(tmpdir(), 'drysync-sample-'));
    try {
      execFileSync(process.execPath, [join(root, 'scripts', 'make-sample.mjs'), '--out', again]);
      expect(readdirSync(again).sort()).toEqual(readdirSync(sample).sort());
      for (const name of readdirSync(again)) {
        expect(readFileSync(join(again, name)).equals(bytes(name)), name).toBe(true);
      }
    } finally {
      rmSync(again, { recursive: true, force: true });
    }
  });

  test('the manifest names all of them, 3.5 MB at most', () => {
    const named = manifest.syncs.flatMap(({ left, right }) => [left, right]);
    named.push(manifest.design, manifest.baseline, 'manifest.json');
    expect(readdirSync(sample).sort()).toEqual(named.sort());
    expect(named.reduce((sum, name) => sum + bytes(name).length, 0)).toBeLessThanOrEqual(3_500_000);
  });

  test('the baseline is of this design', () => {
    expect(baseline.design).toBe(designHash(design, createTools()));
  });
});

describe('the plan of the sample', () => {
  test('[HE4] outcomes add up to the records read, on each side', () => {
    expect(outcomesOf(summary, 'companies')).toEqual({
      left: { create: 150, update: 239, conflict: 57, 'in-sync': 1340, excluded: 19, duplicate: 34, failing: 37, ambiguous: 12, waits: 3 }, // prettier-ignore
      right: { create: 130, update: 239, conflict: 57, 'in-sync': 1340, excluded: 13, duplicate: 20, failing: 19, ambiguous: 6, waits: 3 }, // prettier-ignore
    });
    expect(outcomesOf(summary, 'contacts')).toEqual({
      left: { create: 384, update: 440, conflict: 118, 'in-sync': 4465, excluded: 179, duplicate: 80, failing: 101, waits: 8 }, // prettier-ignore
      right: { create: 300, update: 440, conflict: 118, 'in-sync': 4465, excluded: 137, duplicate: 61, failing: 73, waits: 4 }, // prettier-ignore
    });
    expect(outcomesOf(summary, 'deals')).toEqual({
      left: { create: 44, update: 64, conflict: 11, 'in-sync': 281, excluded: 29, failing: 22 },
      right: { create: 26, update: 64, conflict: 11, 'in-sync': 281, excluded: 20, failing: 12 },
    });
  });

  test('every outcome occurs but delete, which no file shows without being called complete', () => {
    const seen = new Set(Object.values(summary.counts).flatMap(({ left, right }) => [left, right]).flatMap((side) => OUTCOMES.filter((outcome) => side[outcome] > 0))); // prettier-ignore
    expect(OUTCOMES.filter((outcome) => !seen.has(outcome))).toEqual(['delete']);
  });

  test('every reason a file can give occurs', () => {
    const reasons = Object.values(summary.counts).flatMap((counts) => Object.keys(counts.reasons));
    expect([...new Set(reasons)].sort()).toEqual([
      'ambiguous-match', 'bad-date', 'bad-email', 'bad-number', 'came-back-different', 'contested', 'denied', 'duplicate-key', 'filtered',
      'no-identifier', 'no-valid-email', 'not-in-this-export', 'not-primary', 'not-taken', 'not-unique', 'option-missing',
      'parent-missing', 'required-blank', 'stage-not-mapped', 'too-long', 'waits-for-key-change',
    ]); // prettier-ignore
  });

  test('[CO1] [CO3] [CO4] every kind of decision occurs', () => {
    const because = new Set<string>();
    const decided = new Set<string | null>();
    const linked = new Set<string>();
    for (const sync of plan.syncs) {
      const reader = new PlanReader(sync);
      for (let subject = 0; subject < subjectCount(sync); subject++) {
        const line = reader.line(subject);
        for (const write of line.writes) because.add(write.because);
        for (const conflict of line.conflicts) decided.add(conflict.decidedBy);
        if (line.link !== null) linked.add([line.link.by, ...line.link.normalizers].join(' '));
      }
    }
    expect([...because].sort()).toEqual(['cleared', 'create', 'fill-blank', 'left-changed', 'most-recent', 'restore', 'right-changed', 'winner']); // prettier-ignore
    expect([...decided].sort()).toEqual(['fill-blank', 'left', 'most-recent', null, 'right', 'winner']);
    expect([...linked].sort()).toEqual([
      'baseline',
      'key',
      'key domain',
      'key email',
      'key name',
      'key name-no-legal-form',
    ]);
  });

  test('[S37] no guard stops it; what waits is said', () => {
    expect(summary.warnings.map(({ code, count }) => [code, count])).toEqual([['waits', 6], ['waits', 12], ['came-back-different', 3], ['not-taken', 3], ['contested', 4], ['not-of-type', 14]]); // prettier-ignore
  });

  test('[ST1] [FI1] [AS6] [FM10] [SA1] [TZ1] [DE3] [BL3] [S110] the deals show each of these once', () => {
    const { reasons, fields, stages } = summary.counts['deals']!;
    expect(reasons).toEqual({
      filtered: 30, denied: 1, 'stage-not-mapped': 28, 'not-in-this-export': 3, 'required-blank': 3, 'option-missing': 6,
      'parent-missing': 13, 'not-primary': 4, 'not-taken': 3, 'came-back-different': 3,
    }); // prettier-ignore
    const of = (left: string): FieldCounts => fields.find((field) => field.left === left)!;
    expect(of('Amount').handOver).toEqual({ taken: 4, ownForm: 0, notTaken: 3, cameBack: 3 });
    // A value map, a table of owners, trimming and a constant: what they make is the same, but where somebody changed it.
    expect(of('Deal Type')).toMatchObject({ same: 356, overwrites: 0 });
    expect(of('Deal owner')).toMatchObject({ same: 356, overwrites: 0 });
    expect(of('Next step')).toMatchObject({ same: 346, fills: 10 });
    expect(of('Record ID')).toMatchObject({ same: 348, fills: 8 });
    // Clocks of Oslo on one side, of Greenwich on the other; descriptions as HTML on one.
    expect(of('Contract signed').same).toBe(354);
    expect(of('Deal Description').sameInForm).toBe(40);
    expect(stages?.left[0]).toEqual({ value: 'New business / On hold', count: 7 });
  });

  test('[PH3] rows: 2,000 companies, 6,000 contacts and 400 deals a side, roughly; rejected and blank ones counted', () => {
    expect(
      summary.inputs.map(({ rows, stored, rejected, blank }) => [rows, stored, rejected, blank]),
    ).toEqual([
      [1891, 1891, 0, 0],
      [1827, 1827, 0, 0],
      [5777, 5775, 1, 1],
      [5599, 5598, 1, 0],
      [451, 451, 0, 0],
      [414, 414, 0, 0],
    ]);
  });
});
