/** What files do to one clean table, kind by kind, each with its truth: which cells stand on which lines. */

import {
  HEADER,
  ROWS,
  TABLE,
  EACH,
  quoteWith,
  always,
  piece,
  other,
  pieces,
  utf8,
  file,
  put,
  changed,
  written,
  type Quote,
  type PollutedFile,
} from './polluted-pieces.ts';

function* delimiters(): Generator<PollutedFile> {
  for (const delimiter of [',', ';', '\t', '|']) {
    for (const [how, quote] of [
      ['bare', quoteWith(delimiter)],
      ['quoted', always()],
    ] as const) {
      const header = HEADER.join(delimiter);
      yield file('delimiter', `${delimiter} ${how}`, { header, rows: pieces(delimiter, quote) });
      yield file('delimiter', `sep=${delimiter} ${how}`, {
        above: [`sep=${delimiter}`],
        header,
        rows: pieces(delimiter, quote),
      });
    }
  }
}

function* quotes(): Generator<PollutedFile> {
  yield file('quote', 'every cell', { header: HEADER.map(always()).join(','), rows: pieces(',', always()) });
  for (let column = 0; column < HEADER.length; column++) {
    const quote: Quote = (text, at) => (at === column ? always()(text, at) : quoteWith(',')(text, at));
    yield file('quote', `column ${String(column)}`, { rows: pieces(',', quote) });
  }
  for (const row of EACH) {
    const stray = written(row).map((cell, at) => (at === 1 ? `"${TABLE[row]![1]!} "jr" x"` : cell));
    const cells = TABLE[row]!.map((cell, at) => (at === 1 ? `${cell} "jr" x` : cell));
    yield file('quote', `stray, row ${String(row)}`, {
      rows: changed(row, { text: stray.join(','), cells }),
    });
    const inch = written(row).map((cell, at) => (at === 5 ? '"5" pipe' : cell));
    const inches = TABLE[row]!.map((cell, at) => (at === 5 ? '"5" pipe' : cell));
    yield file('quote', `inches, row ${String(row)}`, {
      rows: changed(row, { text: inch.join(','), cells: inches }),
    });
    const open = written(row).map((cell, at) => (at === 1 ? `"${cell}` : cell));
    yield file('quote', `not closed, row ${String(row)}`, {
      rows: changed(row, {
        text: open.join(','),
        cells: TABLE[row]!.map((cell, at) => (at === 1 ? `"${cell}` : cell)),
      }),
    });
    const shut = written(row).map((cell, at) => (at === 5 ? `${cell}"` : cell));
    yield file('quote', `not opened, row ${String(row)}`, {
      rows: changed(row, {
        text: shut.join(','),
        cells: TABLE[row]!.map((cell, at) => (at === 5 ? `${cell}"` : cell)),
      }),
    });
  }
}

function* escapes(): Generator<PollutedFile> {
  for (const row of EACH) {
    for (const [says, note] of [
      ['inside', 'said "no" once'],
      ['before a delimiter', 'said "no", once'],
      ['at both ends', '"no"'],
    ] as const) {
      const cells = TABLE[row]!.map((cell, at) => (at === 7 ? note : cell));
      const text = [...written(row).slice(0, 7), `"${note.replaceAll('"', '\\"')}"`].join(',');
      yield file('escape', `backslash ${says}, row ${String(row)}`, { rows: changed(row, { text, cells }) });
    }
  }
}

function* lineEnds(): Generator<PollutedFile> {
  for (const end of ['\n', '\r\n', '\r']) {
    yield file('line end', JSON.stringify(end), { rows: pieces(), ends: () => end });
    for (const row of EACH.filter((at) => at % 4 === 0)) {
      const odd = end === '\n' ? '\r\n' : '\n';
      const ends = (at: number): string => (at === row ? odd : end);
      yield file('line end', `${JSON.stringify(end)}, row ${String(row)} another`, { rows: pieces(), ends });
    }
  }
  yield file('line end', 'none at the end', { rows: pieces(), ends: (at) => (at === ROWS ? '' : '\n') });
}

const units = (text: string, big: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !big);
  return bytes;
};
const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8 with mark': (text) => utf8(`\ufeff${text}`),
  'UTF-16 LE with mark': (text) => units(`\ufeff${text}`, false),
  'UTF-16 BE with mark': (text) => units(`\ufeff${text}`, true),
  'UTF-16 LE': (text) => units(text, false),
  'UTF-16 BE': (text) => units(text, true),
  'windows-1252': latin,
  'UTF-32 LE': (text) => Uint8Array.from(Array.from(latin(text)).flatMap((byte) => [byte, 0, 0, 0])),
};

function* encodings(): Generator<PollutedFile> {
  for (const [says, encode] of Object.entries(ENCODINGS))
    yield file('encoding', says, { rows: pieces(), encode });
  for (const row of EACH) {
    const name = TABLE[row]![1]!;
    const cells = TABLE[row]!;
    const odd = (text: string): Uint8Array => {
      const [before, after] = text.split(`${cells[0]!},`);
      return Uint8Array.from([
        ...utf8(`${before!}${cells[0]!},`),
        ...latin(after!.slice(0, name.length)),
        ...utf8(after!.slice(name.length)),
      ]);
    };
    yield file('encoding', `one cell windows-1252, row ${String(row)}`, { rows: pieces(), encode: odd });
  }
}

