import { expect, it } from 'vitest';
import type { StageFact, StageMap, StageValue } from '../../src/lib/engine/index.ts';
import { choicesFor, equalPairs, leftOutOf, stageRowsOf } from '../../src/lib/ui/design/stage-rows.ts';

const place = (stage: string | null, status: string | null = null): StageValue => ({
  pipeline: null,
  stage,
  status,
});
const fact = (stage: string, count: number, pair: number, status: string | null = null): StageFact => ({
  place: place(stage, status),
  count,
  pair,
});
const stages: StageMap = {
  left: { pipeline: null, stage: 'Stage', status: null },
  right: { pipeline: null, stage: 'Stage', status: 'Status' },
  pairs: [{ left: place('Won'), right: place(null, 'won') }],
};
const facts = {
  left: [fact('Won', 7, 0), fact('On hold', 3, -1), fact('', 2, -2)],
  right: [fact('Offer', 5, 0, 'won'), fact('Talks', 4, 0, 'won'), fact('on hold ', 1, -1, 'open')],
};

it('[ST2] pairs come first with the records of all their places, then what nobody mapped, which is counted', () => {
  expect(stageRowsOf(stages, facts).map(({ pair, records }) => [pair, records.left, records.right])).toEqual([
    [0, 7, 9],
    [null, 3, null],
    [null, null, 1],
  ]);
  expect(leftOutOf(facts)).toEqual({ records: 4, stages: 2 });
  expect(equalPairs(facts)).toEqual([{ left: place('On hold'), right: place('on hold ', 'open') }]);
  expect(stageRowsOf(stages, null)).toHaveLength(1);
});

it('[ST4] a place is offered what is free first, and every stage of a status', () => {
  expect(choicesFor(stages, facts, 'left')).toEqual([
    place('on hold ', 'open'),
    place('Offer', 'won'),
    place('Talks', 'won'),
    place(null, 'won'),
    place(null, 'open'),
  ]);
  expect(choicesFor(stages, facts, 'right')).toEqual([place('On hold'), place('Won')]);
});
