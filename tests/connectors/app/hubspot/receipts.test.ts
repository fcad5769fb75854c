import { describe, expect, it } from 'vitest';
import { json } from '../../../servers/faults/index.ts';
import { open, receipts } from './open.ts';

const trace = (key: string, id: string | null = null) => ({
  key,
  id,
  unique: null,
  values: new Map([['name', key]]),
});

describe('[S303] an answer that another wrote', () => {
  const answered = async (
    act: 'create' | 'update',
    items: readonly ReturnType<typeof trace>[],
    body: unknown,
    status = 207,
  ) => {
    const { connector, fake } = open();
    fake.faults.add({ kind: 'answer', when: 'before-commit', reply: json(status, body) });
    return (await receipts(connector, 'companies', act, items)).map(({ kind }) => kind);
  };
  const result = (id: unknown, traced?: string) => ({ id, properties: {}, objectWriteTraceId: traced });
  const error = (context: unknown, category = 'VALIDATION_ERROR') => ({
    status: 'error',
    category,
    message: 'no',
    context,
  });
  const creates = [trace('a'), trace('b')];
  const updates = [trace('a', '1'), trace('b', '2')];

  it('is believed item by item', async () => {
    const body = {
      numErrors: 17,
      results: [result('9', 'b')],
      errors: [error({ objectWriteTraceId: ['a'] })],
    };
    expect(await answered('create', creates, body)).toEqual(['refused', 'written']);
    expect(await answered('create', creates, body, 201)).toEqual(['refused', 'written']);
    expect(
      await answered('update', updates, { results: [result('2')], errors: [error({ ids: ['1'] })] }),
    ).toEqual(['refused', 'written']);
    expect(await answered('update', updates, { results: [result(2, 'b'), result(1, 'a')] }, 200)).toEqual([
      'written',
      'written',
    ]);
  });

  it('is not believed by order or count', async () => {
    const untraced = { results: [result('8'), result('9')], numErrors: 0 };
    expect(await answered('create', creates, untraced, 201)).toEqual(['unknown', 'unknown']);
    expect(await answered('create', creates, { results: [], numErrors: 2, errors: [] })).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  it('is doubted where it says two things, or of another record', async () => {
    const both = { results: [result('9', 'a')], errors: [error({ objectWriteTraceId: 'a' })] };
    expect(await answered('create', creates, both)).toEqual(['unknown', 'unknown']);
    expect(await answered('create', creates, { results: [result('8', 'a'), result('9', 'a')] })).toEqual([
      'unknown',
      'unknown',
    ]);
    expect(await answered('create', creates, { results: [result('9', 'a'), result('9', 'b')] })).toEqual([
      'unknown',
      'unknown',
    ]);
    expect(await answered('update', updates, { results: [result('7', 'a'), result('2', 'b')] })).toEqual([
      'unknown',
      'written',
    ]);
    expect(await answered('create', creates, { results: [result(null, 'a'), result('', 'b')] })).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  it('is doubted where HubSpot failed itself', async () => {
    const own = (category: string) => ({
      results: [],
      errors: [error({ objectWriteTraceId: ['a', 'b'] }, category)],
    });
    for (const category of ['INTERNAL_ERROR', 'RATE_LIMITS', 'LOCKED'])
      expect(await answered('create', creates, own(category))).toEqual(['unknown', 'unknown']);
    expect(await answered('create', creates, own('CONFLICT'))).toEqual(['refused', 'refused']);
  });

  it('of hostile form says nothing', async () => {
    const bodies: unknown[] = [
      {},
      { results: {}, errors: 'none' },
      {
        results: [null, 7, 'x', []],
        errors: [null, { context: 7 }, { context: { objectWriteTraceId: [{}, null] } }],
      },
      {
        results: [
          { id: {}, objectWriteTraceId: 'a' },
          { id: '9', objectWriteTraceId: '__proto__' },
        ],
      },
    ];
    for (const body of bodies)
      expect(await answered('create', creates, body), JSON.stringify(body)).toEqual(['unknown', 'unknown']);
  });
});
