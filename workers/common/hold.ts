interface Locks {
  request(name: string, run: () => Promise<never>): Promise<never>;
}

/**
 * Takes a lock and never gives it back. The browser does so when this worker is gone, however that happened: a worker that
 * was ended or ran out of memory raises no event of its own.
 */
export function holdLock(name: string): Promise<boolean> {
  const { locks } = navigator as unknown as { readonly locks?: Locks };
  if (locks === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const held = (): Promise<never> => {
      resolve(true);
      return new Promise<never>(() => undefined);
    };
    locks.request(name, held).catch(() => resolve(false));
  });
}
