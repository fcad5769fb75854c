import type { Result, Store } from '../../src/lib/store/index.ts';
import type { Answer } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import type { StoreDesk } from '../keep/store-desk.ts';

/** Changes a project that need not be open: it is ours while we do, and after that only where it is open. */
export async function changeProject(
  desk: StoreDesk,
  id: string,
  isOpen: boolean,
  change: (store: Store) => Promise<Result<unknown>>,
): Promise<Answer<null>> {
  const opened = await desk.ask((store) => store.projects.open(id));
  if (!opened.ok) return opened;
  if (opened.value.access === 'read-only') {
    return failed({ code: 'read-only', because: 'other-tab', project: id });
  }
  const changed = await desk.ask(change);
  if (!isOpen) await desk.store?.projects.close(id);
  return changed.ok ? done(null) : changed;
}
