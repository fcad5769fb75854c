// Over 300 lines: one session, in the order a person goes through it.
import { noted } from '../support/noted.ts';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/lib/engine/index.ts';
import type { DesignHead } from '../../src/lib/conversation/index.ts';
import { planDesk } from '../../workers/plan/plan-desk.ts';
import { sha256Hex } from '../../src/lib/tools/hash.ts';
import {
  AS_FOUND,
  csv,
  importInto,
  LEFT,
  JOB,
  problem,
  RIGHT,
  SAMPLE,
  SessionWorld,
  twoFiles,
  value,
} from './session-world.ts';

const DAY = '2026-11-22';

describe('two files', () => {
  it('become a suggested design, saved as its first step, and a context to plan', async () => {
    const tab = await new SessionWorld().tab();
    const head = await twoFiles(tab);
    expect(head.apps.left.kind).toBe('hubspot');
    expect(head.syncs.map(({ id, kind }) => [id, kind])).toEqual([['people', 'contacts']]);
    expect(head.design.errors).toEqual([]);
    expect(head.design.canUndo).toBe(false);
    expect(head.design.suggested?.['people']?.mappings.map(({ left }) => left)).toContain('First Name');
    expect(head.design.suggested?.['people']?.leftOut).toContainEqual({
      side: 'left',
      name: 'Notes',
      why: 'no-counterpart',
    });
    const [context] = tab.contexts;
    expect(context?.records.get('people')?.left.count).toBe(3);
    expect(context?.inputs[0]?.sha256).toBe(sha256Hex(new Uint8Array(await LEFT.arrayBuffer())));
    expect(context?.inputs[0]).toMatchObject({ side: 'left', rows: 3, stored: 3, rejected: 0, blank: 0 });
  });

  it('a reading adds up and names the lines that were set aside', async () => {
    const tab = await new SessionWorld().tab();
    const { id } = await twoFiles(tab);
    const lines = ['1,anna@acme.no,A,B', '', '1,bo@acme.no,C,D', '2,cy@acme.no,E,F,G', ',di@acme.no,H,I'];
    await importInto(
      tab,
      id,
      'people',
      'left',
      csv('again.csv', 'Record ID,Email,First Name,Last Name', ...lines),
    );
    const head = value(await tab.session.refresh(JOB));
    const reading = head.syncs[0]?.sides.left?.reading;
    expect(reading).toMatchObject({ rows: 5, stored: 1, rejected: 3, blank: 1, columns: 4, delimiter: ',' });
    expect(reading?.setAside).toEqual([
      { line: 4, code: 'repeated-id', id: '1' },
      { line: 5, code: 'too-many-cells', cells: 5, columns: 4 },
      { line: 6, code: 'no-id' },
    ]);
    const email = head.syncs[0]?.sides.left?.columns.find(({ name }) => name === 'Email');
    expect(email).toMatchObject({
      rows: 3,
      filled: 3,
      distinct: 3,
      distinctExact: true,
      repeats: 0,
      guess: { type: 'text', ask: null, fits: 3, of: 3 },
    });
  });

  it('reads only the columns the design names, and later ones when it names them', async () => {
    const tab = await new SessionWorld().tab();
    const head = await twoFiles(tab);
    const before = tab.contexts[0]!.records.get('people')!;
    expect(() => before.left.column('Notes')).toThrow('was not read');
    const json = structuredClone(head.design.json) as { syncs: { mappings: unknown[] }[] };
    json.syncs[0]!.mappings.push({
      left: 'Notes',
      right: 'FirstName',
      direction: 'left-to-right',
      enabled: false,
    });
    value(await tab.session.saveDesign(json, noted('Map notes')));
    const after = tab.contexts[1]!.records.get('people')!;
    expect(after).toBe(before);
    expect(textAt(after.left.column('Notes'), 0)).toBe('x');
  });

  it('a file for a second object makes a second sync, once', async () => {
    const tab = await new SessionWorld().tab();
    const { id } = await twoFiles(tab);
    await importInto(
      tab,
      id,
      'firms',
      'left',
      csv('companies.csv', 'Record ID,Company name,Company Domain Name', '1,Acme,acme.no'),
    );
    const half = value(await tab.session.refresh(JOB));
    expect(half.design.design?.syncs).toHaveLength(1);
    expect(half.syncs[1]).toMatchObject({ id: 'firms', objects: { right: '' }, sides: { right: null } });
    await importInto(
      tab,
      id,
      'firms',
      'right',
      csv('accounts.csv', 'Id,Name,Website', '001000000000001AAA,Acme,acme.no'),
    );
    const whole = value(await tab.session.refresh(JOB));
    expect(whole.design.design?.syncs.map((sync) => sync.id)).toEqual(['people', 'firms']);
    expect(Object.keys(whole.design.suggested ?? {})).toEqual(['people', 'firms']);
    value(await tab.session.undo(DAY));
    const again = value(await tab.session.refresh(JOB));
    expect(again.design.design?.syncs).toHaveLength(1);
    expect(again.design.canRedo).toBe(true);
  });

  it('a new file takes the place of the former one; a cancelled one leaves it', async () => {
    const tab = await new SessionWorld().tab();
    const head = await twoFiles(tab);
    const former = head.syncs[0]!.sides.left!.setId;
    const request = { project: head.id, sync: 'people', side: 'left', choices: AS_FOUND, token: -1 } as const;
    const reading = tab.imports.read(
      { ...request, file: LEFT },
      () => tab.imports.cancel(-1),
      () => undefined,
    );
    expect(problem(await reading).code).toBe('cancelled');
    expect(value(await tab.session.refresh(JOB)).syncs[0]!.sides.left!.setId).toBe(former);
    await importInto(tab, head.id, 'people', 'left', csv('new.csv', 'Record ID,Email', '9,z@acme.no'));
    const after = value(await tab.session.refresh(JOB));
    expect(after.syncs[0]!.sides.left!.reading.file).toBe('new.csv');
    expect(after.design.errors.map(({ code }) => code)).toContain('unknown-field');
    expect(problem(await tab.session.plan('2026-01-01', 1, JOB)).code).toBe('design-errors');
  });

  it('a file that cannot be read says so and changes nothing', async () => {
    const tab = await new SessionWorld().tab();
    const head = await twoFiles(tab);
    const request = { project: head.id, sync: 'people', side: 'left', choices: AS_FOUND, token: 7 } as const;
    const answer = await tab.imports.read(
      { ...request, file: new File([], 'empty.csv') },
      () => undefined,
      () => undefined,
    );
    expect(problem(answer)).toMatchObject({ code: 'empty-file', file: 'empty.csv' });
    expect(value(await tab.session.refresh(JOB)).syncs[0]!.sides.left!.reading.file).toBe(LEFT.name);
  });
});

