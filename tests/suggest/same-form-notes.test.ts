import { describe, expect, it } from 'vitest';
import { suggest, toDesignFile } from '../../src/lib/engine/suggest/index.ts';
import { PLAIN } from '../../src/lib/words/in-files.ts';
import { suggestNotes } from '../../src/lib/words/en/suggest-notes.ts';
import { withCells } from './made-side.ts';

const { note: sentence } = suggestNotes(PLAIN);

describe('SA2: values that are the same but for their form', () => {
  const CITIES = ['Oslo', 'Bergen', 'Ålesund', 'St. Gallen', 'Molde', 'Bodø', 'New York'];
  const LOUD = ['Oslo', 'Bergen', 'Alesund', 'St Gallen', 'Molde', 'Bodø', 'New  York'];
  const people = CITIES.map((_, i) => `p${String(i)}@acme.no`);
  const side = (cells: readonly string[], emails = people, name = 'City') =>
    withCells([
      ['Email', emails],
      [name, cells],
    ]);
  const offered = (left: ReturnType<typeof side>, right: ReturnType<typeof side>) => {
    const said = suggest({ left, right, kind: 'contacts' });
    return { said, notes: said.notes.filter(({ code }) => code === 'same-in-form') };
  };

  it('[SA2] are offered with their shares, and nothing is turned on', () => {
    const { said, notes } = offered(side(CITIES), side(LOUD));
    const forms = ['spaces', 'punctuation', 'diacritics'];
    expect(notes).toEqual([{ code: 'same-in-form', left: 'City', right: 'City', share: 1, forms }]);
    expect(sentence(notes[0]!, { left: 'a', right: 'b' })).toContain(
      'City and City: 100% of the values are on both sides, but written in another form. The mapping can say that these are the same (same: spaces, punctuation, diacritics)',
    );
    const loud = offered(side(CITIES), side(CITIES.map((city) => city.toUpperCase())));
    expect(loud.notes).toMatchObject([{ share: 1, forms: ['case'] }]);
    const small = offered(side(CITIES.map((city) => city.toLowerCase())), side(CITIES));
    expect(small.notes).toMatchObject([{ forms: ['case'] }]);
    expect(JSON.stringify(toDesignFile(said))).not.toContain('"same"');
  });

  it('[SA2] not where they are the same as they stand, are others, are few, or are no texts', () => {
    expect(offered(side(CITIES), side(CITIES)).notes).toEqual([]);
    expect(offered(side(CITIES), side(CITIES.map((city) => `${city} sentrum`))).notes).toEqual([]);
    expect(offered(side(CITIES.slice(0, 4)), side(LOUD.slice(0, 4))).notes).toEqual([]);
    const [dots, commas] = [CITIES.map((_, i) => `1${String(i)}.5`), CITIES.map((_, i) => `1${String(i)},5`)];
    expect(
      offered(side(dots, people, 'Annual Revenue'), side(commas, people, 'Annual Revenue')).notes,
    ).toEqual([]);
  });

  it('[SA2] not of a key, which compares in its own form', () => {
    const names = (header: string, cells: readonly string[]) => withCells([[header, cells]]);
    const loud = CITIES.map((city) => city.toUpperCase());
    const said = suggest({
      left: names('Company name', CITIES),
      right: names('Account Name', loud),
      kind: 'companies',
    });
    expect(said.identifiers.map(({ left }) => left)).toEqual(['Company name']);
    expect(said.notes.filter(({ code }) => code === 'same-in-form')).toEqual([]);
  });
});
