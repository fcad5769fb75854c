// Over 300 lines: one walk, and what of the screen is held against which file.
import { resolve } from 'node:path';
import Papa from 'papaparse';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkDesign,
  OUTCOMES,
  readDesign,
  SIDES,
  type Both,
  type DesignError,
  type Side,
} from '../../../../src/lib/engine/index.ts';
import { outcomeName } from '../../../../src/lib/ui/plan/facets-told.ts';
import { readScenarios, type Scenario } from '../../../scenarios/scenario.ts';
import { said } from '../../../support/english.ts';
import { serveApp, type Opened, type ServedApp } from '../../setup/app.ts';
import { PATIENCE } from '../../setup/patience.ts';
import { expectedPlan, expectedStrip } from './expected-screen.ts';
import { covering } from './covering.ts';
import { changeSums, projectSums } from './file-sums.ts';
import { linesOf, numbersOf, type PlanNumbers } from './plan-numbers.ts';
import { scenarioProject } from './scenario-project.ts';
import {
  gridByOutcome,
  shownImpact,
  shownPlan,
  shownProject,
  shownSides,
  shownStrip,
  shownWarnings,
  type ShownImpact,
} from './shown.ts';
import { giveResults } from './give-results.ts';
import { downloaded, exported, fileInput, go, rail } from './steps.ts';

/**
 * Scenarios through the whole workbench: the design as a project file, the files through the inputs of Sides. What each
 * screen and each written file counts is held against the hand-written `plan.jsonl` and against each other. Walked are those that show
 * between them whatever any one shows; all of them with `SCENARIOS=all`.
 */
const every = readScenarios(resolve(import.meta.dirname, '../../../scenarios'));
const scenarios = process.env['SCENARIOS'] === 'all' ? every : covering(every);
const syncsOf = ({ design }: Scenario): string[] =>
  (design as { syncs: { id: string }[] }).syncs.map(({ id }) => id);

/** So many scenarios are taken in by one browser's store: the more projects lie in it, the longer each takes. */
const TOGETHER = 8;

let app: ServedApp;
let opened: Opened;
/** Of stores that were left. */
const foreign: string[] = [];
const errors: string[] = [];
let walked = 0;

/** With an empty store, on the day the scenarios are planned for (FI1, the last days). */
async function openAnew(): Promise<void> {
  opened = await app.open();
  await opened.page.clock.setFixedTime(new Date('2026-03-02T12:00:00'));
}

/** What the open page has asked for and complained of is kept. */
async function leave(): Promise<void> {
  foreign.push(...opened.foreign);
  errors.push(...opened.errors);
  await opened.context.close();
}

