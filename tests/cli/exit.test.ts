import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { design, FILES, LEFT, Playground, playground, RIGHT } from './playground.ts';

const two = [{}, { id: 'leads', kind: 'leads' }];

describe('[exit 0] done', () => {
  it('also when the plan is empty', async () => {
    const own = playground();
    own.write({ 'l.csv': LEFT.split('\n')[0]!, 'r.csv': RIGHT.split('\n')[0]! });
    const answer = await own.call('plan', '@d.json', ...FILES);
    expect(answer.exit).toBe(0);
    expect(answer.out).toMatch(/= records read +0 +0/);
  });

  it('help', async () => {
    expect(await playground().call('help')).toMatchObject({ exit: 0, err: [] });
  });
});

describe('[exit 1] the call is wrong', () => {
  it.each([
    [
      'no command',
      [],
      'No command is given; use plan, rehearse, compare-hubspot, suggest, check or diff (drysync help shows how).',
    ],
    [
      'an unknown command',
      ['sync'],
      'There is no command sync; use plan, rehearse, compare-hubspot, suggest, check or diff',
    ],
    ['no design', ['plan'], 'DESIGN is missing.'],
    ['an unknown option', ['plan', '@d.json', '--fast'], 'There is no option --fast here.'],
    ['an option without value', ['plan', '@d.json', '--left'], 'The option --left needs a value.'],
    [
      'an option twice',
      ['plan', '@d.json', ...FILES, '--out', 'a', '--out', 'b'],
      'The option --out is given twice.',
    ],
    ['one argument too many', ['plan', '@d.json', 'x'], '"x" is one argument too many.'],
    [
      'no right file',
      ['plan', '@d.json', '--left', '@l.csv'],
      'The sync contacts has no right file; give it with --right.',
    ],
    [
      'two left files',
      ['plan', '@d.json', ...FILES, '--left', '@l.csv'],
      'The left file of the sync contacts is given twice.',
    ],
    [
      'a bad date',
      ['plan', '@d.json', ...FILES, '--as-of', '2026-02-30'],
      '--as-of takes a day as YYYY-MM-DD, not 2026-02-30.',
    ],
    [
      'bad changes',
      ['plan', '@d.json', ...FILES, '--out', '@o', '--changes', 'all'],
      '--changes takes systems or spreadsheets or xlsx, not all.',
    ],
    [
      'changes without a folder',
      ['plan', '@d.json', ...FILES, '--changes', 'systems'],
      '--changes writes files, so it needs --out DIR.',
    ],
    [
      'a bad side',
      ['plan', '@d.json', ...FILES, '--complete', 'both'],
      '--complete takes left or right, not both.',
    ],
    ['suggest without a file', ['suggest', '--left', '@l.csv'], '--right is missing.'],
    [
      'suggest of an unknown kind',
      ['suggest', ...FILES, '--kind', 'people'],
      '--kind takes one of companies',
    ],
    ['diff of one plan', ['diff', '@a'], 'PLAN_DIR is missing.'],
    [
      'a folder that is a file',
      ['plan', '@d.json', ...FILES, '--out', '@l.csv'],
      'l.csv: the plan cannot be written here',
    ],
  ])('%s', async (_, words, sentence) => {
    const answer = await playground().call(...words);
    expect(answer.exit).toBe(1);
    expect(answer.err.filter((line) => !line.startsWith('note:'))).toHaveLength(1);
    expect(answer.err.at(-1)).toContain(sentence);
    expect(answer.out).toBe('');
  });

  it('a file without its sync where there are several', async () => {
    const answer = await playground(two).call('plan', '@d.json', ...FILES);
    expect(answer).toMatchObject({ exit: 1 });
    expect(answer.err[0]).toContain(
      'The design has several syncs (contacts, leads), so write --left SYNC=l.csv',
    );
  });
});

describe('SYNC=FILE', () => {
  it('names the sync, also several after one option', async () => {
    const files = [
      '--left',
      'contacts=@l.csv',
      'leads=@l.csv',
      '--right=contacts=@r.csv',
      '--right',
      'leads=@r.csv',
    ];
    const answer = await playground(two).call('plan', '@d.json', ...files, '--json');
    expect(answer.err).toEqual([]);
    const summary = JSON.parse(answer.out) as { inputs: { sync: string; side: string; file: string }[] };
    expect(summary.inputs.map(({ sync, side, file }) => `${sync} ${side} ${file}`)).toEqual([
      'contacts left l.csv',
      'contacts right r.csv',
      'leads left l.csv',
      'leads right r.csv',
    ]);
  });

  it('is a file name where the design has no such sync', async () => {
    const own = playground();
    own.write({ 'a=b.csv': LEFT });
    expect((await own.call('plan', '@d.json', '--left', '@a=b.csv', '--right', 'contacts=@r.csv')).exit).toBe(
      0,
    );
  });
});

