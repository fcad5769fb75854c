import { expect, it } from 'vitest';
import type { AppConnector } from '../../../src/lib/connectors/app/app-connector.ts';
import { SIDES } from '../../../src/lib/engine/index.ts';
import { altered } from '../../contracts/altered.ts';
import type { Befalls } from '../../servers/memory/memory-faults.ts';
import { SessionWorld, value } from '../session-world.ts';
import { about, approveAll, ended, filled, planned, pushedProject, signIn, start } from './pushed-project.ts';

/** An app that calls none of its fields unique. */
const keyless = (app: AppConnector): AppConnector =>
  altered(app, {
    describe: async () => {
      const told = await app.describe();
      if (!told.ok) return told;
      const objects = told.value.objects.map((object) => ({ ...object, uniqueFields: [] }));
      return { ok: true, value: { ...told.value, objects } };
    },
  });

/** Every third write is done, and its answer lost. */
function losing(): Befalls {
  let writes = 0;
  return ({ what }) => (what === 'write' && ++writes % 3 === 2 ? { kind: 'dropped', after: true } : null);
}

it('[S373] creates of two apps that call no field unique are found again by the keys of their syncs, and planning again writes nothing', async () => {
  const apps = filled(3, 60, 20);
  const project = await pushedProject(new SessionWorld(), apps);
  await signIn(project, { through: keyless, befalls: losing(), can: { batchSize: 5 } });
  await planned(project);
  await approveAll(project);
  const told = await about(project);
  expect(told.keyless.count).toBe(0);
  expect(SIDES.every((side) => told.sides[side].going.create > 5)).toBe(true);
  const standing = await ended(project, await start(project));
  expect(standing.state).toEqual({ is: 'done' });
  expect(standing.counts['read-back']).toBe(told.items);
  for (const side of SIDES) {
    const created = apps[side].done.filter(({ act }) => act === 'create');
    expect(created.length).toBe(told.sides[side].going.create);
  }
});

it('[S373] an app that finds by unique fields only is asked for none: such creates are told before', async () => {
  const project = await pushedProject(new SessionWorld(), filled(3, 30, 10));
  await signIn(project, { through: keyless, can: { batchSize: 100, findsByAny: false } });
  await planned(project);
  await approveAll(project);
  const told = await about(project);
  expect(told.keyless.count).toBe(told.sides.left.going.create + told.sides.right.going.create);
  expect(told.keyless.count).toBeGreaterThan(0);
  value(await project.tab.session.pushPause());
});
