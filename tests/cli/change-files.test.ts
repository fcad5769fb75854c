import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OutputFolder } from '../../src/cli/output-folder.ts';
import { design, FILES, LEFT, playground, RIGHT } from './playground.ts';

const PLAN = ['baseline.jsonl', 'plan.jsonl', 'summary.json'];

describe('change files of a former plan', () => {
  it('do not stay beside a new plan without change files', async () => {
    const own = playground();
    await own.call('plan', '@d.json', ...FILES, '--out', '@o', '--changes', 'systems');
    expect(readdirSync(own.path('o'))).toContain('left-updates.csv');
    await own.call('plan', '@d.json', ...FILES, '--out', '@o');
    expect(readdirSync(own.path('o')).sort()).toEqual(PLAN);
  });

  it('do not stay where the new plan has other syncs', async () => {
    const own = playground([{ id: 'people' }, { id: 'leads', kind: 'leads' }]);
    const files = ['--left', 'people=@l.csv', 'leads=@l.csv', '--right', 'people=@r.csv', 'leads=@r.csv'];
    await own.call('plan', '@d.json', ...files, '--out', '@o', '--changes', 'systems');
    expect(readdirSync(own.path('o'))).toContain('people-left-updates.csv');
    own.write({ 'd.json': design(), 'o/my-left-updates.csv': 'x' });
    await own.call('plan', '@d.json', ...FILES, '--out', '@o');
    expect(readdirSync(own.path('o')).sort()).toEqual(
      [...PLAN, 'my-left-updates.csv'].sort((a, b) => a.localeCompare(b)),
    );
  });

  it('stand as they were when a run is cut off', async () => {
    const own = playground();
    await own.call('plan', '@d.json', ...FILES, '--out', '@o', '--changes', 'systems');
    const before = readdirSync(own.path('o')).sort();
    own.write({ 'l.csv': LEFT.split('\n').slice(0, 2).join('\n') });
    // The last file of a plan cannot be begun: a folder stands in its place.
    mkdirSync(own.path('o/summary.json.part'));
    const answer = await own.call('plan', '@d.json', ...FILES, '--out', '@o', '--changes', 'systems');
    expect(answer.exit).toBe(1);
    expect(readdirSync(own.path('o')).sort()).toEqual([...before, 'summary.json.part'].sort());
  });
});

describe('OutputFolder', () => {
  it('takes away what was removed when it is committed, not before', () => {
    const own = playground();
    mkdirSync(own.path('o'));
    writeFileSync(own.path('o/old.csv'), 'x');
    const cut = new OutputFolder(own.path('o'));
    cut.file('new.csv').write('y');
    cut.remove('old.csv');
    cut.discard();
    expect(readdirSync(own.path('o'))).toEqual(['old.csv']);
    const whole = new OutputFolder(own.path('o'));
    whole.file('new.csv').write('y');
    whole.remove('old.csv');
    whole.commit();
    expect(readdirSync(own.path('o'))).toEqual(['new.csv']);
  });
});

it('[exit 0] what the files cannot say is a list of its own, and one sentence', async () => {
  const own = playground([{ blanks: { propagateClears: 'always' } }]);
  own.write({
    'l.csv': LEFT.replace('Anna,,Acme AS', 'Anna,1,Acme AS'),
    'r.csv': RIGHT.replace('+47 900 00 000,ACME', '1,Acme AS'),
  });
  await own.call('plan', '@d.json', ...FILES, '--out', '@o');
  own.write({ 'r.csv': RIGHT.replace('+47 900 00 000,ACME', ',') });
  const call = ['plan', '@d.json', ...FILES, '--baseline', '@o/baseline.jsonl', '--changes', 'systems'];
  const { exit, err } = await own.call(...call, '--out', '@p');
  expect(exit).toBe(0);
  expect(err).toEqual([
    'warning: 2 writes are not in the change files, first Phone Number of the left record 1001 of contacts: a blank cell leaves the value there; not-in-change-files.csv lists them, do them by hand.',
  ]);
  expect(own.read('p/not-in-change-files.csv')).toBe(
    'sync,side,id,field,cause\r\n' +
      'contacts,left,1001,Phone Number,a blank cell leaves the value there\r\n' +
      'contacts,left,1001,Company name,a blank cell leaves the value there\r\n',
  );
  own.write({ 'r.csv': RIGHT });
  await own.call(...call, '--out', '@p');
  expect(readdirSync(own.path('p'))).not.toContain('not-in-change-files.csv');
});

describe('[RD10] a side whose ids find nothing has no file of updates', () => {
  const heldBy = async (left: string, idField: string | null = 'Record ID') => {
    const own = playground([{ left: { object: 'contacts', idField } }]);
    own.write({ 'l.csv': left });
    const { exit, err } = await own.call('plan', '@d.json', ...FILES, '--out', '@o', '--changes', 'systems');
    expect(exit).toBe(0);
    const said = err.filter((line) => line.includes('No file of'));
    const about = own.names('o', '.txt').map((name) => own.read(`o/${name}`));
    expect(about.join('')).toBe(said.map((line) => `${line.replace('warning: ', '')}\n`).join(''));
    return { updates: own.names('o', 'left-updates.csv'), said };
  };
  const withIds = (...ids: string[]) =>
    LEFT.replaceAll(/^100(\d)/gm, (_, nth: string) => ids[Number(nth) - 1] ?? `77${nth}`);

  it.each([
    ['scientific form', '1.23457E+14', '1 id in Record ID stand as 1.23457E+14'],
    ['scientific form with a comma', '"1,23457E+14"', '1 id in Record ID stand as 1,23457E+14'],
    [
      'digits cut after fifteen',
      '123456789012345000',
      '1 id in Record ID end in noughts, as 123456789012345000',
    ],
  ])('%s', async (_, id, says) => {
    const { updates, said } = await heldBy(withIds(id));
    expect(updates).toEqual([]);
    expect(said).toEqual([expect.stringContaining(says)]);
  });

  it('without an id field', async () => {
    const { updates, said } = await heldBy(LEFT, null);
    expect(updates).toEqual([]);
    expect(said).toEqual([expect.stringContaining('the design names no id field there')]);
  });

  it('whole ids of many digits are left alone', async () => {
    const { updates, said } = await heldBy(withIds('123456789012345678', '223456789012345670'));
    expect(updates).toEqual(['left-updates.csv']);
    expect(said).toEqual([]);
  });
});

it('[change files] a clear in a Salesforce file says how to load it', async () => {
  const own = playground([{ blanks: { propagateClears: 'always' } }]);
  own.write({
    'l.csv': LEFT.replace('Anna,,Acme AS', 'Anna,1,Acme AS'),
    'r.csv': RIGHT.replace('+47 900 00 000,ACME', '1,Acme AS'),
  });
  await own.call('plan', '@d.json', ...FILES, '--out', '@o');
  own.write({ 'l.csv': LEFT.replace('Anna,,Acme AS', 'Anna,,Acme AS') });
  const call = ['plan', '@d.json', ...FILES, '--baseline', '@o/baseline.jsonl', '--changes', 'systems'];
  const { err } = await own.call(...call, '--out', '@p');
  expect(err).toEqual([
    'warning: right-updates.csv: 1 field is cleared by #N/A. Load it with Bulk API on; without it the Data Loader writes #N/A as text.',
  ]);
  expect(own.read('p/right-updates.csv')).toContain('#N/A');
});
