import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../src/lib/engine/index.ts';
import { JOB, problem, SAMPLE, SessionWorld, twoFiles, value, type Tab } from './session-world.ts';

async function out(tab: Tab, withRecords: boolean): Promise<File> {
  const { name, blob } = value(await tab.session.projectOut(withRecords, JOB));
  return new File([blob], name);
}

async function changed(file: File, entry: string, change: (text: string) => string): Promise<File> {
  const entries = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const text = new TextDecoder().decode(entries[entry]);
  entries[entry] = new TextEncoder().encode(change(text));
  return new File([zipSync(entries) as Uint8Array<ArrayBuffer>], file.name);
}

describe('the project file', () => {
  it('brings the sample back whole on another machine', async () => {
    const tab = await new SessionWorld().tab();
    const id = value(await tab.session.createSample(SAMPLE, JOB));
    const head = value(await tab.session.openProject(id, JOB));
    const file = await out(tab, true);
    expect(file.name).toBe('Solbakken Group- HubSpot ⇄ Salesforce.drysync.zip');

    const other = await new SessionWorld().tab();
    const copy = value(await other.session.projectIn(file, JOB));
    const found = value(await other.session.openProject(copy, JOB));
    expect(found.name).toBe(head.name);
    expect(found.design.json).toEqual(head.design.json);
    const bare = (each: typeof head): unknown =>
      each.syncs.map(({ sides: { left, right } }) =>
        [left, right].map((side) => ({ ...side, setId: '', importedAt: '' })),
      );
    expect(bare(found)).toEqual(bare(head));
    const [mine, theirs] = [tab.contexts[0]!, other.contexts[0]!];
    expect(theirs.inputs).toEqual(mine.inputs);
    expect(theirs.baselineHash).toBe(mine.baselineHash);
    for (const side of ['left', 'right'] as const) {
      const [a, b] = [mine.records.get('contacts')![side], theirs.records.get('contacts')![side]];
      expect(b.fileRows).toEqual(a.fileRows);
      const texts = (records: typeof a): string[] =>
        Array.from({ length: records.count }, (_, row) => cellText(records.column('Email'), row));
      expect(texts(b)).toEqual(texts(a));
    }
  });

  it('without records holds the design and what was decided on pairs', async () => {
    const world = new SessionWorld();
    const tab = await world.tab();
    const head = await twoFiles(tab);
    const { store, sets } = tab.contexts[0]!;
    const log = await store.decisions.start(head.id, 'people', {
      basis: sets.get('people')!,
      rows: { left: 3, right: 2 },
    });
    if (!log.ok) throw new Error(log.problem.code);
    const verdict = {
      sync: 'people',
      left: '1',
      right: '003000000000002AAA',
      verdict: 'same',
      at: '',
    } as const;
    const left = { rows: Uint32Array.of(2), decision: Uint8Array.of(1), print: Uint32Array.of(7, 9) };
    await log.value.act({ label: 'test', left, verdicts: { put: [verdict] } });

    const other = await new SessionWorld().tab();
    const bare = value(await other.session.projectIn(await out(tab, false), JOB));
    const opened = value(await other.session.openProject(bare, JOB));
    expect(opened.design.json).toEqual(head.design.json);
    expect(opened.syncs[0]?.sides).toEqual({ left: null, right: null });
    const back = value(await other.session.projectIn(await out(tab, true), JOB));
    value(await other.session.openProject(back, JOB));
    const taken = await other.contexts[0]!.store.decisions.open(back, 'people');
    const kept = await other.contexts[0]!.store.decisions.open(bare, 'people');
    if (!taken.ok || !kept.ok) throw new Error('decisions');
    expect(taken.value?.state.verdicts).toEqual([verdict]);
    expect([...(taken.value?.state.left.decision ?? [])]).toEqual([0, 0, 1]);
    expect([...(taken.value?.state.left.print ?? [])]).toEqual([0, 0, 0, 0, 7, 9]);
    expect(kept.value?.state.verdicts).toEqual([verdict]);
  });

  it('takes a design file alone', async () => {
    const tab = await new SessionWorld().tab();
    const { design } = await twoFiles(tab);
    const file = new File([JSON.stringify(design.json)], 'acme.drysync.json');
    const id = value(await tab.session.projectIn(file, JOB));
    expect(value(await tab.session.openProject(id, JOB)).design.json).toEqual(design.json);
  });

  it('refuses what it does not know, what is damaged and what is something else, and makes nothing', async () => {
    const tab = await new SessionWorld().tab();
    await twoFiles(tab);
    const file = await out(tab, true);
    const refused = async (given: File): Promise<string> =>
      problem(await tab.session.projectIn(given, JOB)).code;
    const newer = await changed(file, 'project.json', (text) => text.replace('project@1', 'project@9'));
    expect(await refused(newer)).toBe('newer-project-file');
    expect(
      await refused(await changed(file, 'records/0.jsonl', (text) => text.replace('anna', 'anne'))),
    ).toBe('bad-project-file');
    expect(await refused(await changed(file, 'design.drysync.json', (text) => `${text} `))).toBe(
      'bad-project-file',
    );
    expect(await refused(new File([(await file.arrayBuffer()).slice(0, 300)], 'cut.zip'))).toBe(
      'bad-project-file',
    );
    expect(await refused(new File(['Name,Email'], 'contacts.csv'))).toBe('bad-project-file');
    expect(await refused(new File(['{"format":"drysync/design@7"}'], 'x.json'))).toBe('newer-project-file');
    expect(value(await tab.session.projects())).toHaveLength(1);
  });

  it('refuses a part that would take gigabytes once unpacked, and makes nothing', async () => {
    const tab = await new SessionWorld().tab();
    await twoFiles(tab);
    const bytes = new Uint8Array(await (await out(tab, true)).arrayBuffer());
    const view = new DataView(bytes.buffer);
    // The central directory, whose entries say the size unpacked.
    for (let at = 0; at < bytes.length - 46; at++) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
      if (name === 'records/0.jsonl') view.setUint32(at + 24, 3 * 1024 ** 3, true);
    }
    const answer = await tab.session.projectIn(new File([bytes], 'bomb.zip'), JOB);
    expect(problem(answer)).toMatchObject({
      code: 'bad-project-file',
      fault: { is: 'too-large', entry: 'records/0.jsonl', bytes: 3 * 1024 ** 3 },
    });
    expect(value(await tab.session.projects())).toHaveLength(1);
  });
});
