import type { ByteSource } from '../source.ts';
import { DecodeFailure, StrictDecoder } from './decode.ts';
import { TextDamage } from './damage.ts';
import { detectDelimiter, NO_DELIMITER, sepLine } from './delimiter.ts';
import type { EncodingDecision } from './encoding.ts';
import { Feed } from './feed.ts';
import type { ReadHooks, ReadProgress, ReadWarning } from '../report.ts';
import type { CsvChoices, CsvReport, CsvResult } from './csv-report.ts';
import { partingSign, type Parting } from './one-column.ts';
import { quoteHabit, USUAL } from './requote.ts';
import { RowReader, RowTooLong } from './rows.ts';
import type { LineList } from '../table/noted-lines.ts';
import type { Scan } from './scan.ts';
import { PlainLines } from './plain-lines.ts';
import { guarded, Stopped } from '../stopped.ts';
import { endTable, handOn, type Again } from '../table/hand-on.ts';
import { Table } from '../table/table.ts';
import type { RowHabit } from '../table/widths.ts';

/** Characters looked at before the delimiter is decided. */
const SAMPLE_CHARS = 256 * 1024;
/** Bytes made text at once until the way of the rest is known. */
const FIRST_BYTES = 64 * 1024;

/** The second pass. */
export class Reading {
  readonly #source: ByteSource;
  readonly #choices: CsvChoices;
  readonly #scan: Scan;
  readonly #decision: EncodingDecision;
  readonly #onProgress: (progress: ReadProgress) => void;
  readonly #hooks: ReadHooks;
  readonly #table: Table;
  #sample = '';
  #rows: RowReader | null = null;
  #feed: Feed | null = null;
  #delimiter: string | null = null;
  #delimiterBy: CsvReport['delimiterBy'] = 'detected';
  #sepText: string | null = null;
  /** RD22 */
  #parting: Parting | null = null;
  #habit = USUAL;
  /** Null where the first pass has looked for it. */
  readonly #damage: TextDamage | null;

  constructor(
    source: ByteSource,
    choices: CsvChoices,
    scan: Scan,
    decision: EncodingDecision,
    onProgress: (progress: ReadProgress) => void,
    hooks: ReadHooks,
    habit: RowHabit | null,
  ) {
    this.#source = source;
    this.#choices = choices;
    this.#scan = scan;
    this.#decision = decision;
    this.#onProgress = onProgress;
    this.#hooks = hooks;
    this.#damage = decision.encoding === 'utf-8' ? null : new TextDamage();
    this.#table = new Table(choices, habit, hooks);
  }

