import type { Work } from '../common/work.ts';

/** A person who ends a wait is heard after so many milliseconds. */
export const HEARD = 100;

/** What a call answers, or null as soon as nobody wants it any more: an app may take a minute to answer. */
export async function asLongAsWanted<T>(
  asked: Promise<T>,
  { cancelled }: Pick<Work, 'cancelled'>,
): Promise<T | null> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const ended = new Promise<null>((resolve) => {
    timer = setInterval(() => (cancelled() ? resolve(null) : undefined), HEARD);
  });
  try {
    return await Promise.race([asked, ended]);
  } finally {
    clearInterval(timer);
  }
}