describe('a design', () => {
  it('is kept as it was given, with what is unknown in it, and goes back and forth', async () => {
    const tab = await new SessionWorld().tab();
    const head = await twoFiles(tab);
    const json = { ...(head.design.json as object), 'x-note': 'ours' };
    const saved = value(await tab.session.saveDesign(json, noted('Note')));
    expect(saved.json).toEqual(json);
    expect(saved.canUndo).toBe(true);
    const undone = value(await tab.session.undo(DAY)).design;
    expect(undone.json).toEqual(head.design.json);
    expect(problem(await tab.session.undo(DAY)).code).toBe('nothing-to-undo');
    expect(value(await tab.session.redo(DAY)).design.json).toEqual(json);
  });

  /** A tab on a project whose plan is kept under a design named `kept`. */
  async function keptUnder(world: SessionWorld) {
    const tab = await world.tab(() => planDesk());
    const { id, design } = await twoFiles(tab);
    const save = async (label: string): Promise<DesignHead> =>
      value(await tab.session.saveDesign({ ...(design.json as object), 'x-note': label }, noted(label)));
    await save('before');
    await save('kept');
    value(await tab.session.plan('2026-11-22', 1, JOB));
    const kept = value(await tab.session.keepPlan());
    expect(kept.design.changes).toEqual({ made: [], takenBack: [] });
    return { tab, id, save, kept: kept.design.json };
  }

  it('says with every answer what was changed since the plan was kept, and what was taken back', async () => {
    const world = new SessionWorld();
    const { tab, id, save } = await keptUnder(world);
    for (const label of ['one', 'two']) await save(label);
    expect((await save('three')).changes).toEqual({
      made: ['one', 'two', 'three'].map(noted),
      takenBack: [],
    });
    const undone = value(await tab.session.undo(DAY)).design;
    expect(undone.changes).toEqual({ made: ['one', 'two'].map(noted), takenBack: [] });
    await tab.kill();
    const again = await world.tab(() => planDesk());
    const head = value(await again.session.openProject(id, JOB));
    expect(head.design.changes).toEqual({ made: ['one', 'two'].map(noted), takenBack: [] });
    for (let i = 0; i < 2; i++) value(await again.session.undo(DAY));
    const below = value(await again.session.undo(DAY)).design;
    expect(below.changes).toEqual({ made: [], takenBack: ['kept'].map(noted) });
    value(await again.session.plan('2026-11-22', 1, JOB));
    expect(value(await again.session.keepPlan()).design.changes).toEqual({ made: [], takenBack: [] });
    expect(value(await again.session.redo(DAY)).design.changes).toEqual({
      made: ['kept'].map(noted),
      takenBack: [],
    });
  });

  it.each([
    ['after two changes', 2, 0],
    ['after one of two was undone elsewhere', 2, 1],
    ['after more was undone than was changed', 1, 3],
    ['where nothing was changed', 0, 0],
  ])('goes back to exactly the kept plan %s', async (_, edits, undos) => {
    const { tab, save, kept } = await keptUnder(new SessionWorld());
    for (let i = 0; i < edits; i++) await save(`edit ${String(i)}`);
    for (let i = 0; i < undos; i++) value(await tab.session.undo(DAY));
    const reverted = value(await tab.session.revertDesign());
    expect(reverted.json).toEqual(kept);
    expect(reverted.changes).toEqual({ made: [], takenBack: [] });
    expect((await save('next')).changes).toEqual({ made: ['next'].map(noted), takenBack: [] });
  });

  it('with errors is kept too, says them, and nothing is planned', async () => {
    const tab = await new SessionWorld().tab();
    const head = await twoFiles(tab);
    const json = structuredClone(head.design.json) as { syncs: { direction: string }[] };
    json.syncs[0]!.direction = 'sideways';
    const saved = value(await tab.session.saveDesign(json, noted('Broken')));
    expect(saved.errors[0]?.code).toBe('bad-value');
    expect(problem(await tab.session.plan('2026-01-01', 1, JOB)).code).toBe('design-errors');
  });
});

