import { describe, expect, test } from 'vitest';
import { nearAscii, nearText } from '../../src/lib/engine/read/near-text.ts';
import { Random } from '../reference/random.ts';
import { plannedOf, type SetOfKeys } from './keys-world.ts';

/** What is said of the creates, by their own ids, and the warning. */
async function said(of: SetOfKeys): Promise<readonly string[]> {
  const { lines, warnings } = await plannedOf(of);
  const near = lines.flatMap(({ left, right, reasons }) =>
    reasons.flatMap(({ code, side, field, value, ids }) =>
      code === 'near-key'
        ? [`${left?.id ?? right?.id ?? ''}: ${side} ${field ?? ''} ${String(value)} ${String(ids)}`]
        : [],
    ),
  );
  const counts = warnings.flatMap((one) => {
    const { code, count } = one as { readonly code: string; readonly count: number };
    return code === 'near-key' ? [`${String(count)} warned`] : [];
  });
  return [...near, ...counts];
}
const text = { normalize: 'text' };

describe('a create whose key is nearly there', () => {
  test('[KW5] is said with the records of the target side, and counted', async () => {
    const of = { ...text, left: ['AB-12', 'Fjord AS', 'alone'], right: ['ab 12', 'FJORD A.S.', 'Fjord, AS'] };
    expect(await said(of)).toEqual([
      'left0: left Key AB-12 right0',
      'left1: left Key Fjord AS right1,right2',
      'right0: right Key ab 12 left0',
      'right1: right Key FJORD A.S. left1',
      'right2: right Key Fjord, AS left1',
      '5 warned',
    ]);
  });

  test('[KW5] also where the near one is linked; not where the key is there itself, or is another', async () => {
    expect(await said({ ...text, left: ['Fjord', 'FJORD'], right: ['Fjord'] })).toEqual([
      'left1: left Key FJORD right0',
      '1 warned',
    ]);
    expect(await said({ ...text, left: ['Fjord'], right: ['Fjord'] })).toEqual([]);
    for (const other of ['C#', 'C++', 'Ç', '1.5', 'C & A', 'C2'])
      expect(await said({ ...text, left: ['C', '15', 'CA'], right: [other] }), other).toEqual([]);
    expect(await said({ ...text, left: ['-'], right: ['--'] })).toEqual([]);
    // A duplicate is not created.
    expect(await said({ ...text, left: ['Fjord', 'Fjord', 'FJORD'], right: ['Fjord'] })).toEqual([
      'left2: left Key FJORD right0',
      '1 warned',
    ]);
    expect(await said({ ...text, left: ['Fjord', 'FJORD'], right: [] })).toEqual([]);
  });

  test('[KW5] every part of a composite key, and any key of several', async () => {
    const more = [['Oslo'], ['OSLO']] as const;
    expect(await said({ ...text, left: ['A-1'], right: ['a1'], more })).toEqual([
      'left0: left Key A-1,oslo right0',
      'right0: right Key a1,oslo left0',
      '2 warned',
    ]);
    expect(await said({ ...text, left: ['A-1'], right: ['a1'], more: [['Oslo'], ['Molde']] })).toEqual([]);
    const second = [['Æ/Ø'], ['æø']] as const;
    expect(await said({ ...text, left: ['A'], right: ['B'], second })).toEqual([
      'left0: left Second æ/ø right0',
      'right0: right Second æø left0',
      '2 warned',
    ]);
  });

  test('[KW5] a word for nothing that is no key is near to none (KW9)', async () => {
    const second = [['Fjord'], ['Havn']] as const;
    const of = { ...text, left: ['n/a'], right: ['n-a-'], second };
    expect(await said(of)).toHaveLength(3);
    expect(await said({ ...of, placeholders: 'blank' })).toEqual([]);
  });

  test('[KW5] bytes give what texts give', () => {
    const random = new Random(5);
    const signs = [...'aZ09 .,-+#&@%\'"`/_\t~^$1'];
    for (let i = 0; i < 2000; i++) {
      const made = Array.from({ length: random.int(12) }, () => random.pick(signs))
        .join('')
        .trim();
      const bytes = new TextEncoder().encode(made);
      const out = new Uint8Array(20);
      const end = nearAscii(bytes, 0, bytes.length, out, 0);
      expect(new TextDecoder().decode(out.subarray(0, end)), made).toBe(nearText(made));
    }
  });
});
