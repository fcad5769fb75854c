import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PlanAddress, type AddressBar } from '../../src/lib/workbench/place/plan-address.ts';
import {
  EVERYTHING,
  planHash,
  planPlaceOf,
  type PlanPlace,
} from '../../src/lib/workbench/place/plan-place.ts';
import { projectOf } from '../../src/lib/workbench/place/place.ts';
import { ScreenStates } from '../../src/lib/workbench/project/screen-states.ts';

const HERE: PlanPlace = {
  sync: 'contacts',
  part: 'records',
  filter: EVERYTHING,
  record: null,
  tab: null,
};

const PLACES: readonly PlanPlace[] = [
  HERE,
  { ...HERE, part: 'fields', tab: 'none' },
  {
    sync: 'a&b=c#d é',
    part: 'records',
    filter: {
      scope: 'needs-person',
      outcomes: ['create', 'in-sync'],
      decisions: ['open', 'held'],
      reasons: ['by-rule', 'duplicate-key'],
      fields: ['Name', 'a,b', '<b>&x=1</b>'],
      linkedBy: ['name-only', 'key'],
      directions: ['to-left', 'both-ways'],
      differs: ['phone', 'worse-written'],
      differsIn: ['a,b'],
      text: 'Ås + 1 %',
      cause: 'option-missing|right|x&y|Ås',
      check: 'no-flips&1',
    },
    record: { left: '7&8', right: 'XR 7' },
    tab: 'explain',
  },
  { ...HERE, record: { left: null, right: '9' }, tab: 'sent' },
];

describe('where a person is, in the address', () => {
  it('every place comes back as it was', () => {
    for (const place of PLACES) {
      const hash = planHash('p-1', place);
      expect(planPlaceOf(hash)).toEqual(place);
      expect(projectOf(hash)).toBe('p-1');
      expect(planHash('p-1', planPlaceOf(hash)!)).toBe(hash);
    }
  });
  it('an address without a sync names no place', () => {
    expect(planPlaceOf('#p=p-1')).toBeNull();
    expect(planHash(null, HERE)).toBe('');
  });
  it('what nobody knows is left out; names of the files are kept', () => {
    const place = planPlaceOf(
      '#p=1&sync=contacts&scope=x&outcomes=create&outcomes=nonsense&fields=constructor&tab=y',
    );
    expect(place).toEqual({
      ...HERE,
      filter: { ...EVERYTHING, outcomes: ['create'], fields: ['constructor'] },
    });
  });
});

class Bar implements AddressBar {
  hash = '#p=1';
  readonly steps: string[] = [];
  push(hash: string): void {
    this.hash = hash;
    this.steps.push('push');
  }
  replace(hash: string): void {
    this.hash = hash;
    this.steps.push('replace');
  }
}

describe('the address follows', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const created: PlanPlace = { ...HERE, filter: { ...EVERYTHING, outcomes: ['create'] } };
  const record = (left: string): PlanPlace => ({ ...created, record: { left, right: null } });

  it('another list is a step to go back from; many records in a row are one address', () => {
    const bar = new Bar();
    const address = new PlanAddress(bar, () => '1');
    address.write(HERE);
    address.write(created);
    for (const id of ['1', '2', '3']) address.write(record(id));
    expect(bar.steps).toEqual(['replace', 'push']);
    vi.runAllTimers();
    expect(bar.steps).toEqual(['replace', 'push', 'replace']);
    expect(planPlaceOf(bar.hash)).toEqual(record('3'));
  });
  it('what waits is written before another screen comes, and dropped where a person went elsewhere', () => {
    const bar = new Bar();
    const address = new PlanAddress(bar, () => '1');
    address.write(created);
    address.write(record('1'));
    address.flush();
    expect(planPlaceOf(bar.hash)).toEqual(record('1'));
    address.write(record('2'));
    bar.hash = planHash('1', HERE);
    expect(address.asked(record('2'))).toEqual(HERE);
    vi.runAllTimers();
    expect(bar.hash).toBe(planHash('1', HERE));
  });
  it('asks for nothing where the address names none, or where a person is already', () => {
    const bar = new Bar();
    const address = new PlanAddress(bar, () => '1');
    expect(address.asked(HERE)).toBeNull();
    bar.hash = planHash('1', HERE);
    expect(address.asked(HERE)).toBeNull();
    expect(address.asked(created)).toEqual(HERE);
    expect(address.asked(null)).toEqual(HERE);
  });
});

it('a screen’s state belongs to the open project', () => {
  class State {}
  const states = new ScreenStates();
  const of = (project: string) => states.of(project, State, () => new State());
  const first = of('a');
  expect(of('a')).toBe(first);
  const second = of('b');
  expect(second).not.toBe(first);
  expect(of('a')).not.toBe(first);
});
