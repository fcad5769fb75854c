import { BrokenWorkbook } from './faults.ts';
import { timeForm, type TimeForm } from './formats.ts';
import { attribute, XmlFault, XmlReader, type XmlTaker } from './xml.ts';
import { partKey, unpacked, type ZipEntry } from './zip.ts';

/** The archive of a workbook. */
export class Archive {
  readonly #zip: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  readonly #most: number;

  /** `most`: bytes of a part once it is unpacked. */
  constructor(zip: Uint8Array, entries: ReadonlyMap<string, ZipEntry>, most: number) {
    this.#most = most;
    this.#zip = zip;
    this.#entries = entries;
  }

  entry(name: string): ZipEntry | null {
    return this.#entries.get(partKey(name)) ?? null;
  }

  /** Reads a part as it is unpacked, a step a piece: how many of its characters were read. Ends early where the caller does. */
  *steps(entry: ZipEntry, most: number, taker: XmlTaker): Generator<number, void, void> {
    const reader = new XmlReader(taker);
    let decoder: InstanceType<typeof TextDecoder> | null = null;
    try {
      for (const piece of unpacked(this.#zip, entry, most)) {
        decoder ??= new TextDecoder(isWide(piece), { fatal: true });
        const text = decoder.decode(piece, { stream: true });
        reader.push(text);
        yield text.length;
      }
      if (decoder === null) throw new XmlFault();
      reader.push(decoder.decode());
      reader.end();
    } catch (error) {
      if (error instanceof XmlFault || error instanceof TypeError) throw new BrokenWorkbook(entry.name);
      throw error;
    }
  }

  /** Reads a part whole; nothing where there is none. */
  read(name: string, taker: XmlTaker, most = this.#most): void {
    const entry = this.entry(name);
    if (entry === null) return;
    const steps = this.steps(entry, most, taker);
    while (steps.next().done !== true);
  }
}

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** In the archive. */
  readonly part: string;
}

export interface Workbook {
  /** Those that hold cells, in the order of their tabs. */
  readonly sheets: readonly SheetPart[];
  readonly system: 1900 | 1904;
  readonly strings: string | null;
  readonly styles: string | null;
}

/** What each part points at: its target by its id, and the first of each kind. */
interface Relations {
  readonly byId: ReadonlyMap<string, { readonly kind: string; readonly target: string }>;
  readonly first: (kind: string) => string | null;
}

/** The part of the workbook itself, as the archive says, else the usual one. */
export function workbookPart(archive: Archive): string | null {
  const named = relations(archive, '').first('officeDocument');
  return [named, 'xl/workbook.xml'].find((name) => name !== null && archive.entry(name) !== null) ?? null;
}

export function openWorkbook(archive: Archive, part: string): Workbook {
  const related = relations(archive, part);
  const sheets: SheetPart[] = [];
  let system: Workbook['system'] = 1900;
  archive.read(
    part,
    tags((name, tag) => {
      if (name === 'workbookPr' && /^(?:1|true)$/.test(attribute(tag, 'date1904') ?? '')) system = 1904;
      if (name !== 'sheet') return;
      // Its `id` is one of relations, whatever they are called here.
      const target = related.byId.get(/:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '');
      if (target?.kind !== 'worksheet') return;
      const state = attribute(tag, 'state');
      sheets.push({
        name: attribute(tag, 'name') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
        part: target.target,
      });
    }),
  );
  return { sheets, system, strings: related.first('sharedStrings'), styles: related.first('styles') };
}

/** The day or time form of every cell style, by its number. */
export function timeForms(archive: Archive, part: string | null): readonly (TimeForm | null)[] {
  const codes = new Map<number, string>();
  const forms: (TimeForm | null)[] = [];
  let cells = false;
  if (part === null) return forms;
  archive.read(
    part,
    tags(
      (name, tag) => {
        if (name === 'numFmt')
          codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
        else if (name === 'cellXfs') cells = true;
        else if (name === 'xf' && cells) {
          const id = Number(attribute(tag, 'numFmtId') ?? 0);
          forms.push(timeForm(id, codes.get(id) ?? null));
        }
      },
      (name) => {
        if (name === 'cellXfs') cells = false;
      },
    ),
  );
  return forms;
}

function relations(archive: Archive, part: string): Relations {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const byId = new Map<string, { readonly kind: string; readonly target: string }>();
  archive.read(
    `${folder}_rels/${part.slice(slash)}.rels`,
    tags((name, tag) => {
      if (name !== 'Relationship' || attribute(tag, 'TargetMode') === 'External') return;
      const kind = (attribute(tag, 'Type') ?? '').replace(/^.*\//, '');
      const target = attribute(tag, 'Target') ?? '';
      byId.set(attribute(tag, 'Id') ?? '', { kind, target: inFolder(folder, target) });
    }),
  );
  const all = [...byId.values()];
  return { byId, first: (kind) => all.find((one) => one.kind === kind)?.target ?? null };
}

function inFolder(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/** Takes tags alone. */
const tags = (
  open: (name: string, tag: string) => void,
  close: (name: string) => void = () => undefined,
): XmlTaker => ({ listens: false, open, close, text: () => undefined });

/** A mark of UTF-16 at the start of a part; every other is UTF-8. */
const isWide = (bytes: Uint8Array): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? 'utf-16le'
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'utf-16be'
      : 'utf-8';
