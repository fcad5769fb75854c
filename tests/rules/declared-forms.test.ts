import { describe, expect, it } from 'vitest';
import { lineOf, tell, type Told } from './story.ts';

type Phones = Readonly<Record<string, unknown>>;

/** One pair whose phones are these, with what is declared of the field on either side. */
const day = (left: string, right: string, before: Told | null, own: Phones, other: Phones): Promise<Told> =>
  tell({
    left: `id,email,phone\n1,a@x.no,${left}\n`,
    right: `id,email,phone\nA,a@x.no,${right}\n`,
    schema: { left: { phone: { type: 'text', ...own } }, right: { phone: { type: 'text', ...other } } },
    ...(before === null ? {} : { links: before.links }),
  });

/** What becomes of a text that was handed over to the right and came back otherwise. */
async function returned(sent: string, back: string, other: Phones, own: Phones = {}): Promise<string> {
  const first = await day(sent, '', null, own, other);
  return lineOf(await day(sent, back, first, own, other), '1').outcome;
}

describe('a field that says what its texts are', () => {
  it.each([
    ['22 33 44 55', '+4722334455', { format: 'phone', country: 'NO' }],
    ['22 33 44 55', '+4722334455', { country: 'NO' }],
    ['https://fjell.no/om', 'fjell.no', { format: 'domain' }],
    ['fjell.no', 'HTTPS://www.Fjell.no/', { format: 'web-address' }],
    ['Post <A@X.no>', 'a@x.no', { format: 'email' }],
    ['call me', 'CALL  ME', {}],
  ])('[BL4] [S220] %s that comes back as %s is the app’s own form', async (sent, back, says) => {
    expect(await returned(sent, back, says)).toBe('in-sync');
    // What the field declares that it stands against counts where it says nothing itself.
    expect(await returned(sent, back, {}, says)).toBe('in-sync');
  });

  it.each([
    ['22 33 44 55', '+4722334455', {}],
    ['22 33 44 55', '+4722334455', { country: 'SE' }],
    ['https://fjell.no/om', 'fjell.no', {}],
    ['fjell.no/OM', 'fjell.no/om', { format: 'web-address' }],
    ['call me', 'CALL ME', { format: 'phone' }],
  ])('[BL4] [S220] %s that comes back as %s is asked about', async (sent, back, says) => {
    expect(await returned(sent, back, says)).toBe('conflict');
  });

  it('[BL4] [S220] a number has no form but its value, whatever is declared beside its type', async () => {
    const says = { type: 'number', format: 'phone' };
    expect(await returned('22.33', '2233', says, says)).toBe('conflict');
  });

  it('[BL4] [S220] its own word goes before that of the field it stands against', async () => {
    expect(await returned('https://fjell.no/om', 'fjell.no', { format: 'domain' }, { format: 'email' })).toBe(
      'in-sync',
    );
    expect(await returned('https://fjell.no/om', 'fjell.no', { format: 'email' }, { format: 'domain' })).toBe(
      'conflict',
    );
  });
});

describe('a field that says of which country its phones are', () => {
  const byPhone = async (left: Phones, right: Phones, key: Phones = {}): Promise<readonly string[]> => {
    const told = await tell({
      left: 'id,phone\n1,22 33 44 55\n',
      right: 'id,phone\nA,+4722334455\n',
      schema: { left: { phone: { type: 'text', ...left } }, right: { phone: { type: 'text', ...right } } },
      sync: {
        matching: {
          method: 'keys',
          keys: [{ fields: [{ left: 'phone', right: 'phone', normalize: ['phone'], ...key }] }],
        },
        mappings: [{ left: 'phone', right: 'phone', enabled: false }],
      },
    });
    return told.ends;
  };

  it('[MA12] [S221] a key that names none reads the numbers of both files as of that country', async () => {
    expect(await byPhone({ country: 'NO' }, {})).toEqual(['1=A: in-sync']);
    expect(await byPhone({}, { country: 'NO' })).toEqual(['1=A: in-sync']);
    expect(await byPhone({}, {})).not.toContain('1=A: in-sync');
  });

  it('[MA12] [S221] the key’s own country goes first, and two that differ are none', async () => {
    expect(await byPhone({ country: 'SE' }, {}, { country: 'NO' })).toEqual(['1=A: in-sync']);
    expect(await byPhone({ country: 'NO' }, {}, { country: 'SE' })).not.toContain('1=A: in-sync');
    expect(await byPhone({ country: 'NO' }, { country: 'SE' })).not.toContain('1=A: in-sync');
  });

  it.each([
    [{ country: 'NO' }, {}, {}, '+4722334455'],
    [{}, { country: 'NO' }, {}, '+4722334455'],
    [{ country: 'SE' }, { country: 'NO' }, {}, '+4622334455'],
    [{ country: 'SE' }, {}, { country: 'NO' }, '+4722334455'],
    [{}, {}, {}, '22334455'],
  ])('[FM10] [S221] a transform of phones: %j, %j, %j', async (own, other, named, made) => {
    const told = await tell({
      left: 'id,email,phone\n1,a@x.no,22334455\n',
      right: 'id,email,phone\nA,a@x.no,\n',
      schema: { left: { phone: { type: 'text', ...own } }, right: { phone: { type: 'text', ...other } } },
      sync: { mappings: [{ left: 'phone', right: 'phone', transform: { kind: 'phone', ...named } }] },
    });
    expect(lineOf(told, '1').writes.map(({ to }) => to)).toEqual([made]);
  });
});
