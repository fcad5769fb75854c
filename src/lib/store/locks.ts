/** As much of the browser's Web Locks as the store uses, so that tests can bring their own. */
export interface Locks {
  request(
    name: string,
    options: { readonly ifAvailable?: boolean; readonly steal?: boolean },
    hold: (lock: unknown) => Promise<void>,
  ): Promise<unknown>;
}

export interface HeldLock {
  release(): void;
}

/**
 * Takes a lock that nobody holds, or, with `steal`, whoever holds it. Null where another has it. `onStolen` is told when a
 * lock that was taken here goes to another. Released by itself when the tab or worker ends.
 */
export function takeLock(
  locks: Locks,
  name: string,
  steal: boolean,
  onStolen: () => void,
): Promise<HeldLock | null> {
  return new Promise((resolve, reject) => {
    let held = false;
    let released = false;
    const options = steal ? { steal: true } : { ifAvailable: true };
    locks
      .request(name, options, (lock) => {
        if (lock === null) {
          resolve(null);
          return Promise.resolve();
        }
        return new Promise((end) => {
          held = true;
          resolve({
            release: () => {
              released = true;
              end();
            },
          });
        });
      })
      .catch((error: unknown) => {
        if (!held) reject(error instanceof Error ? error : new Error(String(error)));
        else if (!released) onStolen();
      });
  });
}
