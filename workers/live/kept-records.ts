import type { AppObject } from '../../src/lib/connectors/app/app-connector.ts';
import type { Answer } from '../../src/lib/conversation/index.ts';
import { textAt, type ArchivedField, type RecordSet } from '../../src/lib/engine/index.ts';
import type { SetManifest, Store } from '../../src/lib/store/index.ts';
import { done, failed } from '../common/answer.ts';
import { fill, fillingSet } from '../keep/filling-set.ts';
import type { KeptIds } from './app-pass.ts';

/** The kept records of a side, as a pass looks at them. */
export interface KeptRecords extends KeptIds {
  /** When each was last changed, as the app dates it; null where they do not say. */
  readonly times: Iterable<string> | null;
  /** All of them, whole: what was not needed before the app was asked is read now. */
  readonly whole: () => Promise<Answer<RecordSet>>;
}

export async function openKept(
  store: Store,
  manifest: SetManifest,
  { presence, modifiedField }: Pick<AppObject, 'presence' | 'modifiedField'>,
): Promise<Answer<KeptRecords>> {
  const { id, header } = manifest;
  const names = [header[0], presence?.archived?.field, modifiedField];
  const known = header.filter((name) => names.includes(name));
  const loaded = await store.sets.load(id, known);
  if (!loaded.ok) return failed(loaded.problem);
  const set = fillingSet(manifest, loaded.value);
  return done({
    ids: () => textsOf(set, 0),
    archived: archivedIn(set, presence?.archived),
    times:
      modifiedField !== null && header.includes(modifiedField)
        ? textsOf(set, header.indexOf(modifiedField))
        : null,
    whole: async () => {
      const rest = header.filter((name) => !known.includes(name));
      const more = await store.sets.more(manifest, set.segments, rest);
      if (!more.ok) return failed(more.problem);
      fill(set, more.value);
      return done(set);
    },
  });
}

function archivedIn({ header, segments }: RecordSet, says: ArchivedField | undefined): ReadonlySet<string> {
  const archived = new Set<string>();
  if (says === undefined || !header.includes(says.field)) return archived;
  const at = header.indexOf(says.field);
  for (const { rows, columns } of segments)
    for (let row = 0; row < rows; row++)
      if (says.is.includes(textAt(columns[at]!, row))) archived.add(textAt(columns[0]!, row));
  return archived;
}

function* textsOf({ segments }: RecordSet, at: number): Iterable<string> {
  for (const { rows, columns } of segments)
    for (let row = 0; row < rows; row++) yield textAt(columns[at]!, row);
}
