import { afterAll, beforeAll, expect, it } from 'vitest';
import { SIDES, type Side } from '../../../src/lib/engine/index.ts';
import { said } from '../../support/english.ts';
import { picture, serveApp, type Opened, type ServedApp } from '../setup/app.ts';
import { beside, inLooks, LOOKS } from './support/judging.ts';
import { faults } from './support/look.ts';
import { scenarioProject } from './support/scenario-project.ts';
import { fileInput, go } from './support/steps.ts';

const words = said('plan').hubspot;
const shown = said('plan').parts.hubspot;
let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

/** Companies matched by their number: HubSpot would link by name, create what is there, and overwrite. */
const design = {
  format: 'drysync/design@1',
  name: 'Companies by number',
  apps: { left: { name: 'HubSpot', kind: 'hubspot' }, right: { name: 'Salesforce', kind: 'salesforce' } },
  syncs: [
    {
      ...{ id: 'companies', kind: 'companies', direction: 'both', winner: 'left' },
      left: { object: 'companies', idField: 'Record ID' },
      right: { object: 'Account', idField: 'Id' },
      matching: { method: 'keys', keys: [{ fields: [{ left: 'Org number', right: 'OrgNumber' }] }] },
      schema: { left: { fields: [{ name: 'Phone Number', type: 'text', country: 'NO' }] }, right: null },
      mappings: [
        { left: 'Company name', right: 'Name' },
        { left: 'Company Domain Name', right: 'Domain' },
        { left: 'Phone Number', right: 'Phone', same: ['phone'], conflict: 'fill-blank' },
        { left: 'City', right: 'BillingCity', conflict: 'right' },
      ],
    },
  ],
};

const numbers = Array.from({ length: 150 }, (_, n) => n);
const FILES: Readonly<Record<Side, string>> = {
  left: [
    'Record ID,Company name,Company Domain Name,Org number,Phone Number,City',
    '1,Fjell AS,fjell.no,100,22 33 44 55,Oslo',
    '2,Kystlaks Holding,kystlaks.no,101,22 33 44 56,Bergen',
    '3,Havgard Seafood,havgard.no,102,22 33 44 57,Bodø',
    '4,Tvedt & Sønner,tvedt.no,103,22 33 44 58,Voss',
    ...numbers.map((n) => `${String(n + 10)},Nord ${String(n)},nord${String(n)}.no,${String(n + 1000)},,`),
    '',
  ].join('\n'),
  right: [
    'Id,Name,Domain,OrgNumber,Phone,BillingCity',
    '001A,FJELL AS,fjell-drift.no,900,,Oslo',
    '001B,Kystlaks,laks.no,101,+4722334456,Bergen',
    '001C,Havgard Seafood,havgard.no,102,+4722334457,Bodø',
    '001D,Tvedt & Sønner,tvedt.no,103,22334499,Vossevangen',
    ...numbers.map((n) => `N${String(n)},Nordre ${String(n)},no${String(n)}.no,${String(n + 1000)},,`),
    '',
  ].join('\n'),
};

/** The project with its files, on its plan. */
async function openPlan({ page }: Opened): Promise<void> {
  const file = () => null;
  const story = { ...{ name: 'hubspot', title: '', design, file, plan: null }, nextBaseline: null };
  await fileInput(page, 'Project file').setInputFiles(
    scenarioProject({ ...story, baseline: null, choices: null, errors: [], counts: null }),
  );
  await page.getByRole('heading', { level: 1, name: said('sides').title }).waitFor();
  for (const side of SIDES) {
    const given = { name: `${side}.csv`, mimeType: 'text/csv', buffer: Buffer.from(FILES[side]) };
    await page.locator(`section.card.${side} .ch input[type=file]`).setInputFiles(given);
  }
  for (const side of SIDES) await page.locator(`section.card.${side} dl`).waitFor();
  await go(page, 'Plan');
}

it('[SA2] beside HubSpot’s defaults: warnings in words, their records, and both results of one, by the keyboard', async () => {
  const opened = await app.open();
  const { page, context, errors } = opened;
  await openPlan(opened);
  await page.getByRole('button', { name: shown, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(words.said('name-alone', 1, 'companies')).waitFor();
  for (const [is, many] of [
    ['doubled', 302],
    ['overwritten', 1],
    ['form', 1],
  ] as const)
    await page.getByText(words.said(is, many, 'companies')).waitFor();
  // What HubSpot does otherwise, with its rule.
  const otherwise = page.getByRole('region', { name: words.otherwiseTitle });
  await otherwise.getByText(/^Companies are matched by/).waitFor();
  await otherwise.getByRole('button', { name: 'MA1' }).waitFor();

  // The gravest class is listed first; its record opens both results side by side.
  const list = page.getByRole('region', { name: words.classOf('name-alone'), exact: true });
  await list.getByRole('button', { name: words.list.open('Fjell AS') }).focus();
  await page.keyboard.press('Enter');
  const both = page.getByRole('region', { name: 'Fjell AS', exact: true });
  await both.getByRole('heading', { name: words.detail.hubspot }).waitFor();
  await both.getByText('001A').first().waitFor();
  await picture(page, 'hubspot-both');
  expect(await faults(page)).toEqual([]);

  // Another class: more of its records come as the end is near.
  await page.getByRole('button', { name: words.classOf('doubled'), exact: true }).click();
  const doubled = page.getByRole('region', { name: words.classOf('doubled'), exact: true });
  await doubled.getByRole('button', { name: words.list.open('Kystlaks Holding') }).waitFor();
  await doubled.getByText(said('shell').more.records(202)).scrollIntoViewIfNeeded();
  await expect.poll(() => doubled.locator('tbody tr').count()).toBeGreaterThan(100);

  // From both results to the record of the plan.
  await doubled.getByRole('button', { name: words.list.open('Kystlaks Holding') }).click();
  await page.getByRole('button', { name: words.detail.inList }).first().click();
  await page.locator('aside').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('the comparison has no accessibility fault and nothing beside the window, in dark and in narrow windows', async () => {
  const opened = await app.open();
  const { page, context } = opened;
  await openPlan(opened);
  await page.getByRole('button', { name: shown, exact: true }).click();
  await page.getByText(words.said('name-alone', 1, 'companies')).waitFor();
  await page.getByRole('button', { name: words.list.open('Fjell AS') }).click();
  await page.getByRole('heading', { name: words.detail.hubspot }).waitFor();
  expect(await inLooks(page, LOOKS.slice(1, 3), 'hubspot', [faults, beside])).toEqual([]);
  await context.close();
});
