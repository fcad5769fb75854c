import { describe, expect, it } from 'vitest';
import type { NormalizerName } from '../../src/lib/engine/index.ts';
import { normalizer } from '../../src/lib/engine/match/keys/normalize.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { tell } from './story.ts';

const tools = createTools();
const keyOf = (name: NormalizerName, text: string): string => normalizer([name], 'NO', tools)(text);

describe('[MA11] [MA12] what a normaliser cannot read as what it is, is no key', () => {
  it.each([
    ['email', ['n/a', 'none', '-', 'anna', 'mailto:anna', '<anna>', '']],
    ['domain', ['n/a', 'none', 'localhost', 'http://intranet/x', '-', 'unknown']],
    ['phone', ['n/a', '0', '1234', '00000', '000 00 000', '+00 00 00', '٠٠٠٠٠', 'ext. 12']],
  ] as const)('%s: none', (name, texts) => {
    for (const text of texts) expect([text, keyOf(name, text)]).toEqual([text, '']);
  });

  it.each([
    ['email', ' A@b ', 'a@b'],
    ['domain', 'https://www.Acme.no/x', 'acme.no'],
    ['phone', '22 33 44 55', '+4722334455'],
    ['phone', '12345', '+4712345'],
    ['name', 'N/A', 'n/a'],
    ['text', '-', '-'],
    ['salesforce-id', 'n/a', 'n/a'],
  ] as const)('%s: %s is %s', (name, text, key) => {
    expect(keyOf(name, text)).toBe(key);
  });

  it('binds no strangers, in columns of plain values as in mixed ones', async () => {
    for (const filled of ['x@y.no', 'Ø@y.no', '<x@y.no>']) {
      const { ends } = await tell({
        left: `id,email,phone\n1,n/a,1\n2,${filled},2\n3,N/A,3\n`,
        right: `id,email,phone\nA,n/a,9\nB,${filled},2\n`,
        sync: { requireValidEmail: null },
      });
      expect(ends).toEqual(['2=B: in-sync', '1: excluded', '3: excluded', 'A: excluded']);
    }
  });

  it('of a phone key: zeros and short numbers bind nobody, and are excluded like blanks', async () => {
    const { ends } = await tell({
      left: 'id,email,phone\n1,a,00000000\n2,b,22 33 44 55\n3,c,113\n',
      right: 'id,email,phone\nA,d,00000000\nB,b,22334455\nC,e,113\n',
      sync: {
        requireValidEmail: null,
        matching: {
          method: 'keys',
          keys: [{ fields: [{ left: 'phone', right: 'phone', normalize: ['phone'], country: 'NO' }] }],
        },
        mappings: [{ left: 'email', right: 'email' }],
      },
    });
    expect(ends).toEqual(['2=B: in-sync', '1: excluded', '3: excluded', 'A: excluded', 'C: excluded']);
  });
});