describe('the sample', () => {
  it('is made whole, with its design and baseline, and opens again after a reload', async () => {
    const world = new SessionWorld();
    const tab = await world.tab();
    const id = value(await tab.session.createSample(SAMPLE, JOB));
    const head = value(await tab.session.openProject(id, JOB));
    expect(head.design.errors).toEqual([]);
    expect(head.design.suggested).toBeNull();
    expect(head.syncs.map((sync) => sync.id)).toEqual(['companies', 'contacts', 'deals']);
    expect(tab.contexts[0]?.baseline?.links.get('contacts')?.count).toBeGreaterThan(1000);
    expect(tab.contexts[0]?.baselineHash).toMatch(/^[0-9a-f]{64}$/);
    await tab.kill();
    const again = await world.tab();
    const [card] = value(await again.session.projects());
    expect(card).toMatchObject({ id, apps: { left: 'HubSpot', right: 'Salesforce' }, needsPerson: null });
    expect(value(await again.session.openProject(id, JOB)).syncs).toEqual(head.syncs);
  });

  it('that is not there is a sentence, and leaves no project', async () => {
    const tab = await new SessionWorld().tab();
    expect(problem(await tab.session.createSample('http://nowhere.test/', JOB)).code).toBe('not-there');
    expect(value(await tab.session.projects())).toEqual([]);
  });
});

