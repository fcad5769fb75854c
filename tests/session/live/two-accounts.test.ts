import { expect, it } from 'vitest';
import { appOpener } from '../../../src/lib/connectors/app/open-app.ts';
import { SIDES } from '../../../src/lib/engine/index.ts';
import { planDesk } from '../../../workers/plan/plan-desk.ts';
import { HubSpotFake, Portal } from '../../servers/hubspot/index.ts';
import { NO_WINDOW } from './live-app.ts';
import { JOB, SessionWorld, value } from '../session-world.ts';

it('[S425] [S426] each side has an account of its own, also of one app, and what is suggested for the two can be planned', async () => {
  const fakes = {
    left: new HubSpotFake(),
    right: new HubSpotFake(Object.assign(new Portal(), { id: 4712, name: 'second.test' })),
  };
  for (const side of SIDES) {
    fakes[side].token = 'pat-test-0';
    for (let n = 0; n < 30; n++)
      fakes[side].portal.add('contacts', {
        email: `p${String(n)}@example.com`,
        firstname: `First ${String(n)}`,
      });
  }
  const world = new SessionWorld();
  let now = Date.UTC(2026, 10, 30, 9);
  let side: (typeof SIDES)[number] = 'left';
  const { session } = await world.tab(() => planDesk(), undefined, {
    openApp: async (settings, secret) => {
      const caller = fakes[side].caller();
      return appOpener({ relay: () => caller, direct: () => caller })(settings, secret);
    },
    window: NO_WINDOW,
    ways: async () => ({ relayed: [], direct: [] }),
    sleep: async () => undefined,
    now: () => new Date(now),
  });
  const project = value(await session.createProject('Acme'));
  value(await session.openProject(project, JOB));
  for (side of SIDES) value(await session.signIn(side, { app: 'hubspot' }, 'pat-test-0', JOB));
  now += 60_000;
  for (side of SIDES) value(await session.readApp('contacts', side, 'contacts', JOB));
  const { left, right } = value(await session.connections());
  expect([left?.account.id, right?.account.id]).toEqual(['4711', '4712']);
  // The account was asked for again with the reading.
  expect([left?.checked, right?.checked]).toEqual(Array(2).fill('2026-11-30T09:01:00.000Z'));
  const head = value(await session.refresh(JOB));
  expect(head.syncs[0]?.sides.right?.reading.live?.account.id).toBe('4712');
  expect([head.apps.left.name, head.apps.right.name]).toEqual([
    `HubSpot (${fakes.left.portal.name})`,
    'HubSpot (second.test)',
  ]);
  expect(head.design.errors).toEqual([]);
  expect(head.design.design?.syncs[0]?.mappings.length).toBeGreaterThan(3);
  expect(value(await session.plan('2026-11-30', 1, JOB)).syncs[0]?.total).toBe(30);
});
