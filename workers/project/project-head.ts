import { onBoth, SIDES, type Both, type Side } from '../../src/lib/engine/index.ts';
import type {
  HandOverHead,
  ProjectHead,
  ReadOnlyBecause,
  SideHead,
  SyncHead,
} from '../../src/lib/conversation/index.ts';
import { sideNames } from '../live/described.ts';
import { columnRows } from '../keep/column-row.ts';
import type { OpenedProject } from './opened-project.ts';
import { readingOf } from '../keep/reading.ts';
import { suggestFor } from './suggesting.ts';

/** What the page knows of the open project. */
export function projectHead(
  project: OpenedProject,
  readOnly: ReadOnlyBecause | null,
  bytes: number,
  handOver: HandOverHead,
): ProjectHead {
  const { row, access } = project;
  const isOther = access.access === 'read-only';
  return {
    id: row.id,
    name: row.name,
    apps: appsOf(project),
    readOnly: readOnly ?? (isOther ? 'other-tab' : null),
    recovered: project.sets.problems,
    syncs: syncsOf(project),
    design: project.designHead,
    handOver,
    bytes,
  };
}

/** As the design says, before it as the files look. */
function appsOf({ reading, sets, row }: OpenedProject): ProjectHead['apps'] {
  if (reading.design !== null) return reading.design.apps;
  const first = onBoth((side) => {
    const sync = sets.syncs.find((one) => sets.get(one, side) !== null);
    return sync === undefined ? null : sets.get(sync, side);
  });
  const live = onBoth((side) => first[side]?.report.live);
  const called = sideNames(live);
  return onBoth((side) => {
    const set = first[side];
    if (set === null) return { name: '', kind: row.apps[side] };
    const name = called[side];
    const kind = live[side]?.app;
    if (name !== null && kind !== undefined) return { name, kind };
    const { apps, names } = suggestFor({ left: null, right: null, [side]: set });
    return { name: names[side], kind: apps[side].kind };
  });
}

/** The design's syncs, then those that have a file only. */
function syncsOf(project: OpenedProject): SyncHead[] {
  const { reading, sets } = project;
  const designed = reading.design?.syncs ?? [];
  const own = sets.syncs.filter((sync) => !designed.some(({ id }) => id === sync));
  return [
    ...designed.map((sync): SyncHead => ({
      id: sync.id,
      kind: sync.kind,
      objects: { left: sync.left.object, right: sync.right.object },
      sides: sidesOf(project, sync.id),
    })),
    ...own.map((sync): SyncHead => {
      const both = { left: sets.get(sync, 'left'), right: sets.get(sync, 'right') };
      const { kind, objects } = suggestFor(both);
      const object = (side: Side): string =>
        both[side] === null ? '' : (both[side].report.live?.object ?? objects[side]);
      return {
        id: sync,
        kind: kind.kind,
        objects: { left: object('left'), right: object('right') },
        sides: sidesOf(project, sync),
      };
    }),
  ];
}

function sidesOf(project: OpenedProject, sync: string): Both<SideHead | null> {
  const [left, right] = SIDES.map((side): SideHead | null => {
    const set = project.sets.get(sync, side);
    if (set === null) return null;
    return {
      setId: set.manifest.id,
      reading: readingOf(set, project.rejectedIds(sync, side)),
      importedAt: set.manifest.when,
      columns: columnRows(set.profiles),
    };
  });
  return { left: left ?? null, right: right ?? null };
}