describe('projects', () => {
  it('are renamed and removed', async () => {
    const tab = await new SessionWorld().tab();
    const { id } = await twoFiles(tab);
    value(await tab.session.renameProject(id, 'Beta'));
    expect(value(await tab.session.projects())[0]?.name).toBe('Beta');
    value(await tab.session.removeProject(id));
    expect(value(await tab.session.projects())).toEqual([]);
    expect(problem(await tab.session.refresh(JOB)).code).toBe('no-project');
  });

  it('in a second tab are read-only and say why', async () => {
    const world = new SessionWorld();
    const { id } = await twoFiles(await world.tab());
    const second = await world.tab();
    const head = value(await second.session.openProject(id, JOB));
    expect(head.readOnly).toBe('other-tab');
    expect(head.syncs[0]?.sides.left?.reading.rows).toBe(3);
    expect(problem(await second.session.saveDesign({}, noted('no'))).code).toBe('read-only');
    expect(problem(await second.session.removeProject(id)).code).toBe('read-only');
  });
});

describe('what a disk may lose', () => {
  it('a column that changed on the disk is a problem, never fewer rows', async () => {
    const world = new SessionWorld();
    const tab = await world.tab();
    const head = await twoFiles(tab);
    const { setId } = head.syncs[0]!.sides.right!;
    await world.raw('chunks', (store) => {
      store.openCursor().onsuccess = (event) => {
        const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
        if (cursor === null) return;
        const bytes = (cursor.value as Uint8Array).slice();
        if ((cursor.key as unknown[])[0] === setId) {
          bytes[bytes.length - 1]! ^= 1;
          cursor.update(bytes);
        }
        cursor.continue();
      };
    });
    await tab.kill();
    const again = await world.tab();
    value(await again.session.openProject(head.id, JOB));
    expect(again.contexts).toEqual([]);
    expect(problem(await again.session.plan('2026-01-01', 1, JOB)).code).toBe('damaged');
  });

  it('a column no plan reads is checked in the background and told', async () => {
    const world = new SessionWorld();
    const tab = await world.tab();
    const head = await twoFiles(tab);
    const { setId } = head.syncs[0]!.sides.left!;
    await world.raw('chunks', (store) => {
      store.openCursor().onsuccess = (event) => {
        const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
        if (cursor === null) return;
        const [owner, part] = cursor.key as unknown[];
        const bytes = (cursor.value as Uint8Array).slice();
        if (owner === setId && part === 5) {
          bytes[bytes.length - 1]! ^= 1;
          cursor.update(bytes);
        }
        cursor.continue();
      };
    });
    await tab.kill();
    const again = await world.tab();
    value(await again.session.openProject(head.id, JOB));
    await expect
      .poll(() => JSON.stringify(again.heads.at(-1)?.recovered ?? []))
      .toContain('hubspot-contacts.csv');
    expect(problem(await again.session.plan('2026-01-01', 1, JOB)).code).toBe('damaged');
  });

  it('a missing chunk is noticed at opening; the other side stays', async () => {
    const world = new SessionWorld();
    const tab = await world.tab();
    const head = await twoFiles(tab);
    const { setId } = head.syncs[0]!.sides.left!;
    await world.raw('chunks', (store) => {
      store.delete(IDBKeyRangeOf(world, setId));
    });
    await tab.kill();
    const again = await world.tab();
    const opened = value(await again.session.openProject(head.id, JOB));
    expect(JSON.stringify(opened.recovered[0])).toContain('hubspot-contacts.csv');
    expect(opened.syncs[0]?.sides.left).toBeNull();
    expect(opened.syncs[0]?.sides.right?.reading.rows).toBe(2);
    await importInto(again, head.id, 'people', 'left', LEFT);
    expect(value(await again.session.refresh(JOB)).recovered).toEqual([]);
    expect(again.contexts).toHaveLength(1);
  });

  it('an import that was cut off is said, and the former set stands', async () => {
    const world = new SessionWorld();
    const tab = await world.tab();
    const head = await twoFiles(tab);
    await world.raw('chunks', (store) => {
      store.put(new Uint8Array(3), ['cut-off', 0, 0, 3]);
    });
    await tab.kill();
    const again = await world.tab();
    expect(again.opened.recovered[0]).toEqual({ code: 'unfinished-removed' });
    const opened = value(await again.session.openProject(head.id, JOB));
    expect(opened.syncs[0]?.sides.left?.reading.rows).toBe(3);
    expect(RIGHT.size).toBe(opened.syncs[0]?.sides.right?.reading.size);
  });
});

const IDBKeyRangeOf = (world: SessionWorld, owner: string): IDBKeyRange =>
  world.idb.IDBKeyRange.bound([owner, 1], [owner, 2]);
