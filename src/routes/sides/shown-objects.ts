import type { Both, Side } from '../../lib/engine/index.ts';
import { shownKeys } from '../../lib/ui/design/shown-keys.ts';
import type { ShownObject } from '../../lib/ui/sides/shown-object.ts';
import type { OpenProject } from '../../lib/workbench/project/open-project.svelte.ts';
import type { AppSides } from '../../lib/workbench/sides/app-sides.svelte.ts';
import type { SideFiles } from '../../lib/workbench/sides/side-files.svelte.ts';

type Head = NonNullable<OpenProject['head']>;

/** What is being read into sides: files, and apps. */
interface Loads {
  readonly files: SideFiles;
  readonly apps: AppSides | null;
}

/** The objects of one side: those of the project, then those whose first files are being read. `moment` says when one was. */
export function shownObjects(
  head: Head,
  { files, apps }: Loads,
  side: Side,
  moment: (iso: string, now: Date) => string,
): ShownObject[] {
  const now = new Date();
  const known = head.syncs.map(({ id, kind, objects, sides }): ShownObject => {
    const of = sides[side];
    const load = files.load(head.id, id, side) ?? apps?.load(id, side) ?? null;
    return {
      sync: id,
      name: titled(objects[side] === '' ? kind : objects[side]),
      reading: of?.reading ?? null,
      when: of === null ? '' : moment(of.importedAt, now),
      columns: of?.columns ?? [],
      load,
    };
  });
  const begun = new Set([...files.syncs(head.id), ...(apps?.syncs ?? [])]);
  const coming = [...begun]
    .filter((sync) => !head.syncs.some(({ id }) => id === sync))
    .map((sync): ShownObject => ({
      sync,
      name: titled(sync),
      reading: null,
      when: '',
      columns: [],
      load: files.load(head.id, sync, side) ?? apps?.load(sync, side) ?? null,
    }));
  return [...known, ...coming];
}

const titled = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Keys of the design whose values repeat on a side, most rows first: only the first row of each can be linked by them. */
export function repeatedKeys(head: Head, sync: string, apps: Both<string>) {
  const of = head.syncs.find(({ id }) => id === sync);
  const designed = head.design.design?.syncs.find(({ id }) => id === sync);
  if (of === undefined || designed === undefined) return [];
  const fields = shownKeys(designed)
    .keys.filter((key) => key.fields.length === 1)
    .flatMap((key) => key.fields);
  const repeated = (['left', 'right'] as const).flatMap((side) =>
    [...new Set(fields.map((field) => field[side]))].flatMap((name) => {
      const column = of.sides[side]?.columns.find((one) => one.name === name);
      if (column === undefined || column.repeats === 0) return [];
      return [{ app: apps[side], name, repeats: column.repeats }];
    }),
  );
  return repeated.sort((a, b) => b.repeats - a.repeats);
}