describe('[exit 2] an input cannot be read', () => {
  const link = '{"sync":"contacts","left":"1","right":"a","by":"key","values":{"left":{},"right":{}}}';
  it.each([
    ['no design', ['plan', '@no.json', ...FILES], 'no.json: There is no such file.'],
    [
      'a design that is no JSON',
      ['plan', '@bad.json', ...FILES],
      'bad.json:2: This is not JSON: unexpected "}".',
    ],
    ['a design that is no UTF-8', ['check', '@latin.json'], 'latin.json: The file is not UTF-8.'],
    [
      'no left file',
      ['plan', '@d.json', '--left', '@no.csv', '--right', '@r.csv'],
      'no.csv: There is no such file.',
    ],
    [
      'a folder as file',
      ['plan', '@d.json', '--left', '@dir', '--right', '@r.csv'],
      'dir: This is a folder, not a file.',
    ],
    ['an empty file', ['plan', '@d.json', '--left', '@empty.csv', '--right', '@r.csv'], 'empty.csv is empty'],
    [
      'a damaged baseline',
      ['plan', '@d.json', ...FILES, '--baseline', '@b.jsonl'],
      'b.jsonl:3: The baseline is damaged',
    ],
    [
      'no baseline',
      ['plan', '@d.json', ...FILES, '--baseline', '@no.jsonl'],
      'no.jsonl: There is no such file.',
    ],
    [
      'contradicting choices',
      ['plan', '@d.json', ...FILES, '--choices', '@c.json'],
      'c.json: The choices call',
    ],
    [
      'check of a damaged baseline',
      ['check', '@d.json', '--baseline', '@b.jsonl'],
      'b.jsonl:3: The baseline',
    ],
    ['no plan to compare', ['diff', '@dir', '@dir'], 'dir/summary.json: There is no such file.'],
  ])('%s', async (_, words, sentence) => {
    const own = playground();
    const same = { sync: 'contacts', left: '1', right: 'a', verdict: 'same', at: '' };
    own.write({
      'bad.json': '{"format":\n}',
      'empty.csv': '',
      'b.jsonl': `{"format":"drysync/baseline@1","design":"","rows":{}}\n${link}\n${link}\n`,
      'c.json': JSON.stringify({ format: 'drysync/choices@1', links: [same, { ...same, right: 'b' }] }),
    });
    writeFileSync(own.path('latin.json'), Buffer.from('{"format":"\xe9"}', 'latin1'));
    mkdirSync(own.path('dir'));
    const answer = await own.call(...words);
    expect(answer.exit).toBe(2);
    expect(answer.err).toHaveLength(1);
    expect(answer.err[0]).toContain(sentence);
    expect(answer.out).toBe('');
  });
});

describe('[exit 3] the design has errors', () => {
  const broken = [
    { direction: 'left-to-right', mappings: [{ left: 'X', right: 'Y', direction: 'right-to-left' }] },
  ];

  it('one per line on standard error, as the list with --json', async () => {
    const own = playground([{ mappings: [{ left: 'X', right: 'Y' }] }]);
    const answer = await own.call('plan', '@d.json', ...FILES, '--out', '@o');
    expect(answer).toEqual({
      exit: 3,
      out: '',
      err: [
        'd.json: syncs[0].mappings[0].left: unknown-field: The left file of contacts has no column "X".',
        'd.json: syncs[0].mappings[0].right: unknown-field: The right file of contacts has no column "Y".',
      ],
    });
    const json = await own.call('plan', '@d.json', ...FILES, '--json');
    expect((JSON.parse(json.out) as unknown[]).length).toBe(2);
    expect(() => own.read('o/plan.jsonl')).toThrow();
  });

  it.each([
    ['plan', ['plan', '@d.json', ...FILES]],
    ['check', ['check', '@d.json']],
  ])('%s', async (_, words) => {
    const answer = await playground(broken).call(...words);
    expect(answer.exit).toBe(3);
    expect(answer.err[0]).toContain('d.json: syncs[0].mappings[0]: direction-empty: No direction is left');
  });

  it('[not-carried-out] a rule of the design', async () => {
    const deletes = await playground([{ deletes: { left: 'delete' } }]).call('plan', '@d.json', ...FILES);
    expect(deletes.exit).toBe(3);
    expect(deletes.err[0]).toContain('d.json: syncs[0].deletes.left: not-carried-out: Deleting');
  });

  it('says all at once: what is not carried out and what else is wrong', async () => {
    const answer = await playground([{ ...broken[0], deletes: { left: 'delete' } }]).call(
      'check',
      '@d.json',
      '--json',
    );
    expect((JSON.parse(answer.out) as { code: string }[]).map(({ code }) => code)).toEqual([
      'not-carried-out',
      'direction-empty',
    ]);
  });

  it('[bad-format] an unknown version says what to do', async () => {
    const own = new Playground();
    own.write({ 'd.json': design().replace('design@1', 'design@7') });
    const answer = await own.call('check', '@d.json');
    expect(answer).toMatchObject({ exit: 3 });
    expect(answer.err[0]).toContain('use the version of Drysync that wrote it, or a newer one.');
  });
});

describe('[exit 4] a guard stopped it', () => {
  it('the plan is still written, the warning names the guard', async () => {
    const own = playground([{}], { guards: { createsPerMatch: 1 } });
    const answer = await own.call('plan', '@d.json', ...FILES, '--out', '@o', '--json');
    expect(answer.exit).toBe(4);
    expect(answer.err.at(-1)).toContain('The guard createsPerMatch stopped the plan:');
    expect(own.read('o/summary.json')).toBe(answer.out);
    expect(own.read('o/plan.jsonl').trimEnd().split('\n')).toHaveLength(4);
    const codes = (JSON.parse(answer.out) as { warnings: { code: string }[] }).warnings.map(
      ({ code }) => code,
    );
    expect(codes).toContain('createsPerMatch');
  });
});
