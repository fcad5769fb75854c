import { describe, expect, it } from 'vitest';
import type { StageValue } from '../../../src/lib/engine/index.ts';
import { equalStages } from '../../../src/lib/engine/read/equal-stages.ts';

/** `Sales / Won`, a status behind it where there is one. */
const at = (pipeline: string | null, stage: string | null, status: string | null = null): StageValue => ({
  pipeline,
  stage,
  status,
});

describe('[ST2] pairs of equal names', () => {
  it('are equal after trim and case-fold, nothing fuzzy', () => {
    const places = {
      left: [at(null, ' Closed WON'), at(null, 'Åpen'), at(null, 'Offer sent'), at(null, '')],
      right: [at(null, 'åpen '), at(null, 'Closed Won'), at(null, 'Offer'), at(null, '')],
    };
    expect(equalStages(places)).toEqual([
      { left: places.left[0], right: places.right[1] },
      { left: places.left[1], right: places.right[0] },
    ]);
  });

  it('[S93] of equal pipelines where both sides have such, and left to a person where a name fits several', () => {
    const both = {
      left: [at('Sales', 'Won'), at('Renewal', 'Won')],
      right: [at('renewal', 'Won'), at('Other', 'Won')],
    };
    expect(equalStages(both)).toEqual([{ left: both.left[1], right: both.right[0] }]);
    const one = { left: both.left, right: [at(null, 'Won')] };
    expect(equalStages(one)).toEqual([]);
    expect(equalStages({ left: one.right, right: one.left })).toEqual([]);
    expect(equalStages({ left: [both.left[0]!], right: one.right })).toHaveLength(1);
  });

  it('[S93] of equal status where both have one', () => {
    const places = { left: [at(null, 'Offer', 'won')], right: [at(null, 'Offer', 'open')] };
    expect(equalStages(places)).toEqual([]);
    expect(equalStages({ ...places, right: [at(null, 'Offer')] })).toHaveLength(1);
  });
});
