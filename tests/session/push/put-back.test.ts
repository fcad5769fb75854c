import { expect, it } from 'vitest';
import { SIDES } from '../../../src/lib/engine/index.ts';
import type { MemoryApp } from '../../servers/memory/memory-app.ts';
import { SessionWorld, value } from '../session-world.ts';
import { texts } from '../../push/push-world.ts';
import {
  approveAll,
  cameFrom,
  designOf,
  ended,
  filled,
  planned,
  pushedProject,
  readSides,
  start,
  writing,
  type PushedProject,
} from './pushed-project.ts';

/** Companies of an app, by domain: id and size. */
const sizes = (app: MemoryApp) =>
  new Map(
    app
      .there('companies')
      .map(({ id, values }) => [values.get('domain')!, { id, size: values.get('size') ?? '' }] as const),
  );

async function pushAll(project: PushedProject): Promise<void> {
  await planned(project);
  await approveAll(project);
  expect((await ended(project, await start(project))).state).toEqual({ is: 'done' });
}

/** A plan is made of what the records are said to come from. */
const designAgain = async ({ tab }: PushedProject): Promise<unknown> =>
  value(await tab.session.saveDesign(designOf(), { code: 'reverted', values: {} }));

it('[S462] who puts a value back after a push is followed once the app was read after it, and not written over before', async () => {
  const apps = filled(3, 0, 40);
  const before = { left: sizes(apps.left), right: sizes(apps.right) };
  const both = [...before.left].filter(
    ([domain, { size }]) =>
      size !== '' && (before.right.get(domain)?.size ?? '') !== '' && before.right.get(domain)!.size !== size,
  );
  const [domain, was] = both[0]!;
  const there = before.right.get(domain)!;
  const project = await pushedProject(new SessionWorld(), apps);
  await pushAll(project);
  expect(sizes(apps.right).get(domain)?.size).toBe(was.size);
  apps.right.edit('companies', there.id, texts({ size: there.size }));

  // Of a kept reading that may be older nothing is said yet.
  await readSides(project, []);
  await cameFrom(project, SIDES, '2020-01-01T00:00:00.000Z');
  await designAgain(project);
  await planned(project);
  expect(await writing(project)).toEqual([]);

  await readSides(project);
  await designAgain(project);
  await planned(project);
  expect(await writing(project)).toEqual([{ sync: 'companies', left: was.id, right: there.id }]);
  await pushAll(project);
  expect(sizes(apps.left).get(domain)?.size).toBe(there.size);
  expect(sizes(apps.right).get(domain)?.size).toBe(there.size);
  await readSides(project);
  await designAgain(project);
  await planned(project);
  expect(await writing(project)).toEqual([]);
});
