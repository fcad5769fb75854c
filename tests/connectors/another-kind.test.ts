import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/lib/connectors/read-file.ts';
import { bytesSource } from '../../src/lib/connectors/source.ts';
import { readingProblem } from '../../src/lib/words/en/problems-reading.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf16 = (text: string): Uint8Array => latin1(Array.from(text, (sign) => `${sign}\0`).join(''));
const utf32 = (text: string, big: boolean): Uint8Array =>
  latin1(Array.from(text, (sign) => (big ? `\0\0\0${sign}` : `${sign}\0\0\0`)).join(''));

/** An archive of files with these names; the first is stored as it is. */
const zipOf = (...names: readonly (readonly [name: string, holds?: string])[]): Uint8Array =>
  zipSync(
    Object.fromEntries(
      names.map(([name, holds = '']) => [name, [strToU8(holds), { level: name === 'mimetype' ? 0 : 6 }]]),
    ),
  );

const TABLE = '<table border="1">\n<tr><th>Account ID</th><th>Account Name</th></tr>\n</table>';

const KINDS: readonly (readonly [file: string, bytes: Uint8Array, kind: string])[] = [
  ['a.xlsb', zipOf(['[Content_Types].xml'], ['xl/workbook.bin', 'x']), 'excel-binary'],
  ['a.docx', zipOf(['[Content_Types].xml'], ['word/document.xml', '<w/>']), 'office-document'],
  ['a.ods', zipOf(['mimetype', 'application/vnd.oasis.opendocument.spreadsheet']), 'spreadsheet'],
  ['a.numbers', zipOf(['Index/Document.iwa', 'x'], ['Index/Tables/1.iwa', 'x']), 'spreadsheet'],
  ['a.zip', zipOf(['contacts.csv', 'Id,Name']), 'zip'],
  ['a.zip', latin1(`PK\x05\x06${'\0'.repeat(18)}`), 'zip'],
  [
    'a.xlsx',
    latin1(
      `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(90_000)}E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0`,
    ),
    'excel-locked',
  ],
  ['a.xls', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + '\0'.repeat(600)), 'excel-old'],
  ['a.csv.gz', gzipSync(utf8('Id,Name\n1,Ann\n')), 'compressed'],
  ['a.7z', latin1('7z\xbc\xaf\x27\x1c\0\x04'), 'compressed'],
  ['a.tar', latin1(`a.csv${'\0'.repeat(252)}ustar\0`), 'compressed'],
  ['a.pdf', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj'), 'pdf'],
  ['a.csv', utf8('\ufeff\n%PDF-1.4\n'), 'pdf'],
  ['a.png', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'picture'],
  ['a.jpg', latin1('\xff\xd8\xff\xe0\0\x10JFIF'), 'picture'],
  ['a.csv', latin1('RIFF\x24\0\0\0WEBPVP8 '), 'picture'],
  ['a.xls', utf8(`<html><head><meta charset="utf-8"></head>\n<body>${TABLE}</body></html>`), 'html'],
  ['a.xls', utf8(`\ufeff\r\n  <!DOCTYPE html>\n${TABLE}`), 'html'],
  ['a.csv', utf8(`<!-- report -->\n<TABLE>\n<tr>`), 'html'],
  ['a.xls', utf16(`<html>${TABLE}</html>`), 'html'],
  ['a.xls', utf8('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n'), 'html'],
  [
    'a.xls',
    utf8(
      '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>',
    ),
    'excel-xml',
  ],
  ['a.xml', utf8('<?xml version="1.0"?><contacts><contact id="1"/></contacts>'), 'xml'],
  ['a.csv', utf8('<records>\n  <record><Id>1</Id></record></records>'), 'xml'],
  ['a.csv', utf8('{"status":"error","message":"This access token is expired"}\n'), 'json'],
  ['a.csv', utf8('[\n  { "Id": "1", "Name": "Ann" }\n]'), 'json'],
  ['a.csv', utf8('{"Id":"1"}\n{"Id":"2"}\n'), 'json'],
  ['a.csv', utf8('["Id","Name"]\n["1","Ann"]\n'), 'json'],
  ['a.csv', utf8('[]\n'), 'json'],
  ['a.csv', utf8('{\\rtf1\\ansi Id,Name}'), 'rich-text'],
  ['a.vcf', utf8('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann\r\nEND:VCARD\r\n'), 'contact-card'],
  ['a.db', utf8(`SQLite format 3\0\x10\0\x01\x01`), 'database'],
  ['a.csv', latin1('\xff\xfe\0\0I\0\0\0d\0\0\0'), 'utf-32'],
  ['a.csv', utf32('Id,Name\n1,Ann\n', false), 'utf-32'],
  ['a.csv', utf32('Id;Name\n1;Ann\n', true), 'utf-32'],
  ['a.dat', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256), 'no-text'],
];

const TEXTS: readonly (readonly [says: string, bytes: Uint8Array])[] = [
  ['a name in braces or brackets', utf8('[Id],{Name}\n1,Ann\n')],
  ['cells of JSON and HTML', utf8('Id,Note\n1,"{""a"":1}"\n2,<html><table>\n')],
  ['a name in a tag', utf8('<Id>,<b>Name</b>\n1,Ann\n')],
  ['letters that begin as a signature does', utf8('BM,PAR\nx,y\n')],
  ['UTF-16 without a mark', utf16('Id\tA\tB\tC\tD\tE\n1\ta\tb\tc\td\te\n')],
  ['UTF-16 with a mark', latin1(`\xff\xfe${Array.from('Id,N\n1,a\n', (sign) => `${sign}\0`).join('')}`)],
  ['some NUL characters', utf8(`Id,Name\n1,A\0nn\n2,${'Bo '.repeat(30)}\0\n`)],
  ['one byte alone', utf8('I')],
];

const read = (name: string, bytes: Uint8Array, chunk = 5) => readFile(bytesSource(name, bytes, chunk));

describe('[RD7] bytes of another kind of file', () => {
  it.each(KINDS)(`%s is refused as what it is: %#`, async (name, bytes, kind) => {
    const result = await read(name, bytes);
    expect(result).toEqual({ ok: false, problem: { file: name, code: 'another-kind', kind } });
  });

  it.each(TEXTS)('%s is a text', async (_, bytes) => {
    expect(await read('a.csv', bytes)).toMatchObject({ ok: true });
  });

  it('says in one sentence what it is and what to do', async () => {
    for (const [name, bytes] of KINDS) {
      const result = await read(name, bytes, 1024);
      const says = result.ok ? '' : readingProblem(result.problem);
      expect(says).toMatch(
        new RegExp(`^${name.replaceAll('.', '\\.')} is [^.:]+: [^.]*(?:read|unpack)[^.]*\\.$`),
      );
    }
    const book = await read('book.xlsb', KINDS[0]![1]);
    expect(!book.ok && readingProblem(book.problem)).toBe(
      'book.xlsb is an Excel binary workbook (XLSB): open it in Excel, save it as XLSX or CSV UTF-8 and read that.',
    );
  });

  it('an encoding chosen by hand reads what only looks like no text', async () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256);
    const result = await readFile(bytesSource('a.dat', bytes), { encoding: 'windows-1252' });
    expect(!result.ok && result.problem.code).not.toBe('another-kind');
  });
});
