import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FILES, LEFT, Playground, RIGHT, design } from './playground.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A plan of both files, and a right file that lacks the record of the first link since. */
async function shrunk(): Promise<{ own: Playground; less: string; gone: string }> {
  const own = new Playground();
  own.write({ 'd.json': design(), 'l.csv': LEFT, 'r.csv': RIGHT });
  await own.call('plan', '@d.json', ...FILES, '--out', '@before');
  const links = own.read('before/baseline.jsonl').split('\n').slice(1, -1);
  const { right } = JSON.parse(links[0]!) as { right: string };
  const less = RIGHT.split('\n')
    .filter((line) => !line.includes(right))
    .join('\n');
  own.write({ 'less.csv': less });
  return { own, less, gone: right };
}

const NOW = ['--left', '@l.csv', '--right', '@less.csv', '--baseline', '@before/baseline.jsonl'];

interface Summary {
  readonly planKey: string;
  readonly inputs: readonly { readonly side: string; readonly complete?: boolean }[];
  readonly counts: Readonly<Record<string, { readonly reasons: Readonly<Record<string, number>> }>>;
  readonly warnings: readonly { readonly code: string }[];
}

const summaryOf = (out: string): Summary => JSON.parse(out) as Summary;

describe('a complete file', () => {
  it('[DE1] [DE5] --complete is part of the plan’s name, and the design can say it of a file by its hash', async () => {
    const { own, less } = await shrunk();
    own.write({ 'open.json': open(own.read('d.json')) });
    const partial = summaryOf((await own.call('plan', '@open.json', ...NOW, '--json')).out);
    expect(partial.counts['contacts']?.reasons).toMatchObject({ 'not-in-this-export': 1 });
    const said = summaryOf(
      (await own.call('plan', '@open.json', ...NOW, '--complete', 'right', '--json')).out,
    );
    expect(said.counts['contacts']?.reasons).toMatchObject({ 'counterpart-deleted': 1 });
    expect(said.planKey).not.toBe(partial.planKey);
    expect(said.inputs.map(({ complete }) => complete)).toEqual([undefined, true]);
    const named = await own.call('plan', '@open.json', ...NOW, '--complete', 'contacts=right', '--json');
    expect(summaryOf(named.out).planKey).toBe(said.planKey);
    const json = JSON.parse(own.read('open.json')) as { syncs: object[] };
    for (const [hash, reason] of [
      [hashOf(less), 'counterpart-deleted'],
      [hashOf(RIGHT), 'not-in-this-export'],
    ] as const) {
      own.write({
        'e.json': JSON.stringify({
          ...json,
          syncs: [{ ...json.syncs[0], complete: { left: null, right: hash } }],
        }),
      });
      const told = summaryOf((await own.call('plan', '@e.json', ...NOW, '--json')).out);
      expect(told.counts['contacts']?.reasons).toMatchObject({ [reason]: 1 });
    }
  });

  it('[DE5] beyond the guard the plan is written, nothing is deleted, exit 4', async () => {
    const { own } = await shrunk();
    const json = JSON.parse(own.read('d.json')) as object;
    own.write({ 'd.json': JSON.stringify({ ...json, guards: { maxMissing: 0.05 } }) });
    const answer = await own.call('plan', '@d.json', ...NOW, '--complete', 'right', '--json');
    expect(answer.exit).toBe(4);
    expect(answer.err.join('\n')).toContain('The guard maxMissing stopped the plan');
    expect(summaryOf(answer.out).counts['contacts']?.reasons).toMatchObject({ 'not-in-this-export': 1 });
  });

  it('[DE2] choices.json has chosen records created again', async () => {
    const { own, gone } = await shrunk();
    const links = own.read('before/baseline.jsonl').split('\n').slice(1, -1);
    const { left } = JSON.parse(links[0]!) as { left: string };
    const restores = [{ sync: 'contacts', left, right: gone, to: 'right', at: '2026-11-21T10:00:00Z' }];
    own.write({
      'open.json': open(own.read('d.json')),
      'c.json': JSON.stringify({ format: 'drysync/choices@1', planHash: null, restores }),
    });
    const words = [
      'plan',
      '@open.json',
      ...NOW,
      '--complete',
      'right',
      '--choices',
      '@c.json',
      '--out',
      '@after',
    ];
    await own.call(...words);
    const lines = own.read('after/plan.jsonl').split('\n');
    expect(lines.filter((line) => line.includes('"because":"restore"'))).toHaveLength(1);
    expect(lines.find((line) => line.includes('"because":"restore"'))).toContain(`"id":"${left}"`);
  });

  it('[S130] a file that may be cut off, or has no ids, is a wrong call', async () => {
    const { own, less } = await shrunk();
    own.write({ 'less.csv': `${less.trimEnd()}\n003Q` });
    const cut = await own.call('plan', '@d.json', ...NOW, '--complete', 'right');
    expect(cut.exit).toBe(1);
    expect(cut.err[0]).toContain('less.csv may be cut off at line');
    const json = JSON.parse(own.read('d.json')) as { syncs: { right: object }[] };
    const [sync] = json.syncs;
    own.write({
      'd.json': JSON.stringify({ ...json, syncs: [{ ...sync, right: { ...sync?.right, idField: null } }] }),
      'less.csv': less,
    });
    const rows = await own.call('plan', '@d.json', ...NOW, '--complete', 'right');
    expect(rows.exit).toBe(1);
    expect(rows.err[0]).toContain('less.csv has no id field');
  });
});

/** The same design with a guard that lets any share be missing. */
const open = (text: string): string =>
  JSON.stringify({ ...(JSON.parse(text) as object), guards: { maxMissing: null } });
