/**
 * A world is a list of subjects: `{ left, right, base }`, rows by field name, null where a side (or the earlier sync)
 * does not know the record.
 */

/** Pairs of one sync: as many as asked, each with what its story did to it. `linked`: with a baseline from before. */
export function pairsOf({ random, count, make, rowsOf, stories, linked, mappings }) {
  const plan = stories.flatMap(([times, story]) => Array(times).fill(story));
  return Array.from({ length: count }, (_, n) => {
    const it = make();
    const { left, right } = rowsOf(random, it);
    const base = linked ? agreed(left, right, mappings) : null;
    plan[n]?.({ left, right, it, random });
    return { it, left, right, base, plain: plan[n] === undefined };
  });
}

/** What a sync would have noted of a pair: a field only ever filled was none of its business. */
function agreed(left, right, mappings) {
  const base = { left: {}, right: {} };
  for (const mapping of mappings) {
    if (mapping.conflict === 'fill-blank') continue;
    base.left[mapping.left] = left[mapping.left];
    base.right[mapping.right] = right[mapping.right];
  }
  return base;
}

/** Rows of one side in the order its app exports them, with ids given in that order. */
export function exportSide(random, subjects, side, idField, idOf) {
  const rows = random.shuffled(subjects.filter((subject) => subject[side] !== null));
  rows.forEach((subject, n) => {
    subject[side][idField] = idOf(n);
  });
  return rows.map((subject) => subject[side]);
}

/** Lines of `baseline.jsonl`; a record that is gone has an id that no file holds any more. */
export function baselineLines(sync, subjects, goneId) {
  let gone = 0;
  return subjects
    .filter((subject) => subject.base !== null)
    .map(({ left, right, base, by, sent }) =>
      JSON.stringify({
        sync: sync.id,
        left: left?.[sync.left.idField] ?? goneId.left(gone++),
        right: right?.[sync.right.idField] ?? goneId.right(gone++),
        by: by ?? 'key',
        values: base,
        ...(sent === undefined ? {} : { sent }),
      }),
    );
}
