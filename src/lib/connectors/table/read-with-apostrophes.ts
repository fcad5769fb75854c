import type { ReadHooks, ReadProgress, ReadResultOf, SideReport } from '../report.ts';
import { Apostrophes, withoutMarks } from './apostrophes.ts';

/** One reading of the file, from its first byte to its last. */
export type ReadOnce<R extends SideReport> = (
  onProgress: (progress: ReadProgress) => void,
  hooks: ReadHooks,
) => Promise<ReadResultOf<R>>;

/**
 * RD9: what a column's apostrophes are is known at the end of the file, when its rows may have been handed on. So a file in
 * which cells may begin with one is looked through first, then read; where nothing is handed on, one reading is enough.
 */
export async function readWithApostrophes<R extends SideReport>(
  read: ReadOnce<R>,
  all: boolean,
  onProgress: (progress: ReadProgress) => void,
  hooks: ReadHooks,
): Promise<ReadResultOf<R>> {
  let apostrophes = new Apostrophes();
  const { onSegments } = hooks;
  const look: ReadHooks['onSegments'] = (segments, names) => {
    apostrophes.look(segments, names);
  };
  const first =
    onSegments === undefined
      ? await read(onProgress, hooks)
      : await read((progress) => onProgress({ ...progress, what: 'scan' }), {
          ...hooks,
          onSegments: look,
          onRestart: () => void (apostrophes = new Apostrophes()),
        });
  if (!first.ok) return first;
  if (onSegments === undefined) apostrophes.look(first.set.segments, first.set.header);
  const dropped = apostrophes.columns(all);
  const bare = dropped.size === 0;
  const second =
    onSegments === undefined
      ? first
      : await read(onProgress, {
          ...hooks,
          onSegments: (segments, names) =>
            onSegments(bare ? segments : segments.map((one) => withoutMarks(one, dropped)), names),
        });
  if (!second.ok) return second;
  const { set, report } = second;
  const segments = bare ? set.segments : set.segments.map((one) => withoutMarks(one, dropped));
  const warnings = [...report.warnings, ...apostrophes.notes(dropped, report.lineBreaks)];
  return { ok: true, set: { ...set, segments }, report: { ...report, warnings } };
}
