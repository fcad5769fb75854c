import type { Page } from 'playwright';
import type { LiveApp } from '../../../../src/lib/connectors/app/app-connector.ts';
import type { Side } from '../../../../src/lib/engine/model/side.ts';
import { said } from '../../../support/english.ts';

/** How a person connects an app, in the words on the screen. */

const connect = said('connect');
const sides = said('sides');

/** From the first page: a project whose sides are apps. */
export async function startWithApp(page: Page): Promise<void> {
  await page.getByRole('button', { name: said('home').startWithApp }).click();
  await page.getByRole('heading', { level: 1, name: sides.title }).waitFor();
}

/** Opens the dialog of a side that has nothing yet. */
export async function opensConnect(page: Page, side: Side): Promise<void> {
  const card = page.getByRole('region', { name: sides.source.files(sides.unnamed[side]) });
  await card.getByRole('button', { name: connect.connect }).click();
}

/** Chooses the app a side is connected with: its sign-in is asked for. */
export async function choosesApp(page: Page, side: Side, app: LiveApp): Promise<void> {
  await opensConnect(page, side);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: connect.apps[app] }).check();
  await dialog.getByRole('button', { name: connect.next }).click();
}

/** In the dialog that asks for it. */
export async function signsIn(page: Page, app: LiveApp, secret: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(connect.secret[app]).fill(secret);
  await page.keyboard.press('Enter');
  await dialog.getByText(connect.can.title).waitFor();
}

/** Signed in, chooses what is read, and waits until it is. */
export async function readsObject(page: Page, object: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: connect.object }).selectOption(object);
  await reads(page);
}

export async function reads(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: connect.read }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** A file for the side on the right. */
export const givesRight = (page: Page, path: string): Promise<void> =>
  page.locator('section.right input[type=file]').first().setInputFiles(path);
