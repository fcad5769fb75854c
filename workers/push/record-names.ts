import { NameReader, nameFields, SIDES } from '../../src/lib/engine/index.ts';
import type { PushItem } from '../../src/lib/push/index.ts';
import type { OpenedProject } from '../project/opened-project.ts';

/** Names of the records of items, by key, as the project's records have them now; none where such a record is not there. */
export function recordNames(project: OpenedProject, items: readonly PushItem[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const sync of project.reading.design?.syncs ?? []) {
    const own = items.filter((item) => item.sync === sync.id);
    for (const side of SIDES) {
      const records = own.length === 0 ? undefined : project.records.side(sync.id, side)?.records;
      const wanted = new Map<string, string[]>();
      for (const { key, subject } of own) {
        const id = subject[side];
        if (id !== null && !names.has(key)) wanted.set(id, [...(wanted.get(id) ?? []), key]);
      }
      if (records === undefined || wanted.size === 0) continue;
      const reader = new NameReader(records, nameFields(sync, side));
      for (let row = 0; row < records.count; row++) {
        for (const key of wanted.get(records.id(row)) ?? []) names.set(key, reader.name(row));
      }
    }
  }
  return names;
}
