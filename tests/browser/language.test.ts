import { afterEach, expect, it } from 'vitest';
import { load } from '../../src/routes/+layout.ts';

const CHOSEN = 'drysync.language';
afterEach(() => localStorage.removeItem(CHOSEN));

/** What `<html lang>` says once the words are there. */
async function said(chosen: string): Promise<string> {
  localStorage.setItem(CHOSEN, chosen);
  document.documentElement.lang = '';
  await load({} as Parameters<typeof load>[0]);
  return document.documentElement.lang;
}

it('the page says the language its words are in', async () => {
  expect(await said('en-XA')).toBe('en-XA');
  expect(await said('en')).toBe('en');
  // A language there are no words in is not claimed.
  expect(await said('xx')).toBe('en');
});
