import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Answer, Preview, Reading } from '../../src/lib/conversation/index.ts';
import ReadingDialog from '../../src/lib/ui/sides/ReadingDialog.svelte';
import SourceCard from '../../src/lib/ui/sides/SourceCard.svelte';
import { said } from '../support/english.ts';
import Worded from './support/Worded.svelte';

const sides = said('sides');
const words = said('reading');

const reading: Reading = {
  file: 'l.csv',
  size: 100,
  rows: 1205,
  stored: 1202,
  rejected: 2,
  blank: 1,
  encoding: 'utf-8',
  byteOrderMark: true,
  delimiter: ';',
  headerLine: 2,
  columns: 4,
  sha256: 'ab'.repeat(32),
  milliseconds: 1400,
  warnings: [{ code: 'mojibake', count: 1, lines: [3] }],
  dropped: [{ kind: 'preamble', fromLine: 1, toLine: 1, texts: ['Contacts'] }],
  setAside: [
    { line: 4, code: 'too-many-cells', cells: 5, columns: 4 },
    { line: 9, code: 'repeated-id', id: '7' },
  ],
  choices: { encoding: null, delimiter: null, headerLine: null },
  changed: [],
};

it('a source says how its file was read: the account, what is unusual, and the lines set aside', async () => {
  const object = { sync: 'contacts', name: 'Contacts', reading, when: 'today', columns: [], load: null };
  const nothing = () => undefined;
  await render(Worded, {
    component: SourceCard,
    given: {
      ...{
        side: 'left',
        app: 'HubSpot',
        objects: [object],
        chosen: 'contacts',
        readOnly: false,
        complete: null,
      },
      ...{
        onChoose: nothing,
        onFile: nothing,
        onChanged: null,
        onChange: nothing,
        onReport: nothing,
        onName: null,
        onComplete: nothing,
        signIn: createRawSnippet(() => ({ render: () => '<span></span>' })),
      },
    },
  });
  const card = page.getByRole('region', { name: sides.source.files('HubSpot') });
  for (const term of ['rows', 'stored', 'rejected', 'blank'] as const)
    await expect.element(card.getByText(sides.reading[term], { exact: true })).toBeVisible();
  await expect.element(card.getByText(words.encoding('utf-8', true))).toBeVisible();
  await expect.element(card.getByText(words.delimiter(';'))).toBeVisible();
  await expect.element(card.getByText(sides.reading.headerAt(2, 4))).toBeVisible();
  for (const note of words.notes({ ...reading, rejected: [], blank: 0 }))
    await expect.element(card.getByText(note)).toBeVisible();
  const line = card.getByText(words.setAside(reading.setAside[1]!));
  await expect.element(line).not.toBeVisible();
  await card.getByRole('button', { name: sides.reading.seeLines }).click();
  await expect.element(line).toBeVisible();
});

it('the way a file is read is chosen with its first rows in sight', async () => {
  const preview: Preview = {
    file: 'l.csv',
    header: ['Id', 'Name'],
    sum: null,
    rows: [['1', 'Anna']],
    encoding: 'windows-1252',
    byteOrderMark: false,
    delimiter: '\t',
    headerLine: 1,
    warnings: [{ code: 'assumed-windows-1252', count: 1, lines: [2] }],
    dropped: [],
    rejected: [],
    blank: 0,
  };
  const onPreview = vi.fn((): Promise<Answer<Preview>> => Promise.resolve({ ok: true, value: preview }));
  const onRead = vi.fn();
  const file = new File(['Id\tName\n1\tAnna\n'], 'l.csv');
  await render(Worded, {
    component: ReadingDialog,
    given: {
      name: 'l.csv',
      file,
      choices: reading.choices,
      putIn: 0,
      onPreview,
      onRead,
      onClose: () => undefined,
    },
  });
  const dialog = page.getByRole('dialog', { name: sides.change.title('l.csv') });
  await expect.element(dialog.getByText(sides.change.facts(2, 1))).toBeVisible();
  await expect.element(dialog.getByText(words.notes(preview)[0]!)).toBeVisible();
  const encoding = dialog.getByRole('combobox', { name: sides.change.encoding });
  await expect.element(encoding).toHaveTextContent(sides.change.asFound('windows-1252'));
  await encoding.selectOptions(sides.change.encodings['windows-1250']);
  await expect
    .poll(() => onPreview.mock.lastCall as unknown)
    .toEqual([file, { encoding: 'windows-1250', delimiter: null, headerLine: null }]);
  await dialog.getByRole('button', { name: sides.change.read }).click();
  expect(onRead).toHaveBeenCalledWith(file, { encoding: 'windows-1250', delimiter: null, headerLine: null });
});
