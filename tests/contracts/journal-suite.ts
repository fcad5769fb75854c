import { expect, it } from 'vitest';
import type { JournalLog } from '../../src/lib/push/index.ts';

export interface LogUnderTest {
  readonly log: JournalLog;
  /** As after a kill: what was promised is read by another. */
  again(): Promise<JournalLog>;
}

const texts = (log: JournalLog, push: string) => log.read(push);

/** What every log of a journal keeps, wherever it keeps it (`log.ts`). */
export function journalContract(open: () => Promise<LogUnderTest>): void {
  it('[F1] what was promised is there after a kill, in order', async () => {
    const { log, again } = await open();
    expect((await log.begin('a', ['one', ''])).ok).toBe(true);
    expect((await log.append('a', 2, ['æ🎉', 'x'.repeat(200_000)])).ok).toBe(true);
    expect((await log.append('a', 4, ['two'])).ok).toBe(true);
    const read = await texts(await again(), 'a');
    expect(read).toEqual({ ok: true, value: ['one', '', 'æ🎉', 'x'.repeat(200_000), 'two'] });
  });

  it('a second one who writes is told, and nothing of it is kept', async () => {
    const { log } = await open();
    await log.begin('a', ['one']);
    expect((await log.append('a', 1, ['two'])).ok).toBe(true);
    expect(await log.append('a', 1, ['other', 'more'])).toEqual({ ok: false, because: 'not-the-last' });
    expect(await log.append('a', 9, ['other'])).toEqual({ ok: false, because: 'not-the-last' });
    expect(await texts(log, 'a')).toEqual({ ok: true, value: ['one', 'two'] });
  });

  it('a push begins once', async () => {
    const { log } = await open();
    expect(await texts(log, 'a')).toEqual({ ok: true, value: [] });
    expect(await log.append('a', 0, ['one'])).toEqual({ ok: false, because: 'not-begun' });
    await log.begin('a', ['one']);
    expect(await log.begin('a', ['other'])).toEqual({ ok: false, because: 'begun-already' });
    expect(await texts(log, 'a')).toEqual({ ok: true, value: ['one'] });
  });

  it('pushes are apart, and are listed in the order they began', async () => {
    const { log } = await open();
    for (const push of ['b', 'a', 'aa']) await log.begin(push, [`of ${push}`]);
    await log.append('a', 1, ['more']);
    expect(await log.list()).toEqual({ ok: true, value: ['b', 'a', 'aa'] });
    expect(await texts(log, 'aa')).toEqual({ ok: true, value: ['of aa'] });
    expect(await texts(log, 'a')).toEqual({ ok: true, value: ['of a', 'more'] });
  });

  it('of calls at the same time one is taken', async () => {
    const { log } = await open();
    await log.begin('a', []);
    const answers = await Promise.all(['x', 'y', 'z'].map((text) => log.append('a', 0, [text])));
    expect(answers.filter(({ ok }) => ok).length).toBe(1);
    const read = await texts(log, 'a');
    expect(read.ok && read.value.length).toBe(1);
  });
}
