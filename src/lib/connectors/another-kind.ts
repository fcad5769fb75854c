/** Kinds of files that hold no delimited text; the catalogue says what each is and what to do with it. */
export type AnotherKind =
  | 'excel-xml'
  | 'excel-binary'
  | 'excel-locked'
  | 'excel-old'
  | 'office-document'
  | 'spreadsheet'
  | 'zip'
  | 'compressed'
  | 'pdf'
  | 'picture'
  | 'html'
  | 'xml'
  | 'json'
  | 'rich-text'
  | 'contact-card'
  | 'database'
  | 'utf-32'
  | 'no-text';

/** Bytes looked at: a workbook's first names and a page's first tags stand within them. */
export const KIND_BYTES = 64 * 1024;

/** RD7: what a file is that begins so, where that is no delimited text; null where it may be. */
export function anotherKind(start: Uint8Array): AnotherKind | null {
  const head = start.subarray(0, KIND_BYTES);
  if (isUtf32(head)) return 'utf-32';
  return bySignature(head) ?? byFirstText(firstText(head)) ?? (isText(head) ? null : 'no-text');
}

const SIGNATURES: readonly (readonly [kind: AnotherKind, bytes: string, at?: number])[] = [
  ['excel-old', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['compressed', '\x1f\x8b\x08'],
  ['compressed', '\xfd7zXZ\0'],
  ['compressed', '7z\xbc\xaf\x27\x1c'],
  ['compressed', 'Rar!\x1a\x07'],
  ['compressed', '\x28\xb5\x2f\xfd'],
  ['compressed', 'ustar', 257],
  ['picture', '\x89PNG\r\n\x1a\n'],
  ['picture', '\xff\xd8\xff'],
  ['picture', 'GIF87a'],
  ['picture', 'GIF89a'],
  ['picture', 'II*\0'],
  ['picture', 'MM\0*'],
  ['picture', 'ftyp', 4],
  ['database', 'SQLite'],
  ['database', 'PAR1'],
  ['rich-text', '{\\rtf'],
];

function bySignature(head: Uint8Array): AnotherKind | null {
  const begins = (text: string, at = 0): boolean => latin(head, at, at + text.length) === text;
  if (begins('PK\x07\x08')) return 'zip';
  for (const [kind, bytes, at] of SIGNATURES) if (begins(bytes, at)) return kind;
  if (begins('BZh') && begins('1AY&SY', 4)) return 'compressed';
  if (begins('RIFF') && begins('WEBP', 8)) return 'picture';
  return begins('BM') && begins('\0\0\0\0', 6) ? 'picture' : null;
}

/** RD7: what an archive is that holds files of these names, in small letters, and no sheets that are read. */
export function zipKind(zip: Uint8Array, names: readonly string[]): AnotherKind {
  if (names.some((name) => /^xl\/.*\.bin$/.test(name))) return 'excel-binary';
  return kindOfZip(
    `${latin(zip.subarray(0, KIND_BYTES))} ${names.some((name) => name === '[content_types].xml') ? '[Content_Types].xml' : ''}`,
  );
}

function kindOfZip(bytes: string): AnotherKind {
  if (bytes.includes('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')) return 'spreadsheet';
  if (bytes.includes('Index/Document.iwa') || bytes.includes('Index/Tables/')) return 'spreadsheet';
  const office = bytes.includes('[Content_Types].xml') || bytes.includes('mimetypeapplication/vnd.oasis');
  return office ? 'office-document' : 'zip';
}

const HTML = /^(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|style|title|div|p|br)\b/i;
const MHTML = /^MIME-Version:\s*\d|^Content-Type:\s*(?:multipart|text\/html)/i;
const XML =
  /^<(?:\?xml\b|!DOCTYPE\b|!--|[a-z][\w:.-]*(?:>\s*<[a-z]|(?:\s+[\w:.-]+\s*=\s*["'][^"'<]*["'])+\s*\/?>))/i;
/** An object with its first name, or a list of objects, lists or texts: no header row begins so. */
const JSON_START =
  /^(?:\{\s*(?:\}\s*$|"(?:[^"\\]|\\.)*"\s*:)|\[\s*(?:\]\s*$|\{|\[|"(?:[^"\\\r\n]|\\.)*"\s*[,\]]))/;

function byFirstText(text: string): AnotherKind | null {
  if (text.startsWith('%PDF-')) return 'pdf';
  if (/^BEGIN:V(?:CARD|CALENDAR)\s*$/im.test(text.slice(0, 20))) return 'contact-card';
  if (HTML.test(text) || MHTML.test(text)) return 'html';
  if (XML.test(text)) return xmlKind(text);
  return JSON_START.test(text) ? 'json' : null;
}

/** Excel reads pages and its own XML under any name, so apps give both as "Excel files". */
function xmlKind(text: string): AnotherKind {
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'excel-xml';
  return /<(?:!doctype\s+)?html\b/i.test(text.slice(0, 2048)) ? 'html' : 'xml';
}

/** The first characters after byte order mark and white space; letters beyond ASCII do not matter here. */
function firstText(head: Uint8Array): string {
  const zeros = head.subarray(0, 512).filter((byte) => byte === 0).length;
  const wide = zeros * 4 >= Math.min(head.length, 512);
  const text = latin(wide ? head.filter((byte) => byte !== 0) : head, 0, 8192);
  return text.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*/, '');
}

/** UTF-32 by its mark, or by three zeros beside each of the first characters. */
function isUtf32(head: Uint8Array): boolean {
  const four = [...head.subarray(0, 4)].join(' ');
  if (four === '255 254 0 0' || four === '0 0 254 255') return true;
  const units = Math.min(head.length >> 2, 64);
  if (units < 4) return false;
  let little = 0;
  let big = 0;
  for (let i = 0; i < units * 4; i += 4) {
    const [a, b, c, d] = [head[i]!, head[i + 1]!, head[i + 2]!, head[i + 3]!];
    if (a + b > 0 && c === 0 && d === 0) little++;
    if (a === 0 && b === 0 && c + d > 0) big++;
  }
  // A sign beyond the first plane among them has a third byte.
  return Math.max(little, big) * 8 >= units * 7;
}

/** Under a twentieth of the bytes are controls no text has; UTF-16 has many and is told by its mark or zeros. */
function isText(head: Uint8Array): boolean {
  let controls = 0;
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) {
    const byte = head[i]!;
    if (byte === 0) zeros[i & 1]!++;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1a && byte !== 0x1b)) controls++;
  }
  if (head.length < 32 || controls * 20 < head.length) return true;
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const [least, most] = [Math.min(...zeros), Math.max(...zeros)];
  return marked || (most * 20 >= head.length && least * 10 < most);
}

function latin(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = '';
  const part = bytes.subarray(from, to);
  for (let at = 0; at < part.length; at += 4096) text += String.fromCharCode(...part.subarray(at, at + 4096));
  return text;
}
