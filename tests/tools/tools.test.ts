import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTools } from '../../src/lib/tools/index.ts';

const tools = createTools();

describe('[S16] host to ASCII', () => {
  test.each<[string, string | null]>([
    ['Acme.NO', 'acme.no'],
    ['blåbær.no', 'xn--blbr-roah.no'],
    ['рф', 'xn--p1ai'],
    ['127.1', '127.1'],
    ['a_b.no', 'a_b.no'],
    ['å b', null],
    ['å/b', null],
    ['å%20b', null],
    ['', null],
  ])('[S16] %j is %s', (host, expected) => {
    expect(tools.hostToAscii(host)).toBe(expected);
  });
});

describe('[S17] phone to E.164', () => {
  test.each<[string, string | null, string | null]>([
    ['22 33 44 55', 'NO', '+4722334455'],
    ['22 33 44 55', 'no', '+4722334455'],
    ['22 33 44 55', null, null],
    ['0046 8 123 456 78', null, '+46812345678'],
    ['+46 (0)8-123 456 78', null, '+46812345678'],
    ['+47 22 33 44 55', 'US', '+4722334455'],
    ['12', 'NO', null],
    ['tel', 'NO', null],
    ['', 'NO', null],
  ])('[S17] %j in %s is %s', (text, country, expected) => {
    expect(tools.phone(text, country)).toBe(expected);
  });
});

test('[EM3] the list of top-level domains has version, date and every kind of label', () => {
  expect(tools.tlds.version).toMatch(/^\d+\.\d+\.\d+ \d{4}-\d{2}-\d{2}$/);
  for (const label of ['no', 'com', 'museum', 'xn--p1ai']) expect(tools.tlds.has(label)).toBe(true);
  for (const label of ['', 'NO', 'рф', 'local', 'no com', 'constructor'])
    expect(tools.tlds.has(label)).toBe(false);
});

test('[MA16] SHA-256 is the platform’s, whole and in parts', () => {
  for (const text of ['', 'abc', 'å'.repeat(100_000)]) {
    const bytes = tools.encode(text);
    const expected = createHash('sha256').update(text).digest('hex');
    expect(tools.sha256(bytes)).toBe(expected);
    const stream = tools.sha256Stream();
    stream.update(bytes.subarray(0, 7));
    stream.update(bytes.subarray(7));
    expect(stream.digest()).toBe(expected);
  }
});
