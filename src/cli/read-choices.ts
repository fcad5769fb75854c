import { SIDES, type SyncDesign } from '../lib/engine/index.ts';
import type { Side } from '../lib/engine/model/side.ts';
import type { FileChoices } from '../lib/connectors/read-file.ts';
import { done, wrongCall, type Attempt } from './attempt.ts';
import { namedOrOnly, namedSync } from './named-sync.ts';

type Choices = Partial<FileChoices>;

/** What a call says about the reading of one file; nothing said: as found. */
export type ReadChoices = (sync: string, side: Side) => Choices;

/** Reads `--read [SYNC=]SIDE:NAME=VALUE,…` (FORMATS.md, Command line); the same SYNC as `--left` and `--right` take. */
export function readChoices(
  design: Pick<SyncDesign, 'syncs'>,
  given: readonly string[],
): Attempt<ReadChoices> {
  const said = new Map<string, Choices>();
  for (const text of given) {
    const { sync: named, rest } = namedSync(design, text);
    const side = SIDES.find((candidate) => rest.startsWith(`${candidate}:`));
    if (side === undefined)
      return wrongCall(`--read ${text} names no side; write --read left:… or --read right:….`);
    const meant = namedOrOnly(design, named, 'read', text);
    if (!meant.ok) return meant;
    const sync = meant.value?.id ?? '';
    const choices = choicesOf(text, rest.slice(side.length + 1), said.get(`${side} ${sync}`) ?? {});
    if (!choices.ok) return choices;
    said.set(`${side} ${sync}`, choices.value);
  }
  return done((sync, side) => said.get(`${side} ${sync}`) ?? {});
}

/** The choices of one file, added to those that an earlier `--read` gave it. */
function choicesOf(text: string, list: string, earlier: Choices): Attempt<Choices> {
  let choices = earlier;
  for (const part of list.split(',')) {
    const equals = part.indexOf('=');
    const [name, value] = [part.slice(0, Math.max(equals, 0)), part.slice(equals + 1)];
    const read = Object.hasOwn(READERS, name) ? READERS[name as keyof typeof READERS] : undefined;
    if (read === undefined) {
      return wrongCall(
        `--read ${text}: ${part === '' ? 'a choice is missing' : `there is no choice ${part}`}; it takes ${SHAPE}.`,
      );
    }
    const chosen = read(value);
    if (chosen === null)
      return wrongCall(`--read ${text}: ${name} takes ${TAKES[name as keyof typeof TAKES]}.`);
    const [member] = Object.keys(chosen) as (keyof FileChoices)[];
    if (choices[member!] !== undefined)
      return wrongCall(`--read ${text}: ${name} is given twice for this file.`);
    choices = { ...choices, ...chosen };
  }
  return done(choices);
}

/** Null: not a value of this choice. */
const READERS = {
  encoding: (value: string): Choices | null => (value === '' ? null : { encoding: value }),
  delimiter: (value: string): Choices | null => {
    const delimiter = Object.hasOwn(DELIMITERS, value) ? DELIMITERS[value]! : value;
    return [...delimiter].length === 1 ? { delimiter } : null;
  },
  sheet: (value: string): Choices | null => (value === '' ? null : { sheet: value }),
  header: (value: string): Choices | null =>
    /^[1-9]\d{0,8}$/.test(value) ? { headerLine: Number(value) } : null,
  short: (value: string): Choices | null =>
    value === 'fill' || value === 'reject' ? { short: value } : null,
  long: (value: string): Choices | null => (value === 'fill' || value === 'reject' ? { long: value } : null),
  apostrophes: (value: string): Choices | null =>
    value === 'drop' || value === 'keep' ? { apostrophes: value } : null,
  labels: (value: string): Choices | null =>
    value === 'drop' || value === 'keep' ? { labels: value } : null,
};

const DELIMITERS: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  pipe: '|',
  space: ' ',
};

const TAKES: Readonly<Record<keyof typeof READERS, string>> = {
  encoding: 'the name of an encoding, such as utf-8 or windows-1252',
  delimiter: 'comma, semicolon, tab, pipe, space or one character',
  sheet: 'the name of a sheet of a workbook, or its place from 1',
  header: 'the number of the line that holds the header row',
  short: 'fill or reject',
  long: 'fill or reject',
  apostrophes: 'drop or keep',
  labels: 'drop or keep',
};

const SHAPE = Object.keys(READERS)
  .map((name) => `${name}=…`)
  .join(', ');
