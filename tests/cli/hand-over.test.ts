import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILES, playground, type Playground } from './playground.ts';

type Rows = Map<string, Map<string, string>>;

/** A file without quotes as records by the id of its first column. */
function rowsOf(text: string): Rows {
  const [header = '', ...lines] = text.replaceAll('\r', '').trimEnd().split('\n');
  const names = header.split(',');
  return new Map(
    lines.map((line) => {
      const cells = line.split(',');
      return [cells[0] ?? '', new Map(names.map((name, at) => [name, cells[at] ?? '']))] as const;
    }),
  );
}

function textOf(rows: Rows): string {
  const [first] = rows.values();
  const names = [...(first?.keys() ?? [])];
  const lines = [...rows.values()].map((row) => names.map((name) => row.get(name) ?? '').join(','));
  return `${[names.join(','), ...lines].join('\n')}\n`;
}

/** Two apps, and the folder between them: what a person loads, and what each app makes of it. */
class Apps {
  readonly left = rowsOf(
    'Record ID,Email,First Name,Phone Number,Company name\n1,anna@acme.no,Anna,+47 22 33 44 55,Acme\n2,bo@berg.no,Bo,,Berg & Dal\n3,cato@dal.no,Cato,+47 55 66 77 88,Dal\n',
  );
  readonly right = rowsOf(
    'Id,Email,FirstName,Phone,Account\n003A,anna@acme.no,Anna,,ACME Inc\n003B,bo@berg.no,Bo,+4790000000,\n003C,cato@dal.no,Cato,,Vale\n',
  );
  readonly #own: Playground;
  #day = 0;

  constructor(own: Playground) {
    this.#own = own;
  }

  /** Exports, plans with the folder of the day before, and gives the lines; `changes`: with change files. */
  async plan(changes: boolean): Promise<{ writes: string[]; reasons: string[]; said: string }> {
    this.#own.write({ 'l.csv': textOf(this.left), 'r.csv': textOf(this.right) });
    const before = this.#day === 0 ? [] : ['--baseline', `@day${String(this.#day)}/baseline.jsonl`];
    const out = ['--out', `@day${String(++this.#day)}`, ...(changes ? ['--changes', 'systems'] : [])];
    const answer = await this.#own.call('plan', '@d.json', ...FILES, ...before, ...out);
    expect(answer.exit).toBe(0);
    const lines = this.#own
      .read(`day${String(this.#day)}/plan.jsonl`)
      .trimEnd()
      .split('\n')
      .map(
        (line) => JSON.parse(line) as { writes: { side: string; to: string }[]; reasons: { code: string }[] },
      );
    return {
      writes: lines.flatMap(({ writes }) => writes.map(({ side, to }) => `${side} ${to}`)),
      reasons: lines.flatMap(({ reasons }) => reasons.map(({ code }) => code)),
      said: answer.out,
    };
  }

  /** Loads the update file of a side: rows `refuses` names are refused, the others stored in the app's form. */
  load(side: 'left' | 'right', refuses: readonly string[], form: (text: string) => string): void {
    const name = `day${String(this.#day)}/${side}-updates.csv`;
    if (!existsSync(this.#own.path(name))) return;
    for (const [id, cells] of rowsOf(this.#own.read(name))) {
      if (refuses.includes(id)) continue;
      for (const [field, text] of [...cells].slice(1))
        if (text !== '') this[side].get(id)?.set(field, form(text));
    }
  }
}

const shouting = (text: string): string => text.toUpperCase().replaceAll(' ', '');

describe('the files of the product over several days', () => {
  it('[BL1] [BL3] what an app refuses or keeps in a form of its own never comes back to where it came from', async () => {
    const apps = new Apps(playground());
    const first = await apps.plan(true);
    expect(first.writes).toEqual([
      ...['right +47 22 33 44 55', 'right Acme', 'left +4790000000', 'right Berg & Dal'],
      ...['right +47 55 66 77 88', 'right Dal'],
    ]);
    apps.load('left', [], (text) => text);
    apps.load('right', ['003C'], (text) => (text.startsWith('+') ? shouting(text) : text.toUpperCase()));

    const second = await apps.plan(true);
    expect(second.writes).toEqual(['right +47 55 66 77 88', 'right Dal']);
    expect(second.reasons).toEqual(['not-taken', 'not-taken']);
    expect(second.said).toContain('was not taken');
    // Loaded a week late, when the plan was looked at once more in between.
    const looked = await apps.plan(false);
    expect(looked.writes).toEqual(second.writes);
    apps.right.get('003C')?.set('Phone', '+4755667788').set('Account', 'DAL');
    const late = await apps.plan(true);
    expect([late.writes, late.reasons]).toEqual([[], []]);
  });

  it('[BL5] a row refused day after day is said not to settle, and the edit it came from stands', async () => {
    const apps = new Apps(playground());
    const told: string[] = [];
    for (let day = 0; day < 3; day++) {
      const { writes, said } = await apps.plan(true);
      expect(writes).toContain('right Acme');
      told.push(said);
      apps.load('left', [], (text) => text);
      apps.load('right', ['003A'], (text) => text);
    }
    expect(told.map((text) => text.includes('does not settle'))).toEqual([false, false, true]);
    expect(apps.left.get('1')?.get('Company name')).toBe('Acme');
  });

  it('[BL3] a value that is cut is asked about, and an edit of the other side goes on travelling', async () => {
    const apps = new Apps(playground());
    await apps.plan(true);
    apps.load('left', [], (text) => text);
    apps.load('right', [], (text) => text.slice(0, 4));
    apps.left.get('3')?.set('First Name', 'Catarina');
    const second = await apps.plan(true);
    expect(second.writes).toEqual(['right Catarina']);
    expect(new Set(second.reasons)).toEqual(new Set(['came-back-different']));
    expect(second.said).toContain('came back other than');
  });
});
