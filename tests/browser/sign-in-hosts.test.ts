import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { AppSettings, AppWays, ConnectionHead, LiveApp } from '../../src/lib/conversation/index.ts';
import CompleteFile from '../../src/lib/ui/sides/CompleteFile.svelte';
import ConnectDialog from '../../src/lib/ui/connect/ConnectDialog.svelte';
import { said } from '../support/english.ts';
import Worded from './support/Worded.svelte';

const words = said('connect');
const WAYS: AppWays = {
  relayed: [
    { name: 'hubspot', host: 'api.hubapi.com' },
    { name: 'odoo', host: 'one.odoo.com' },
    { name: 'odoo', host: 'two.odoo.com' },
  ],
  direct: [
    { app: 'pocketbase', origin: 'https://one.example' },
    { app: 'pocketbase', origin: 'https://two.example' },
    { app: 'salesforce', origin: 'https://acme.my.salesforce.com' },
  ],
};

async function dialog(connection: ConnectionHead | null): Promise<AppSettings[]> {
  const given: AppSettings[] = [];
  const nothing = () => undefined;
  await render(Worded, {
    component: ConnectDialog,
    given: {
      ...{ ways: WAYS, connection, replaces: null, inVault: false, busy: false, job: null },
      ...{ window: null, windowProblem: null, redirectUri: 'http://localhost/signed-in' },
      onSignIn: (settings: AppSettings) => {
        given.push(settings);
        return Promise.resolve(null);
      },
      ...{ onWindow: nothing, onPart: nothing, onRead: nothing, onClose: nothing },
    },
  });
  return given;
}

async function choose(app: LiveApp): Promise<void> {
  await page.getByRole('radio', { name: words.apps[app] }).click();
  await page.getByRole('button', { name: words.next }).click();
}

async function signIn(app: LiveApp): Promise<void> {
  await page.getByLabelText(words.secret[app]).fill('secret');
  await page.getByRole('button', { name: words.signIn, exact: true }).click();
}

it.each([
  ['odoo', { database: '', host: 'two.odoo.com' }],
  ['pocketbase', { email: '', origin: 'https://two.example' }],
] as const)(
  '[S460] of several hosts of %s a person chooses one, and signs in there',
  async (app, settings) => {
    const given = await dialog(null);
    await choose(app);
    const host = 'host' in settings ? settings.host : settings.origin;
    await page.getByLabelText(words.address).selectOptions(host);
    await signIn(app);
    await vi.waitFor(() => expect(given).toEqual([{ app, ...settings }]));
  },
);

it('[S460] where one was named it is shown, and an account that is kept stays at its own', async () => {
  const given = await dialog(null);
  await choose('salesforce');
  await expect.element(page.getByLabelText(words.address)).toHaveValue('https://acme.my.salesforce.com');
  await signIn('salesforce');
  await vi.waitFor(() =>
    expect(given).toEqual([{ app: 'salesforce', origin: 'https://acme.my.salesforce.com' }]),
  );
});

it.each([
  ['https://two.example', false],
  ['https://three.example', true],
])('[S460] an account that is kept stays at its host (%s)', async (origin, isMissing) => {
  const kept: ConnectionHead = {
    ...{ account: { id: '1', name: 'One' }, settings: { app: 'pocketbase', origin, email: 'a@b.c' } },
    ...{ checked: null, signedIn: null, cut: [] },
  };
  const given = await dialog(kept);
  await expect.element(page.getByLabelText(words.address)).toHaveValue(origin);
  const warning = page.getByText(words.notNamed(origin));
  if (isMissing) await expect.element(warning).toBeVisible();
  else expect(warning.elements()).toEqual([]);
  await signIn('pocketbase');
  await vi.waitFor(() => expect(given).toMatchObject([{ origin }]));
});

it('[S459] of an app that shows every record nobody is asked whether it is complete', async () => {
  const sides = said('sides').complete;
  const lost = { missing: 1, links: 40, complete: true, stopped: false };
  const of = { on: false, byApp: true, lost, limit: 0.05, why: null };
  await render(Worded, {
    component: CompleteFile,
    given: { app: 'PocketBase', of, readOnly: false, onSwitch: () => undefined },
  });
  await expect.element(page.getByText(sides.byApp('PocketBase'))).toBeVisible();
  await expect.element(page.getByText(sides.deleted('PocketBase'))).toBeVisible();
  expect(page.getByRole('switch').elements()).toEqual([]);
});
