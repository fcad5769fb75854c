import { strFromU8, unzipSync } from 'fflate';

/** A second judge of a workbook, which shares nothing with who writes or reads them: what is wrong with it as a package. */
export function packageFaults(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  if (parts.size !== entriesOf(bytes)) faults.push('a part stands twice');
  for (const [name, text] of parts) {
    const fault = malformed(text);
    if (fault !== null) faults.push(`${name}: ${fault}`);
  }
  const types = parts.get('[Content_Types].xml') ?? '';
  const own = valuesOf(types, 'PartName').map((name) => name.slice(1));
  const byEnding = new Set(valuesOf(types, 'Extension'));
  if (new Set(own).size !== own.length) faults.push('a type is said twice');
  for (const name of own) if (!parts.has(name)) faults.push(`${name} has a type and is not there`);
  for (const name of parts.keys()) {
    if (name === '[Content_Types].xml' || own.includes(name)) continue;
    if (!name.endsWith('.rels') || !byEnding.has('rels')) faults.push(`${name} has no type of its own`);
  }
  for (const [name, text] of parts) {
    if (!name.endsWith('.rels')) continue;
    const folder = name.replace(/_rels\/[^/]*$/, '');
    const ids = valuesOf(text, 'Id');
    if (new Set(ids).size !== ids.length) faults.push(`${name} says an id twice`);
    for (const target of valuesOf(text, 'Target'))
      if (!parts.has(folder + target)) faults.push(`${name} points at ${target}, which is not there`);
  }
  const book = parts.get('xl/workbook.xml') ?? '';
  const names = valuesOf(book, 'name').map((name) => name.toLowerCase());
  if (new Set(names).size !== names.length) faults.push('two sheets have one name');
  if (names.some((name) => name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name)))
    faults.push('a name no sheet can have');
  if (valuesOf(book, 'r:id').length !== names.length) faults.push('a sheet without a part');
  const styles =
    (parts.get('xl/styles.xml') ?? '').match(/<cellXfs.*<\/cellXfs>/s)?.[0].match(/<xf /g)?.length ?? 0;
  for (const [name, text] of parts)
    if (name.includes('/worksheets/')) faults.push(...sheetFaults(name, text, styles));
  return faults;
}

/** The files the archive's directory lists. */
const entriesOf = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return view.getUint16(bytes.length - 22 + 10, true);
};

const valuesOf = (xml: string, attribute: string): string[] =>
  [...xml.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => value!);

const ORDER = ['dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'ignoredErrors'];

function sheetFaults(name: string, xml: string, styles: number): string[] {
  const faults: string[] = [];
  const found = ORDER.map((one) => xml.indexOf(`<${one}`)).filter((at) => at !== -1);
  if (found.some((at, i) => i > 0 && at < found[i - 1]!))
    faults.push(`${name}: its members are out of order`);
  const cells = [...xml.matchAll(/<c r="([A-Z]+)(\d+)" s="(\d+)" t="(\w+)"/g)];
  if (cells.length !== (xml.match(/<c /g) ?? []).length) faults.push(`${name}: a cell of another form`);
  if (cells.some(([, , , style, type]) => type !== 'inlineStr' || Number(style) >= styles))
    faults.push(`${name}: a cell is no text`);
  if (/<f[ >]/.test(xml)) faults.push(`${name}: a formula`);
  if (new Set(cells.map(([cell]) => cell)).size !== cells.length) faults.push(`${name}: a cell stands twice`);
  const lines = valuesOf(xml.replace(/<c [^>]*>/g, ''), 'r').map(Number);
  if (lines.some((line, at) => line !== at + 1)) faults.push(`${name}: its rows are out of order`);
  const [, column, row] = /<dimension ref="A1:([A-Z]+)(\d+)"\/>/.exec(xml) ?? [];
  if (Number(row) !== lines.length) faults.push(`${name}: its dimension is not its rows`);
  const widest = Math.max(0, ...cells.map(([, letters]) => placeOf(letters!)));
  if (column === undefined || placeOf(column) < widest)
    faults.push(`${name}: its dimension is not its columns`);
  return faults;
}

const placeOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Why a text is no document; null where it is one. */
function malformed(xml: string): string | null {
  const open: string[] = [];
  let rest = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?>\n/, '');
  if (rest === xml) return 'does not begin as XML';
  let roots = 0;
  while (rest !== '') {
    const tag = /^<(\/?)([\w:.-]+)((?: [\w:.-]+="[^"<]*")*)(\/?)>/.exec(rest);
    if (tag === null) {
      const text = /^[^<]+/.exec(rest)?.[0];
      if (text === undefined) return `no tag: ${rest.slice(0, 30)}`;
      if (open.length === 0) return 'text beside the root';
      rest = rest.slice(text.length);
      if (/&(?!(?:amp|lt|gt|quot);)/.test(text) || UNHELD.test(text))
        return `no text: ${JSON.stringify(text.slice(0, 30))}`;
      continue;
    }
    const [all, closes, name, attributes, empty] = tag;
    const names = [...attributes!.matchAll(/ ([\w:.-]+)=/g)].map(([, one]) => one);
    if (new Set(names).size !== names.length) return `${name!}: an attribute stands twice`;
    if (closes !== '') {
      if (open.pop() !== name) return `${name!} closes what is not open`;
    } else {
      if (open.length === 0 && roots++ > 0) return 'two roots';
      if (empty === '') open.push(name!);
    }
    rest = rest.slice(all.length);
  }
  return open.length === 0 ? null : `${open.join(', ')} stays open`;
}

/** What XML 1.0 has no sign for, and a line end it would change. */
const UNHELD = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
