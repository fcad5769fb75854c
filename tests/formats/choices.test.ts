import { describe, expect, it } from 'vitest';
import { choicesSentence } from '../../src/lib/words/en/problems-formats.ts';
import { choicesText, readChoices } from '../../src/lib/formats/index.ts';

type Json = Record<string, unknown>;

const same = (left: string, right: string, verdict = 'same'): Json => ({
  sync: 'c',
  left,
  right,
  verdict,
  at: '2026-01-01T00:00:00Z',
});

const read = (members: Json) => readChoices(JSON.stringify({ format: 'drysync/choices@1', ...members }));

const messageOf = (members: Json): string => {
  const reading = read(members);
  return reading.ok ? 'ok' : choicesSentence(reading.fault);
};

describe('readChoices', () => {
  it('reads and writes the same choices', () => {
    const members = {
      planHash: 'ff',
      choices: [
        { sync: 'c', left: '1', right: 'a', field: 'Phone', on: ['x', 'y'], take: 'left', at: 't' },
        { sync: 'c', left: '1', right: 'a', field: null, on: null, take: 'none', at: 't' },
        { sync: 'c', left: '1', right: 'a', field: 'City', on: ['x', ''], take: 'hold', at: 't' },
      ],
      links: [same('1', 'a'), same('2', 'a', 'different'), same('3', 'a', 'unsure')],
      decisions: [{ sync: 'c', left: '1', right: null, decision: 'approved', writes: 'ab', at: 't' }],
    };
    const reading = read(members);
    if (!reading.ok) throw new Error(choicesSentence(reading.fault));
    expect(reading.choices).toEqual({ format: 'drysync/choices@1', ...members });
    expect(readChoices(choicesText(reading.choices))).toEqual(reading);
  });

  it('needs only its format', () => {
    expect(read({})).toEqual({
      ok: true,
      choices: { format: 'drysync/choices@1', planHash: null, choices: [], links: [], decisions: [] },
    });
  });

  it('names the line where it is no JSON', () => {
    expect(readChoices('{\n  "format": "drysync/choices@1",\n  "links": [}\n}')).toEqual({
      ok: false,
      line: 3,
      fault: { is: 'unexpected', found: '"}"' },
    });
  });

  it.each([
    ['another format', { format: 'x' }, 'These are no choices'],
    ['a newer format', { format: 'drysync/choices@2' }, 'The choices have the format drysync/choices@2'],
    ['no list', { links: {} }, 'links must be a list.'],
    [
      'a field without values',
      { choices: [{ sync: 'c', left: '1', right: 'a', field: 'A', take: 'left' }] },
      'choices[0]',
    ],
    [
      'values without a field',
      { choices: [{ sync: 'c', left: '1', right: 'a', on: ['x', 'y'], take: 'left' }] },
      'choices[0]',
    ],
    [
      'what is held of no field',
      { choices: [{ sync: 'c', left: '1', right: 'a', take: 'hold' }] },
      'choices[0]',
    ],
    ['an unknown verdict', { links: [same('1', 'a', 'maybe')] }, 'links[0]'],
    [
      'an unknown decision',
      { decisions: [{ sync: 'c', left: '1', decision: 'yes', writes: '' }] },
      'decisions[0]',
    ],
    [
      'a left record in two same',
      { links: [same('1', 'a'), same('1', 'b')] },
      'the left record 1 of c the same as two',
    ],
    [
      'a right record in two same',
      { links: [same('1', 'a'), same('2', 'a')] },
      'the right record a of c the same as two',
    ],
    [
      'same and different',
      { links: [same('1', 'a', 'different'), same('1', 'a')] },
      'both same and different',
    ],
  ])('refuses %s', (_, members, message) => {
    expect(messageOf(members)).toContain(message);
  });
});
