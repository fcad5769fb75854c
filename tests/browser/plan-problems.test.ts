import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import { saveFiles } from '../../src/lib/workbench/save-files.ts';
import { PlanScreen } from '../../src/lib/workbench/plan/plan-screen.svelte.ts';
import { said } from '../support/english.ts';
import { Jobs } from '../../src/lib/workbench/project/jobs.svelte.ts';
import { HandClock } from '../support/hand-clock.ts';
import type { OutFile, Problem } from '../../src/lib/conversation/index.ts';
import { FixturePlan } from './plan-fixture/plan-fixture.ts';
import Stage from './plan-fixture/Stage.svelte';

beforeEach(() => page.viewport(1440, 900));
afterEach(() => cleanup());

const REFUSED: Problem = { code: 'quota', what: 'plan', where: '1' };
const TITLE = said('problems').of(REFUSED).title;

/** A project that refuses every choice, and says so itself. */
class Refusing extends FixturePlan {
  readonly problem = REFUSED;
  override choose(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

it('a choice the project refused is said by the project alone', async () => {
  const fixture = new Refusing(50);
  const screen = new PlanScreen(fixture, fixture, fixture);
  render(Stage, { screen, fixture });
  await screen.follow(fixture.plan);
  await screen.acts.link('10000', 'XR0', 'different');
  expect(screen.problem).toBeNull();
  expect(page.getByText(TITLE).elements()).toEqual([]);
});

it('what the screen has to say can be closed', async () => {
  const fixture = new FixturePlan(50);
  const screen = new PlanScreen(fixture, fixture, fixture);
  fixture.subject = () => Promise.resolve({ ok: false, problem: REFUSED });
  render(Stage, { screen, fixture });
  await screen.follow(fixture.plan);
  await expect.element(page.getByRole('alert').getByText(TITLE)).toBeVisible();
  await page
    .getByRole('alert')
    .getByRole('button', { name: said('terms').close })
    .click();
  expect(page.getByRole('alert').elements()).toEqual([]);
});

it('files that cannot be packed are an answer, and hand nothing over', async () => {
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click');
  const gone = new Blob(['x']);
  gone.stream = () => {
    throw new Error('The file could not be read');
  };
  const files: readonly OutFile[] = [
    { name: 'a.csv', blob: gone, rows: 1 },
    { name: 'b.csv', blob: new Blob(['y']), rows: 1 },
  ];
  const jobs = new Jobs(new HandClock(), () => undefined);
  const problem = await saveFiles(jobs, '', 'all.zip', () => Promise.resolve({ ok: true, value: files }));
  expect(problem).toEqual({ code: 'not-saved', because: 'The file could not be read' });
  expect(click).not.toHaveBeenCalled();
  click.mockRestore();
});
