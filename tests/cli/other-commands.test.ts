import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDesign } from '../../src/lib/engine/index.ts';
import { misfits } from '../formats/json-schema.ts';
import { readFileSync } from 'node:fs';
import { design, FILES, playground } from './playground.ts';

const script = fileURLToPath(new URL('../../scripts/drysync.mjs', import.meta.url));

describe('drysync check', () => {
  it('needs no files, and takes one side', async () => {
    const own = playground();
    expect(await own.call('check', '@d.json')).toEqual({
      exit: 0,
      out: 'd.json: the design has no errors.\n',
      err: [],
    });
    expect(await own.call('check', '@d.json', '--right', '@r.csv', '--json')).toEqual({
      exit: 0,
      out: '[]\n',
      err: [],
    });
  });

  it('[FM9] warns of an unmapped required field', async () => {
    const schema = { right: { fields: [{ name: 'LastName', type: 'text', required: true }] } };
    const { exit, err } = await playground([{ schema }]).call('check', '@d.json');
    expect(exit).toBe(0);
    expect(err[0]).toContain('warning: syncs[0].schema.right.fields[0]: The required right field LastName');
  });
});

describe('drysync suggest', () => {
  it('prints a design that can be read and planned', async () => {
    const own = playground();
    const answer = await own.call('suggest', ...FILES, '--kind', 'contacts');
    expect(answer.exit).toBe(0);
    const json: unknown = JSON.parse(answer.out);
    expect(readDesign(json)).toMatchObject({ ok: true });
    const path = new URL('../../static/schemas/design.json', import.meta.url);
    expect(misfits(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>, json)).toEqual([]);
    own.write({ 's.json': answer.out });
    expect((await own.call('plan', '@s.json', ...FILES)).exit).toBe(0);
  });
});

describe('drysync diff', () => {
  it('JSON Lines of every subject that differs, the counts on standard error', async () => {
    const own = playground();
    await own.call('plan', '@d.json', ...FILES, '--out', '@a');
    own.write({ 'd.json': design([{ winner: 'right' }]) });
    await own.call('plan', '@d.json', ...FILES, '--out', '@b');
    const { exit, out, err } = await own.call('diff', '@a', '@b');
    expect(exit).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      {
        sync: 'contacts',
        left: '1001',
        right: '003AA',
        from: 'update',
        to: 'update',
        fields: [
          { side: 'left', field: 'Company name', from: null, to: 'ACME' },
          { side: 'right', field: 'Account', from: 'Acme AS', to: null },
        ],
      },
    ]);
    expect(err.map((row) => row.split(/ {2,}/))).toEqual([
      ['outcome → outcome', 'subjects'],
      ['create → create', '2'],
      ['update → update', '1'],
      ['excluded → excluded', '1'],
    ]);
    expect(await own.call('diff', '@a', '@a')).toMatchObject({ exit: 0, out: '' });
  });

  it('[exit 2] refuses a plan that is not the one its summary names, and a line that is none', async () => {
    const own = playground();
    await own.call('plan', '@d.json', ...FILES, '--out', '@a');
    const plan = own.read('a/plan.jsonl');
    own.write({ 'a/plan.jsonl': plan.slice(0, plan.indexOf('\n') + 1) });
    expect(await own.call('diff', '@a', '@a')).toMatchObject({
      exit: 2,
      err: ['a/plan.jsonl: This is not the plan that summary.json beside it names; plan again.'],
    });
    own.write({ 'a/plan.jsonl': `${plan}{"sync"` });
    expect(await own.call('diff', '@a', '@a')).toMatchObject({
      exit: 2,
      err: ['a/plan.jsonl:5: This is no line of a plan.'],
    });
    own.write({ 'a/summary.json': '{"format":"drysync/plan@9"}' });
    expect((await own.call('diff', '@a', '@a')).err[0]).toContain('plan again with this version');
  });
});

describe('scripts/drysync.mjs', () => {
  it('bundles and runs the command line as plain Node', () => {
    const own = playground();
    const words = [
      'plan',
      own.path('d.json'),
      '--left',
      own.path('l.csv'),
      '--right',
      own.path('r.csv'),
      '--json',
    ];
    const out = execFileSync(process.execPath, [script, ...words], { encoding: 'utf8' });
    expect(JSON.parse(out)).toMatchObject({ format: 'drysync/plan@1' });
    const wrong = spawnSync(process.execPath, [script, 'sync'], { encoding: 'utf8' });
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toMatch(/^There is no command sync/);
  });
});