function* headers(): Generator<PollutedFile> {
  yield file('header', 'none', { header: null, names: null, rows: pieces() });
  for (let column = 0; column < HEADER.length; column++) {
    const without = HEADER.filter((_, at) => at !== column);
    const says = `column ${String(column)}`;
    yield file('header', `short, ${says}`, { header: without.join(','), names: null, rows: pieces() });
    const more = [...HEADER.slice(0, column), 'Extra', ...HEADER.slice(column)];
    yield file('header', `long, ${says}`, { header: more.join(','), names: null, rows: pieces() });
    const unnamed = HEADER.map((name, at) => (at === column ? '' : name));
    yield file('header', `unnamed, ${says}`, { header: unnamed.join(','), names: unnamed, rows: pieces() });
    const twice = HEADER.map((name, at) => (at === column ? HEADER[(column + 1) % 8]! : name));
    yield file('header', `a name twice, ${says}`, { header: twice.join(','), names: twice, rows: pieces() });
  }
  for (const row of EACH) {
    yield file('header', `repeated, row ${String(row)}`, {
      rows: put(pieces(), row, other(HEADER.join(','))),
    });
  }
  yield file('header', 'two rows', { above: ['Person,,,Deal,,Place,,'], rows: pieces() });
}

function* ragged(): Generator<PollutedFile> {
  for (const row of EACH) {
    for (let at = 0; at < HEADER.length; at++) {
      const cells = written(row);
      const more = [...cells.slice(0, at), '', ...cells.slice(at)].join(',');
      const where = `row ${String(row)}, place ${String(at)}`;
      yield file('one delimiter too many', where, { rows: changed(row, { text: more, cells: TABLE[row]! }) });
      if (at === 7) continue;
      const less = [...cells.slice(0, at), `${cells[at]!}${cells[at + 1]!}`, ...cells.slice(at + 2)].join(
        ',',
      );
      yield file('one delimiter missing', where, { rows: changed(row, { text: less, cells: TABLE[row]! }) });
    }
  }
}

function* around(): Generator<PollutedFile> {
  for (let lines = 1; lines <= 10; lines++) {
    const above = Array.from({ length: lines }, (_, at) =>
      at === 0 ? 'Deals of 2025' : `Filter ${String(at)}`,
    );
    yield file('preamble', `${String(lines)} lines`, { above, rows: pieces() });
    yield file('preamble', `${String(lines)} padded lines`, {
      above: above.map((text) => text + ','.repeat(7)),
      rows: pieces(),
    });
    yield file('preamble', `${String(lines)} lines and a blank one`, {
      above: [...above, ''],
      rows: pieces(),
    });
    const notes = ['', `Grand Totals (${String(ROWS)} records)`, 'Copyright © 2025 salesforce, inc.'];
    const blank = Array.from({ length: lines }, () => other(''));
    yield file('footer', `behind ${String(lines)} blank lines`, {
      rows: [...pieces(), ...blank, ...notes.map(other)],
    });
    const second = ['Deal Id,Stage,Value', '9,won,100', '10,lost,200'].map(other);
    yield file('several tables', `behind ${String(lines)} blank lines`, {
      rows: [...pieces(), ...blank, ...second],
    });
  }
}

function* tablesBelow(): Generator<PollutedFile> {
  for (const row of EACH.filter((at) => at % 4 === 3)) {
    for (const names of [
      'Record ID,Stage,Value',
      'Deal Id,Stage,Value',
      HEADER.join(',').replace('City,Phone', 'Phone,City'),
    ]) {
      const rows = [
        names,
        ...Array.from(
          { length: 3 },
          (_, at) => `${String(at + 9)}${',x'.repeat(names.split(',').length - 2)},100`,
        ),
      ];
      for (const pad of ['', ','.repeat(HEADER.length - names.split(',').length)]) {
        yield file('several tables', `straight below row ${String(row)}, ${names}, ${pad}`, {
          rows: [...pieces().slice(0, row + 1), ...rows.map((text) => other(text + pad))],
        });
      }
    }
  }
}

function* blanks(): Generator<PollutedFile> {
  for (const row of EACH) {
    const where = `before row ${String(row)}`;
    yield file('empty rows', where, { rows: put(pieces(), row, other('')) });
    yield file('empty rows', `three, ${where}`, {
      rows: put(pieces(), row, other(''), other(''), other('')),
    });
    yield file('empty rows', `of delimiters, ${where}`, { rows: put(pieces(), row, other(','.repeat(7))) });
    const words = TABLE[row]!.map((cell, at) => (at === 3 || at === 4 ? 'unknown' : cell));
    yield file('rows parted by blanks', `words in numbers, row ${String(row)}`, {
      rows: put(changed(row, piece(words)), row, other('')),
    });
  }
  for (let every = 1; every <= 20; every++) {
    const rows = pieces().flatMap((one, at) => (at % every === 0 ? [other(''), one] : [one]));
    yield file('rows parted by blanks', `every ${String(every)}`, { rows });
  }
}

function* padded(): Generator<PollutedFile> {
  for (let column = 0; column < HEADER.length; column++) {
    for (const [says, pad] of [
      ['before', (text: string) => `  ${text}`],
      ['behind', (text: string) => `${text}  `],
    ] as const) {
      const cells = TABLE.map((row) => row.map((cell, at) => (at === column ? pad(cell) : cell)));
      yield file('padded cells', `${says}, column ${String(column)}`, {
        rows: cells.map((row) => piece(row)),
      });
    }
    const quote: Quote = (text, at) => (at === column && at > 0 ? ' ' : '') + always()(text, at);
    yield file('padded cells', `blank before a quote, column ${String(column)}`, {
      rows: pieces(',', quote),
    });
  }
}

/** About two thousand files. */
export function* pollutedFiles(): Generator<PollutedFile> {
  yield* delimiters();
  yield* quotes();
  yield* escapes();
  yield* lineEnds();
  yield* encodings();
  yield* headers();
  yield* ragged();
  yield* around();
  yield* tablesBelow();
  yield* blanks();
  yield* padded();
}