/** One of `parts` equal parts of the scenarios, each with a browser of its own: they run side by side. */
export function walkScenarios(part: number, parts: number): void {
  const own = scenarios.filter((_, at) => at % parts === part);
  const planned = own.filter(({ plan }) => plan !== null);
  const refused = own.filter(({ plan }) => plan === null);

  beforeAll(async () => {
    app = await serveApp();
    await openAnew();
  });
  afterAll(() => app.close());

  describe('[HE4] counts add up to the records read, on every screen and in every file', () => {
    it.each(planned.map((one) => [one.name, one] as const))('%s', async (_, scenario) => {
      const syncs = syncsOf(scenario);
      const numbers = numbersOf(scenario.plan!, syncs);
      const sum = (of: (one: PlanNumbers) => number): number =>
        numbers.reduce((all, one) => all + of(one), 0);
      const page = await takeIn(scenario);

      // Sides: how each file was read.
      for (const [at, { sync, records }] of numbers.entries()) {
        await chooseObject(at);
        await soon(() => shownSides(page)).toMatchObject(both((side) => ({ stored: records[side].read })));
        const sides = await shownSides(page);
        for (const side of SIDES) {
          const { object, rows, stored, rejected, blank } = sides[side];
          expect([sync, side, object]).toEqual([sync, side, stored]);
          expect(stored + rejected + blank).toBe(rows);
          expect(rows).toBe(rowsOf(scenario, side, sync));
        }
      }

      // Design: the strip of each object sync, and what the keys find.
      await go(page, 'Design');
      for (const [at, one] of numbers.entries()) {
        await tap(page.locator('nav[aria-label=Design] button.sync').nth(at));
        await soon(() => shownStrip(page)).toEqual(expectedStrip(one.subjects));
        const { linked, subjects } = one;
        await page
          .locator('#matching')
          .getByText(said('design').matching.found(linked, subjects.ambiguous, subjects.duplicate), {
            exact: true,
          })
          .waitFor();
      }

      // Plan: tabs, picture, scopes, filters, grid, mappings.
      await rail(page, 'Plan');
      const inPlan = numbersOf(scenario.plan!, [...new Set(linesOf(scenario.plan!).map(({ sync }) => sync))]);
      const impacts = new Map<string, readonly ShownImpact[]>();
      for (const [at, one] of inPlan.entries()) {
        await tap(page.locator('[aria-label="Object sync"] button').nth(at));
        await tap(page.locator('[aria-label=Scope] button', { hasText: /^All/ }));
        await soon(() => shownPlan(page)).toEqual(expectedPlan(inPlan, one));
        const byOutcome = await gridByOutcome(page);
        for (const outcome of OUTCOMES) {
          const many = one.subjects[outcome];
          const found = byOutcome[outcomeName(outcome, said('terms'))];
          if (many > 0) expect([outcome, found]).toEqual([outcome, { facet: many, rows: many, others: 0 }]);
          else if (found !== undefined) expect(found.rows).toBe(0);
        }
        await tap(page.getByRole('button', { name: 'Fields', exact: true }));
        await page.locator('.impact table').waitFor();
        const impact = Object.values(await shownImpact(page));
        impacts.set(one.sync, impact);
        expect(
          impact.reduce((all, { fills, overwrites, clears }) => all + fills + overwrites + clears, 0),
        ).toBe(one.pairValues);
        await tap(page.getByRole('button', { name: 'Records', exact: true }));
      }

      // The files hold what the screens count.
      const files = await exported(page, /Plan and project/, 'Plan files');
      const text = files.get('plan.jsonl') ?? '';
      expect(text).toBe(scenario.plan);
      expect(linesOf(text).length).toBe(sum(({ total }) => total));
      const summary = JSON.parse(files.get('summary.json') ?? '') as Summary;
      for (const { sync, side, rows, stored, rejected, blank } of summary.inputs) {
        expect(stored + rejected + blank).toBe(rows);
        expect([sync, side, stored]).toEqual([
          sync,
          side,
          numbers.find((one) => one.sync === sync)!.records[side].read,
        ]);
        expect(rows).toBe(rowsOf(scenario, side, sync));
      }
      let warned = 0;
      for (const [at, { sync }] of inPlan.entries()) {
        // Why values differ has a view and a story of its own.
        const numbersOnly = summary.counts[sync]!.fields.map(({ fills, overwrites, clears, same }) => ({
          fills,
          overwrites,
          clears,
          same,
        }));
        expect(inAnyOrder(impacts.get(sync)!)).toEqual(inAnyOrder(numbersOnly));
        const own = summary.warnings.filter(({ message }) => message.startsWith(`${sync}: `));
        warned += own.length;
        // Updates that only change a form stand beside the warnings (DX1), told once it was asked why values differ.
        const { onlyForm = 0 } = summary.counts[sync]!;
        const told = [...own.map(({ count }) => count), ...(onlyForm === 0 ? [] : [onlyForm])];
        await tap(page.locator('[aria-label="Object sync"] button').nth(at));
        await soon(async () => (await shownWarnings(page)).many).toBe(told.length);
        const { numbers: shown } = await shownWarnings(page);
        expect([sync, shown.length]).toEqual([sync, told.length]);
        for (const number of shown) if (number !== null) expect(told).toContain(number);
      }
      expect(summary.warnings.length).toBe(warned);
      const written = sum((one) => one.written);
      const all = page.getByRole('button', { name: 'For the systems' }).last();
      if (written === 0) {
        await page.getByRole('button', { name: 'Export' }).click();
        expect(await all.isDisabled()).toBe(true);
        await page.keyboard.press('Escape');
      } else {
        const change = changeSums(await exported(page, /all that would be written$/, 'For the systems'));
        expect(change.values).toBe(sum(({ values }) => values));
        expect(change.rows).toEqual(both((side) => recordsIn(text, side, change.leftOut)));
        // Approved, and asked for as such, for people: the same sums.
        for (const [at, one] of inPlan.entries()) {
          await tap(page.locator('[aria-label="Object sync"] button').nth(at));
          if (one.written === 0) continue;
          await page
            .getByRole('group', { name: /^Decide all/ })
            .getByRole('button', { name: 'Approve' })
            .click();
          await soon(async () => (await shownPlan(page)).facets['Decision']).toEqual({
            Approved: one.written,
            Held: 0,
            Rejected: 0,
            Undecided: 0,
          });
        }
        expect(changeSums(await exported(page, /approved$/, 'For spreadsheets'))).toEqual(change);
      }
      const project = projectSums(
        (await downloaded(page, /Plan and project/, 'Project file with records')).bytes,
      );
      expect(project.sets.map(({ sync, side }) => `${sync} ${side}`).sort()).toEqual(
        syncs.flatMap((sync) => SIDES.map((side) => `${sync} ${side}`)).sort(),
      );
      for (const { sync, side, lines, stored, rejected, blank, rows } of project.sets) {
        expect(lines).toBe(stored);
        expect(stored + rejected + blank).toBe(rows);
        expect(rows).toBe(rowsOf(scenario, side, sync));
      }
      expect(project.decisions).toBe(written);

      // Home: the project's row.
      await go(page, 'Home');
      await soon(() => shownProject(page, scenario.name)).not.toBe(null);
      const people = sum(({ needsPerson }) => needsPerson);
      const word =
        people === 0
          ? 'Nothing needs a person'
          : `${String(people)} ${people === 1 ? 'needs' : 'need'} a person`;
      await soon(() => shownProject(page, scenario.name)).toEqual({
        records: both((side) => sum(({ records }) => records[side].read)),
        state: word,
      });
    });

    it.each(refused.map((one) => [one.name, one] as const))(
      '%s: refused, and the screens say why',
      async (_, scenario) => {
        const errors = errorsOf(scenario);
        expect(errors.length).toBe(scenario.errors.length);
        const page = await takeIn(scenario);
        await go(page, 'Design');
        await page
          .getByRole('region', { name: 'Plan' })
          .getByText(/design errors?$/)
          .waitFor();
        const count = await page.getByRole('region', { name: 'Plan' }).locator('b').first().innerText();
        expect(count).toBe(`${String(errors.length)} design ${errors.length === 1 ? 'error' : 'errors'}`);
        for (const error of errors) {
          const message = said('errors').designError(error);
          const sync = Number(/^syncs\[(\d+)\]/.exec(error.at)?.[1] ?? 0);
          await tap(page.locator('nav[aria-label=Design] button.sync').nth(sync));
          const says = page.locator('.pagex').getByText(message);
          await soon(() => says.count(), `${error.at}: ${message}`).toBeGreaterThan(0);
        }
        await rail(page, 'Plan');
        await page.getByRole('heading', { name: 'There is no plan yet' }).waitFor();
        await page
          .getByRole('main')
          .getByText(`${String(errors.length)} ${errors.length === 1 ? 'point' : 'points'}`)
          .waitFor();
      },
    );

    it('asked no other host and broke no policy in all of that', async () => {
      await leave();
      expect(foreign).toEqual([]);
      expect(errors).toEqual([]);
    });
  });
}

