import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/lib/engine/suggest/index.ts';
import { harderCases } from './harder/cases.ts';
import { judged, pairsOf, suggestHeaders, withCells } from './made-side.ts';

const many = (count: number, of: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => of(i));

describe('harder cases', () => {
  it('of wide tables in six languages, mistyped and in other forms, most pairs are found and hardly a wrong one', () => {
    const { precision, f1 } = judged(harderCases().filter((_, i) => i % 5 === 0));
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(f1).toBeGreaterThanOrEqual(0.85);
  }, 60_000);
});

describe('names in other words', () => {
  it.each([
    ['delivery_terms', 'Lieferbedingungen'],
    ['gross_weight', 'poids brut'],
    ['payment_method', 'FORMA_DE_PAGO'],
    ['contract_number', 'contractnummer'],
    ['warranty_end', 'fim da garantia'],
    ['Versandkosten', 'frais de livraison'],
    ['largeur', 'breedte'],
  ])('%s is %s', (left, right) => {
    const said = suggestHeaders(['zebra', left, 'quagga'], ['okapi', right, 'tapir']);
    expect(pairsOf(said)).toEqual([`${left} = ${right}`]);
    expect(said.mappings[0]?.why[0]?.code).toBe('same-words');
  });

  it.each([
    ['delivery_date', 'Bestelldatum'],
    ['gross_weight', 'poids net'],
    ['start_balance', 'Endsaldo'],
    ['message', 'Messung'],
  ])('%s is not %s', (left, right) => {
    expect(pairsOf(suggestHeaders(['zebra', left, 'quagga'], ['okapi', right, 'tapir']))).toEqual([]);
  });
});

describe('cells under names that say nothing', () => {
  const TOWNS = ['Faro', 'Lille', 'Breda', 'Kassel', 'Porto', 'Namur'];

  it.each([
    ['mistyped', (i: number) => (i % 4 === 0 ? `${TOWNS[i % 6]!}x${String(i)}` : TOWNS[i % 6]!)],
    ['in capital letters', (i: number) => TOWNS[i % 6]!.toUpperCase()],
  ])('the same few values are known though %s', (_, other) => {
    const said = suggest({
      left: withCells([['k1', many(120, (i) => TOWNS[(i * 5) % 6]!)]]),
      right: withCells([['wh7', many(120, other)]]),
    });
    expect(pairsOf(said)).toEqual(['k1 = wh7']);
  });

  it('the same days are known in another form', () => {
    const day = (i: number): readonly [string, string] => [
      String((i % 28) + 1).padStart(2, '0'),
      String((i % 12) + 1).padStart(2, '0'),
    ];
    const said = suggest({
      left: withCells([['k1', many(100, (i) => `2024-${day(i)[1]}-${day(i)[0]}`)]]),
      right: withCells([['wh7', many(100, (i) => `${day(i)[0]}.${day(i)[1]}.2024`)]]),
    });
    expect(pairsOf(said)).toEqual(['k1 = wh7']);
  });

  it('numbers of the same size alone are no reason', () => {
    const said = suggest({
      left: withCells([['k1', many(200, (i) => String(i * 7 + 3))]]),
      right: withCells([['wh7', many(200, (i) => String(i * 7 + 5))]]),
    });
    expect(pairsOf(said)).toEqual([]);
  });
});

describe('columns joined and split', () => {
  const FIRST = ['Rosa', 'Hugo', 'Inês', 'Dirk', 'Zoé', 'Otto', 'Nadia'];
  const LAST = ['Bakker', 'Duarte', 'Ferrand', 'Kowal', 'Moreira'];
  const first = (i: number): string => FIRST[i % 7]!;
  const last = (i: number): string => LAST[(i * 3) % 5]! + String.fromCharCode(97 + (i % 11));
  const apart = withCells([
    ['first', many(60, first)],
    ['last', many(60, last)],
    ['code', many(60, (i) => `c${String(i)}`)],
  ]);

  it.each([
    ['one after the other', (i: number) => `${first(i)} ${last(i)}`],
    ['the other way round', (i: number) => `${last(i)}, ${first(i)}`],
    ['in capital letters', (i: number) => `${first(i)} ${last(i)}`.toUpperCase()],
  ])('two columns in one, %s, are told and not mapped', (_, whole) => {
    const said = suggest({ left: apart, right: withCells([['first name', many(60, whole)]]) });
    expect(said.notes).toContainEqual({
      code: 'joined',
      side: 'right',
      field: 'first name',
      parts: ['first', 'last'],
    });
    expect(pairsOf(said)).toEqual([]);
  });

  it('[S478] of a few rows the names of the columns tell it', () => {
    const few = (columns: readonly string[], of: (i: number) => string[]) =>
      withCells([
        ['Email', many(3, (i) => `p${String(i)}@x.no`)],
        ...columns.map((name, at) => [name, many(3, (i) => of(i)[at]!)] as const),
      ]);
    const said = suggest({
      left: few(['First Name', 'Last Name'], (i) => [first(i), last(i)]),
      right: few(['Name'], (i) => [`${first(i)} ${last(i)}`]),
    });
    expect(said.notes).toContainEqual({
      code: 'joined',
      side: 'right',
      field: 'Name',
      parts: ['First Name', 'Last Name'],
    });
    expect(pairsOf(said)).toEqual(['Email = Email']);
    const alone = suggest({ left: few(['First Name'], (i) => [first(i)]), right: few(['Name'], (i) => [first(i)]) }); // prettier-ignore
    expect(alone.notes.map(({ code }) => code)).not.toContain('joined');
  });

  it('other people’s names are not this person’s', () => {
    const others = many(60, (i) => `${first(i + 3)} ${last(i * 2 + 1)}`);
    const said = suggest({ left: apart, right: withCells([['clerk', others]]) });
    expect(said.notes.map(({ code }) => code)).not.toContain('joined');
  });
});
