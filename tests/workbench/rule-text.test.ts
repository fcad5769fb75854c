import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRules } from '../../src/lib/rules/read-rules.ts';
import { stretches } from '../../src/lib/ui/rules/rule-text.ts';

const SYNC = readFileSync(join(import.meta.dirname, '../../docs/rules/SYNC.md'), 'utf8');

describe('the rules as the workbench shows them', () => {
  it.each([
    ['CO2', 'A blank on the winner never changes the other side. (seed)', 'CO Conflict and blanks', 'seed'],
    ['CO6', 'A create writes every mapped,', 'CO Conflict and blanks', 'ours'],
    ['MA5', 'An existing link outranks every identifier,', 'MA Matching', 'mixed'],
    [
      'SF4',
      "don't sync · never · never · no effect · no effect",
      'SF Salesforce field rules (profile `salesforce`)',
      null,
    ],
  ])('%s', (id, begins, section, origin) => {
    const rule = readRules(SYNC).find((one) => one.id === id);
    expect(rule?.text.startsWith(begins)).toBe(true);
    expect(rule).toMatchObject({ section, origin });
  });

  it('an item goes on over its lines and ends with the next', () => {
    const rules = readRules('## A\n- PH1 one\n  two\n- PH2 three\n\nno rule\n');
    expect(rules.map(({ id, text }) => [id, text])).toEqual([
      ['PH1', 'one two'],
      ['PH2', 'three'],
    ]);
  });

  it('marks are stretches, everything else stands', () => {
    expect(stretches('a `b_c` **d** _e_ f_g <b>')).toEqual([
      { as: 'plain', text: 'a ' },
      { as: 'code', text: 'b_c' },
      { as: 'plain', text: ' ' },
      { as: 'strong', text: 'd' },
      { as: 'plain', text: ' ' },
      { as: 'em', text: 'e' },
      { as: 'plain', text: ' f_g <b>' },
    ]);
  });
});