interface Summary {
  readonly inputs: readonly {
    readonly sync: string;
    readonly side: Side;
    readonly rows: number;
    readonly stored: number;
    readonly rejected: number;
    readonly blank: number;
  }[];
  readonly counts: Readonly<
    Record<
      string,
      {
        readonly fields: readonly (ShownImpact & { readonly left: string; readonly right: string })[];
        readonly onlyForm?: number;
      }
    >
  >;
  readonly warnings: readonly { readonly count: number; readonly message: string }[];
}

const inAnyOrder = (list: readonly object[]): string[] => list.map((one) => JSON.stringify(one)).sort();

/** Polls until it holds: the screen follows the workers. */
const soon = <T>(look: () => Promise<T>, message = '') =>
  expect.poll(look, { timeout: PATIENCE, interval: 15, message });

const both = <T>(of: (side: Side) => T): Both<T> => ({ left: of('left'), right: of('right') });

/** From wherever the page is: the scenario's design taken in, both files of every sync read. */
async function takeIn(scenario: Scenario): Promise<Page> {
  if (walked > 0 && walked % TOGETHER === 0) {
    await leave();
    await openAnew();
  }
  walked++;
  const { page } = opened;
  if (new URL(page.url()).pathname !== '/') await go(page, 'Home');
  await fileInput(page, 'Project file').setInputFiles(scenarioProject(scenario));
  await page.getByRole('heading', { level: 1, name: 'Sides' }).waitFor();
  const syncs = syncsOf(scenario);
  for (const [at, sync] of syncs.entries()) {
    await chooseObject(at);
    for (const side of SIDES) {
      const { name, bytes } = scenario.file(side, sync, syncs.length === 1)!;
      const file = { name, mimeType: 'text/csv', buffer: Buffer.from(bytes) };
      await page.locator(`section.card.${side} .ch input[type=file]`).setInputFiles(file);
    }
    for (const side of SIDES) await page.locator(`section.card.${side} dl`).waitFor();
  }
  if ((scenario.results ?? []).length === 0) return page;
  await giveResults(page, scenario.results ?? []);
  await page.getByRole('button', { name: said('plan').parts.records, exact: true }).click();
  // Home tells of the plan that was kept last.
  const keep = page.getByRole('button', { name: said('plan').keep });
  await keep.click();
  await keep.waitFor({ state: 'detached' });
  await go(page, 'Sides');
  return page;
}

