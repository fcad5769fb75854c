import { describe, expect, it } from 'vitest';
import { linkAt } from '../../src/lib/engine/index.ts';
import { baselineSentence } from '../../src/lib/words/en/problems-formats.ts';
import { baselineHead, baselineLine, readBaseline } from '../../src/lib/formats/index.ts';

const head = '{"format":"drysync/baseline@2","design":"ab","rows":{"contacts":{"left":3,"right":2}}}';
const link = (left: string, right: string, sync = 'contacts'): string =>
  `{"sync":"${sync}","left":"${left}","right":"${right}","by":"key","values":{"left":{"A":"1"},"right":{"B":""}}}`;

const problemOf = (lines: readonly string[]): string => {
  const reading = readBaseline(lines.join('\n'));
  return reading.ok ? 'ok' : `${String(reading.line)}: ${baselineSentence(reading.fault)}`;
};

describe('[L15] readBaseline', () => {
  it('reads and writes the same bytes', () => {
    const handed = '{"from":"","to":"x","other":"1","because":"fill-blank","tries":1}';
    const missed = '{"from":null,"to":"y","other":null,"because":"winner","tries":2,"missed":true}';
    const sent = `${link('3', 'c').slice(0, -1)},"sent":{"left":{"A":${missed}},"right":{"B":${handed}}}}`;
    const odd =
      '{"sync":"contacts","left":"4","right":"d","by":"person","values":{"left":{"10":"x","2":"y","__proto__":"é\\n"},"right":{}}}';
    const mapped = `${head.slice(0, -1)},"mapped":{"contacts":[["A","B"],["é","\\""]]}}`;
    const later = `${link('2', 'b').slice(0, -1)},"later":[["A","B"]]}`;
    const removed = `${link('5', 'e').slice(0, -1)},"delete":{"side":"right","tries":2,"refused":"No."}}`;
    const lines = [mapped, link('1', 'a'), later, sent, removed, odd];
    const reading = readBaseline(`${lines.join('\n')}\n`);
    if (!reading.ok) throw new Error(baselineSentence(reading.fault));
    const { baseline } = reading;
    const links = [...baseline.links.values()].flatMap((table) =>
      Array.from({ length: table.count }, (_, at) => linkAt(table, at)),
    );
    const known = { from: '', to: 'x', other: '1', because: 'fill-blank', tries: 1, missed: false };
    expect([...(links[2]?.sent.right ?? [])]).toEqual([['B', known]]);
    expect(links[2]?.sent.left.get('A')).toMatchObject({ from: null, other: null, missed: true });
    expect([...(links[4]?.values.left ?? [])]).toContainEqual(['__proto__', 'é\n']);
    const written = [baselineHead(baseline), ...links.map(baselineLine)];
    expect(written.slice(0, 5)).toEqual(lines.slice(0, 5));
    expect(readBaseline(written.join('\n'))).toEqual(reading);
  });

  it('reads the first format, whose entries are what was handed over', () => {
    const first = head.replace('baseline@2', 'baseline@1');
    const line = `${link('1', 'a').slice(0, -1)},"sent":{"left":["A","Unknown"]}}`;
    const reading = readBaseline([first, line].join('\n'));
    if (!reading.ok) throw new Error(baselineSentence(reading.fault));
    const { sent } = linkAt(reading.baseline.links.get('contacts')!, 0);
    expect(sent.right.size).toBe(0);
    expect([...sent.left]).toEqual([
      ['A', { from: null, to: '1', other: null, because: 'winner', tries: 1, missed: false }],
    ]);
    expect(problemOf([first, `${link('1', 'a').slice(0, -1)},"sent":{"left":{"A":{}}}}`])).toContain(
      'damaged',
    );
  });

  it('[FM13] finds pairs of mapped fields that are none damaged', () => {
    expect(problemOf([`${head.slice(0, -1)},"mapped":{"contacts":[["A"]]}}`])).toContain(
      'mapped must list pairs',
    );
    expect(problemOf([head, `${link('1', 'a').slice(0, -1)},"later":["A"]}`])).toContain(
      'later must list pairs',
    );
  });

  it.each([
    '"right"',
    '{"tries":1}',
    '{"side":"right","tries":0}',
    '{"side":"right","tries":1,"written":"yes"}',
    '{"side":"right","tries":1,"refused":1}',
  ])('[S468] finds a delete damaged that says not whose it is, or how often: %s', (text) => {
    expect(problemOf([head, `${link('1', 'a').slice(0, -1)},"delete":${text}}`])).toContain(
      'delete must say the side',
    );
  });

  it('[S468] finds a delete damaged of a record that is not there', () => {
    const open = link('1', 'a').replace('"a"', 'null');
    expect(problemOf([head, `${open.slice(0, -1)},"delete":{"side":"right","tries":1}}`])).toContain(
      'delete must say the side',
    );
    expect(problemOf([head, `${open.slice(0, -1)},"delete":{"side":"left","tries":1,"written":true}}`])).toBe(
      'ok',
    );
  });

  it('takes CRLF, a byte order mark and a missing last line end', () => {
    expect(readBaseline(`\ufeff${head}\r\n${link('1', 'a')}\r\n`).ok).toBe(true);
    expect(readBaseline(head).ok).toBe(true);
  });

  it('lets one id be in links of two syncs', () => {
    expect(problemOf([head, link('1', 'a'), link('1', 'a', 'companies')])).toBe('ok');
  });

  it.each([
    ['nothing', [''], '1: The baseline is empty; a first plan is made without one.'],
    ['another format', ['{"format":"drysync/plan@1"}'], '1: This is no baseline'],
    [
      'a newer format',
      ['{"format":"drysync/baseline@3"}'],
      '1: The baseline has the format drysync/baseline@3',
    ],
    [
      'bad rows',
      ['{"format":"drysync/baseline@1","rows":{"c":{"left":-1,"right":0}}}'],
      '1: The baseline is damaged',
    ],
    [
      'a cut line',
      [head, link('1', 'a'), '{"sync":"con'],
      '3: The baseline is damaged: this line cannot be read.',
    ],
    ['an empty line', [head, '', link('1', 'a')], '2: The baseline is damaged'],
    [
      'a link without values',
      [head, '{"sync":"c","left":"1","right":"a","by":"key"}'],
      '2: The baseline is damaged',
    ],
    [
      'a link of unknown origin',
      [head, link('1', 'a').replace('"key"', '"magic"')],
      '2: The baseline is damaged',
    ],
    ['a value that is no text', [head, link('1', 'a').replace('"1"}', '1}')], '2: The baseline is damaged'],
    [
      'a hand-over by name alone',
      [head, `${link('1', 'a').slice(0, -1)},"sent":{"right":["B"]}}`],
      '2: The baseline is damaged: sent must',
    ],
    [
      'a hand-over never tried',
      [
        head,
        `${link('1', 'a').slice(0, -1)},"sent":{"right":{"B":{"from":"","to":"x","other":"","because":"winner","tries":0}}}}`,
      ],
      '2: The baseline is damaged: sent must',
    ],
    [
      'a link twice',
      [head, link('1', 'a'), link('1', 'a')],
      '3: The baseline is damaged: the link contacts 1 – a stands on line 2',
    ],
    [
      'a left record twice',
      [head, link('1', 'a'), link('1', 'b')],
      '3: The baseline is damaged: the left record 1',
    ],
    [
      'a right record twice',
      [head, link('1', 'a'), link('2', 'a')],
      '3: The baseline is damaged: the right record a',
    ],
  ])('is damaged by %s', (_, lines, message) => {
    expect(problemOf(lines)).toContain(message);
  });

  it('[S24] knows two forms of one id', () => {
    const form = (id: string): string => id.slice(0, 3);
    const sameId = { left: (id: string) => id, right: form };
    const text = [head, link('1', 'abcX'), link('2', 'abcY')].join('\n');
    expect(readBaseline(text).ok).toBe(true);
    expect(readBaseline(text, sameId)).toMatchObject({ ok: false, line: 3 });
  });
});