  async run(): Promise<CsvResult | Again> {
    const decoder = new StrictDecoder(this.#decision.encoding);
    const { bytes: total } = this.#scan;
    let done = 0;
    for await (const chunk of guarded(this.#source, this.#hooks)) {
      done += chunk.length;
      let at = 0;
      for (; this.#feed === null && at < chunk.length; at += FIRST_BYTES) {
        this.#text(() => decoder.push(chunk.subarray(at, at + FIRST_BYTES)));
        this.#feed = this.#openFeed(decoder);
      }
      if (at < chunk.length) this.#feed?.push(chunk.subarray(at));
      await handOn(this.#table, this.#hooks);
      this.#onProgress({ what: 'read', done, total, rows: this.#table.rows });
      if (this.#table.failure !== null) break;
    }
    if (this.#table.failure === null) {
      if (done !== total) throw new Stopped({ code: 'changed-while-read' });
      this.#feed?.end();
      this.#text(() => decoder.end());
      this.#damage?.end();
      this.#split(() => {
        this.#rows ??= this.#start(true);
        this.#rows.end();
      });
    }
    return await this.#finish(decoder);
  }

  #text(decode: () => string): void {
    let text: string;
    try {
      text = decode();
    } catch (error) {
      if (!(error instanceof DecodeFailure)) throw error;
      const { encoding, by } = this.#decision;
      // UTF-8 was proved by the first pass, unless it was chosen by hand.
      if (encoding === 'utf-8' && by !== 'chosen') throw new Stopped({ code: 'changed-while-read' });
      const line = encoding === 'utf-8' ? (this.#scan.bad.lines[0] ?? error.line) : error.line;
      throw new Stopped({ code: 'not-in-encoding', encoding, line });
    }
    this.#damage?.push(text);
    this.#split(() => {
      if (this.#rows !== null) this.#rows.push(text);
      else {
        this.#sample += text;
        if (this.#sample.length >= SAMPLE_CHARS) this.#rows = this.#start(false);
      }
    });
  }

  /** Once the table is open, UTF-8 that the first pass proved needs no decoding where its lines are plain. */
  #openFeed(decoder: StrictDecoder): Feed | null {
    const rows = this.#rows;
    const table = this.#table;
    if (rows === null || !table.open) return null;
    if (this.#decision.encoding !== 'utf-8' || this.#scan.bad.count > 0) return null;
    if (this.#delimiter === null || !PlainLines.parts(this.#delimiter)) return null;
    if (this.#habit.apostrophes) return null;
    const plain: PlainLines = new PlainLines(
      this.#delimiter.charCodeAt(0),
      table.header.length,
      table.habit,
      (bytes, bounds, count) => table.takeLine(bytes, bounds, count, rows.line + plain.lf + plain.crlf),
    );
    return new Feed({ plain, decoder, rows, table, text: (decode) => this.#text(decode) });
  }

  #split(parse: () => void): void {
    try {
      parse();
    } catch (error) {
      if (error instanceof RowTooLong) throw new Stopped({ code: 'row-too-long', line: error.line });
      throw error;
    }
  }

  /** Decides the delimiter on the first text. */
  #start(complete: boolean): RowReader {
    let text = this.#sample;
    this.#sample = '';
    const sep = sepLine(text);
    if (sep !== null) {
      this.#sepText = text.slice(0, sep.length).trim();
      text = text.slice(sep.length);
    }
    if (this.#choices.delimiter !== null) {
      this.#delimiter = this.#choices.delimiter;
      this.#delimiterBy = 'chosen';
    } else if (sep !== null) {
      this.#delimiter = sep.delimiter;
      this.#delimiterBy = 'sep-line';
    } else {
      const sample = text.slice(0, SAMPLE_CHARS);
      const whole = complete && text.length <= SAMPLE_CHARS;
      this.#delimiter = detectDelimiter(sample, whole);
      if (this.#delimiter === null) this.#parting = partingSign(sample, whole);
    }
    if (this.#sepText !== null) {
      this.#table.dropped.push({ kind: 'sep-line', fromLine: 1, toLine: 1, texts: [this.#sepText] });
    }
    const keep = this.#choices.apostrophes === 'keep';
    const delimiter = this.#delimiter ?? NO_DELIMITER;
    // Enough of the text to see a habit; its last line may be cut.
    this.#habit = quoteHabit(complete ? `${text}\n` : text.slice(0, SAMPLE_CHARS), delimiter, keep);
    const rows = new RowReader(delimiter, this.#habit, sep === null ? 1 : 2, (block) => {
      this.#table.take(block);
    });
    rows.push(text);
    rows.flush();
    return rows;
  }

  async #finish(decoder: StrictDecoder): Promise<CsvResult | Again> {
    const table = this.#table;
    const ended = await endTable(table, this.#source, this.#hooks);
    if (!('set' in ended)) return ended;
    const { set, lineBreaks } = ended;
    const { encoding, by, byteOrderMark } = this.#decision;
    const report: CsvReport = {
      file: this.#source.name,
      size: this.#scan.bytes,
      sha256: this.#scan.sha256,
      encoding,
      encodingBy: by,
      byteOrderMark,
      delimiter: this.#delimiter,
      delimiterBy: this.#delimiterBy,
      newline: newlineOf(this.#rows),
      headerLine: table.headerLine,
      header: table.header,
      rows: table.rows,
      stored: set.rows,
      blank: table.blank,
      rejected: table.rejected.list,
      dropped: table.dropped,
      warnings: this.#warnings(decoder),
      lineBreaks,
      choices: {
        encoding,
        delimiter: this.#delimiter,
        headerLine: table.headerLine,
        short: this.#choices.short ?? null,
        long: this.#choices.long ?? null,
        ...((this.#choices.labels ?? null) === null ? {} : { labels: this.#choices.labels! }),
      },
    };
    return { ok: true, set, report };
  }

  #warnings(decoder: StrictDecoder): ReadWarning[] {
    const warnings: ReadWarning[] = [];
    const warn = (code: ReadWarning['code'], { count, lines }: LineList): void => {
      if (count > 0) warnings.push({ code, count, lines });
    };
    const { encoding, by } = this.#decision;
    const eightBit = !encoding.startsWith('utf-16');
    if (encoding === 'windows-1252' && by === 'detected') warn('assumed-windows-1252', this.#scan.bad);
    warn('mixed-encoding', decoder.otherLines);
    warn('bad-bytes', decoder.mendedLines);
    const unclosed = this.#rows?.unclosedFrom ?? null;
    if (unclosed !== null) warn('unclosed-quote', { count: 1, lines: [unclosed] });
    if (this.#rows !== null) warn('stray-quote', this.#rows.stray.list());
    if (this.#rows !== null) warn('quote-over-line-end', this.#rows.alone.list());
    const requoted = this.#rows?.requoted ?? 0;
    if (this.#habit.apostrophes) warn('apostrophes-as-quotes', { count: requoted, lines: [] });
    else warn('blanks-before-quotes', { count: requoted, lines: [] });
    if (this.#rows !== null) warn('quotes-after-blank', this.#rows.afterBlank.list());
    if (this.#rows !== null) warn('quote-inside-cell', this.#rows.inside.list());
    if (this.#rows !== null) warn('text-formulas', this.#rows.formulas.list());
    const ends = this.#rows?.ends;
    if (newlineOf(this.#rows) === 'mixed' && ends !== undefined) {
      const most = Math.max(ends.lf, ends.crlf, ends.cr);
      warn('mixed-newlines', { count: ends.lf + ends.crlf + ends.cr - most, lines: [] });
    }
    if (eightBit) warn('nul-characters', this.#scan.nul);
    warnings.push(...(this.#damage?.found ?? this.#scan.damage).warnings(), ...this.#table.warnings());
    const { shortLast } = this.#table;
    if (shortLast !== null && this.#rows?.lastEnded === false)
      warn('cut-off', { count: 1, lines: [shortLast] });
    const parting = this.#parting;
    if (parting !== null)
      warnings.push({ code: 'one-column', count: parting.lines, lines: [], value: parting.sign });
    if (this.#table.rows === 0) warnings.push({ code: 'no-rows', count: 0, lines: [] });
    return warnings;
  }
}

function newlineOf(rows: RowReader | null): CsvReport['newline'] {
  if (rows === null) return null;
  const { lf, crlf, cr } = rows.ends;
  if ((lf > 0 ? 1 : 0) + (crlf > 0 ? 1 : 0) + (cr > 0 ? 1 : 0) > 1) return 'mixed';
  return lf > 0 ? '\n' : crlf > 0 ? '\r\n' : cr > 0 ? '\r' : null;
}
