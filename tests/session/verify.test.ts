import { expect, it, vi } from 'vitest';
import { Verifier } from '../../workers/keep/verify.ts';

type Store = ConstructorParameters<typeof Verifier>[0];

/** A store whose sets are whole; the ids that were checked, in order. */
function stand() {
  const checked: string[] = [];
  const verify = (id: string) => {
    checked.push(id);
    return Promise.resolve({ ok: true, value: undefined });
  };
  const state = { busy: false };
  const store = { sets: { verify } } as unknown as Store;
  const verifier = new Verifier(
    store,
    () => undefined,
    () => state.busy,
    1000,
  );
  return { checked, state, verifier };
}

it('sets are checked one by one, each once, when nothing runs that a person waits for', async () => {
  vi.useFakeTimers();
  try {
    const { checked, state, verifier } = stand();
    state.busy = true;
    const first = verifier.check(['a', 'b']);
    await vi.advanceTimersByTimeAsync(5000);
    expect(checked).toEqual([]);
    state.busy = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(checked).toEqual(['a']);
    state.busy = true;
    await vi.advanceTimersByTimeAsync(5000);
    expect(checked).toEqual(['a']);
    state.busy = false;
    await vi.advanceTimersByTimeAsync(1000);
    await first;
    const again = verifier.check(['b', 'c']);
    await vi.advanceTimersByTimeAsync(1000);
    await again;
    expect(checked).toEqual(['a', 'b', 'c']);
  } finally {
    vi.useRealTimers();
  }
});

it('a check that was stopped ends, also where it waits for a job', async () => {
  vi.useFakeTimers();
  try {
    const { checked, state, verifier } = stand();
    state.busy = true;
    const running = verifier.check(['a']);
    verifier.stop();
    await vi.advanceTimersByTimeAsync(1000);
    await running;
    expect(checked).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});
