import { expect, it } from 'vitest';
import type { LiveSource } from '../../../src/lib/connectors/app/live-source.ts';
import type { KeptSet } from '../../../workers/keep/kept-set.ts';
import type { OpenedApp } from '../../../src/lib/connectors/app/open-app.ts';
import { LiveSides } from '../../../workers/live/live-sides.ts';
import { liveTarget } from '../../../workers/live/live-target.ts';

const source: LiveSource = {
  app: 'hubspot',
  account: { id: '1', name: 'One' },
  object: 'contacts',
  idField: 'hs_object_id',
  readAt: '2026-11-30T09:00:00.000Z',
};
const setOf = (live: LiveSource | null) => ({ report: live === null ? {} : { live } }) as unknown as KeptSet;
const signedIn = (app: string, account: string) =>
  ({ connector: { app }, account: { id: account, name: '' } }) as unknown as OpenedApp;

it('[S350] a side is written where its records came from, and nowhere else', () => {
  const live = new LiveSides();
  expect(liveTarget(null, live, 'left').is).toBe('file');
  expect(liveTarget(setOf(null), live, 'left').is).toBe('file');
  expect(liveTarget(setOf(source), live, 'left')).toEqual({ is: 'signed-out', source });
  live.set('right', signedIn('hubspot', '1'));
  expect(liveTarget(setOf(source), live, 'left').is).toBe('signed-out');
  live.set('left', signedIn('salesforce', '1'));
  expect(liveTarget(setOf(source), live, 'left').is).toBe('signed-out');
  live.set('left', signedIn('hubspot', '2'));
  expect(liveTarget(setOf(source), live, 'left').is).toBe('other-account');
  const own = signedIn('hubspot', '1');
  live.set('left', own);
  expect(liveTarget(setOf(source), live, 'left')).toEqual({ is: 'ready', source, live: own });
  live.set('left', null);
  expect(liveTarget(setOf(source), live, 'left').is).toBe('signed-out');
});
