import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { createTools } from '../../src/lib/tools/index.ts';

/** What a call answered. */
export interface Answer {
  readonly exit: number;
  readonly out: string;
  readonly err: readonly string[];
}

const tools = createTools();

/** A folder of its own, for one test, with files and calls in it. */
export class Playground {
  readonly folder = mkdtempSync(join(tmpdir(), 'drysync-'));

  constructor() {
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, text] of Object.entries(files)) writeFileSync(this.path(name), text);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Files of a folder in it whose names end so, in order. */
  names(folder: string, end: string): string[] {
    return readdirSync(this.path(folder))
      .filter((name) => name.endsWith(end))
      .sort();
  }

  /** Runs a call; words that name a file of the folder begin with `@`, also behind `SYNC=`. */
  async call(...words: readonly string[]): Promise<Answer> {
    let out = '';
    const err: string[] = [];
    const argv = words.map((word) => word.replace(/(^|[=:])@/, `$1${this.folder}/`));
    const terminal = {
      out: (text: string) => void (out += text),
      err: (line: string) => void err.push(line.replaceAll(`${this.folder}/`, '')),
      today: () => '2026-11-21',
    };
    const exit = await run(argv, tools, terminal);
    return { exit, out: out.replaceAll(`${this.folder}/`, ''), err };
  }
}

export const LEFT = `Record ID,Email,First Name,Phone Number,Company name
1001,anna@acme.no,Anna,,Acme AS
1002,bo@acme.no,Bo,=1+2,
1003,no mail,Carl,,
`;

export const RIGHT = `Id,Email,FirstName,Phone,Account
003AA,Anna@acme.no,Anna,+47 900 00 000,ACME
003AB,dina@acme.no,Dina,123,
`;

export type Json = Record<string, unknown>;

export const CONTACTS: Json = {
  id: 'contacts',
  kind: 'contacts',
  left: { object: 'contacts', idField: 'Record ID' },
  right: { object: 'Contact', idField: 'Id' },
  direction: 'both',
  winner: 'left',
  matching: { identifiers: { email: { left: 'Email', right: 'Email' } } },
  requireValidEmail: { left: 'Email', right: 'Email' },
  mappings: [
    { left: 'Email', right: 'Email' },
    { left: 'First Name', right: 'FirstName' },
    { left: 'Phone Number', right: 'Phone' },
    { left: 'Company name', right: 'Account' },
  ],
};

/** A design file's text; `syncs` are put over `CONTACTS`. */
export const design = (syncs: readonly Json[] = [{}], members: Json = {}): string =>
  JSON.stringify({
    format: 'drysync/design@1',
    name: 'Acme',
    apps: { left: { name: 'HubSpot', kind: 'hubspot' }, right: { name: 'Salesforce', kind: 'salesforce' } },
    syncs: syncs.map((sync) => ({ ...CONTACTS, ...sync })),
    ...members,
  });

/** A folder with `d.json`, `l.csv` and `r.csv`. */
export function playground(syncs?: readonly Json[], members?: Json): Playground {
  const own = new Playground();
  own.write({ 'd.json': design(syncs, members), 'l.csv': LEFT, 'r.csv': RIGHT });
  return own;
}

export const FILES = ['--left', '@l.csv', '--right', '@r.csv'] as const;

export const schemaOf = (name: string): Json =>
  JSON.parse(readFileSync(new URL(`../../static/schemas/${name}.json`, import.meta.url), 'utf8')) as Json;
