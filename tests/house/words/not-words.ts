/** Texts that look like sentences and are none: data that files are compared with, names for the browser or developers. */
export const NOT_WORDS: Readonly<
  Record<string, { readonly why: string; readonly texts: readonly RegExp[] }>
> = {
  'src/lib/connectors/csv/decode.ts': {
    why: 'thrown at ourselves, caught as a code',
    texts: [/not in the encoding/],
  },
  'src/lib/connectors/app/salesforce/lists.ts': {
    why: 'queries of an app',
    texts: [/^SELECT Id,/, /^SELECT ApiName,/, /^ ?WHERE /, /^ ?ORDER BY/],
  },
  'src/lib/connectors/app/salesforce/reads.ts': { why: 'a part of a query', texts: [/^ ?ORDER BY/] },
  'src/lib/connectors/csv/rows.ts': { why: 'thrown at ourselves, caught as a code', texts: [/row too long/] },
  'src/lib/engine/read/name-form.ts': {
    why: 'legal forms that names are compared without',
    texts: [/^as asa/, /^ans da/],
  },
  'src/lib/engine/differ/act-for.ts': {
    why: 'countries and time zones that are tried',
    texts: [/^US NO/, /^Europe\/Berlin/, /^America\/Sao_Paulo/, /^Africa\/Johannesburg/],
  },
  'src/lib/engine/differ/damaged-form.ts': { why: 'months as spreadsheets write them', texts: [/^jan feb/] },
  'src/lib/engine/differ/loose-dates.ts': {
    why: 'names of months that stand in cells',
    texts: [/^jan january/, /^mar march/, /^jun june/, /^aug august/, /^oct october/, /^dec december/],
  },
  'src/lib/engine/differ/loose-values.ts': {
    why: 'words for yes and no that stand in cells',
    texts: [/^ja j oui/, /^nei nein/],
  },
  'src/lib/engine/read/nothing-words.ts': {
    why: 'words for nothing that stand in cells',
    texts: [
      /^n\/a\|/,
      /^no name\|/,
      /^unbekannt\|/,
      /^aucun\|/,
      /^prueba\|/,
      /^desconhecida\|/,
      /^onbekend\|/,
    ],
  },
  'src/lib/engine/read/public-domains.ts': {
    why: 'domains of mail providers',
    texts: [/^[a-z0-9-]+\.[a-z.]+ [a-z0-9-]+\./],
  },
  'src/lib/formats/workbook/fixed-parts.ts': { why: 'parts of a document', texts: [/[<>]/] },
  'src/lib/formats/workbook/sheet.ts': { why: 'a part of a document', texts: [/^<row r="$/] },
  'src/lib/store/chunks.ts': { why: 'a message of the browser', texts: [/^The transaction was aborted/] },
  'src/lib/store/migrations.ts': { why: 'names of indexes', texts: [/id, project/] },
  'src/lib/store/sets/place.ts': { why: 'the place of a part inside a set', texts: [/^row numbers$/] },
  'src/lib/ui/controls/Menu.svelte': { why: 'classes', texts: [/^btn quiet icon$/] },
  'src/lib/ui/records/WindowedGrid.svelte': { why: 'a media query', texts: [/pointer: coarse/] },
  'src/lib/engine/read/app-codes.ts': {
    why: 'codes and sentences of apps, as their result files have them',
    texts: [
      /^[A-Z_]+( [A-Z_]+)+$/,
      /^Required fields are missing:$/,
      /^data value too large:$/,
      /^bad value for restricted picklist field:$/,
      /^duplicate value found:$/,
      /^unable to obtain exclusive access/,
      /^entity is deleted$/,
      /^insufficient access rights/,
      /^invalid cross reference id$/,
    ],
  },
  'src/lib/ui/sides/ColumnTable.svelte': { why: 'classes', texts: [/^st (todo|ok|dup)$/] },
  'src/lib/engine/plan/out/change-rows.ts': {
    why: 'a column of a file that other programs read',
    texts: [/^Changed fields$/],
  },
  'src/lib/workbench/link/worker-link.ts': { why: 'the name of a worker', texts: [/^drysync worker$/] },
  'src/lib/workbench/link/project-client.ts': { why: 'names of workers', texts: [/^drysync project/] },
  'workers/plan/carried-decisions.ts': { why: 'the place of a part inside a set', texts: [/^, its ids$/] },
  'workers/plan/person-choices.ts': {
    why: 'kinds of choices, joined as a key',
    texts: [/^conflict machine$/, /^link forget$/],
  },
};