const chooseObject = (at: number): Promise<void> =>
  tap(opened.page.locator('section.card.left .srow').nth(at));

/** A press without the wait for a still screen: other stories press like people. */
const tap = (on: Locator): Promise<void> => on.evaluate((one: HTMLElement) => one.click());

const csvOf = (scenario: Scenario, side: Side, sync: string): string[][] => {
  const { bytes } = scenario.file(side, sync, syncsOf(scenario).length === 1)!;
  return Papa.parse<string[]>(new TextDecoder().decode(bytes)).data;
};

/** Data rows of a file as a parser of no one's counts them; what stands after the last line end is no row. */
function rowsOf(scenario: Scenario, side: Side, sync: string): number {
  const [, ...rows] = csvOf(scenario, side, sync);
  return rows.length - (rows.at(-1)?.join('') === '' ? 1 : 0);
}

function errorsOf(scenario: Scenario): readonly DesignError[] {
  const reading = readDesign(scenario.design);
  if (!reading.ok) return reading.errors;
  const headers = new Map(
    syncsOf(scenario).map((sync) => [sync, both((side) => csvOf(scenario, side, sync)[0] ?? [])] as const),
  );
  return checkDesign(reading.design, headers).errors;
}

/** Records of a plan with a write on a side that a change file can say. */
const recordsIn = (text: string, side: Side, leftOut: readonly string[]): number =>
  linesOf(text).filter((line) =>
    line.writes.some(
      (write) =>
        write.side === side &&
        !leftOut.includes(
          JSON.stringify([line.sync, side, (line[side] ?? line.left ?? line.right)?.id ?? '', write.field]),
        ),
    ),
  ).length;
