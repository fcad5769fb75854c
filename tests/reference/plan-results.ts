import type { HandOver, Removal } from '../../src/lib/engine/model/hand-over.ts';
import type {
  ChangePlace,
  ResultRow,
  ResultTable,
  UnclearCause,
} from '../../src/lib/engine/model/results.ts';
import { SIDES } from '../../src/lib/engine/model/side.ts';
import { readWorldDesign } from './read-world-design.ts';
import { comparisonText } from './values.ts';
import { idKey, type World, type WorldLink } from './world.ts';

/** What a file told, and what its rows are: they add up. */
export interface ReferenceTold {
  readonly about: ChangePlace | null;
  readonly written: number;
  readonly refused: number;
  readonly unclear: readonly UnclearCause[];
}

/** BL7, row by row: the links with what result files say of them. */
export function referenceResults(
  world: World,
  tables: readonly ResultTable[],
): { readonly links: readonly WorldLink[]; readonly told: readonly ReferenceTold[] } {
  const design = readWorldDesign(world.design);
  let links = [...(world.baseline?.links ?? [])];
  const places = design.syncs.flatMap(({ id: sync }) =>
    SIDES.flatMap((side) =>
      (['updates', 'creates', 'deletes'] as const).map((kind) => ({ sync, side, kind })),
    ),
  );
  const idOf = ({ side }: ChangePlace, id: string): string =>
    idKey(id, design.apps[side].kind === 'salesforce');
  const clearOf = ({ side }: ChangePlace): string | null =>
    ({ salesforce: '#N/A', hubspot: null, csv: '' })[design.apps[side].kind] ?? null;

  const told = tables.map((table): ReferenceTold => {
    const fields = (link: WorldLink, place: ChangePlace): [string, HandOver][] =>
      Object.entries(link.sent?.[place.side] ?? {});
    const isOfKind = (link: WorldLink, place: ChangePlace): boolean =>
      link.sync === place.sync &&
      (place.kind === 'deletes' ? link.removal?.side === place.side : fields(link, place).length > 0);
    /** "The fields it has the text of; of those it has no column of, the last row's." */
    const spoken = (row: ResultRow, link: WorldLink, place: ChangePlace): string[] => {
      if (place.kind === 'deletes') {
        // S470: "a file that has a column of a field tells of no delete".
        const texts = Object.keys(link.values[place.side]).map((field) => table.cell(row, field));
        const isOwn = table.about !== null || texts.every((text) => text === null || row.ids.includes(text));
        return isOwn ? ['delete'] : [];
      }
      const own = fields(link, place).filter(
        ([, { because }]) => (because === 'create') === (place.kind === 'creates'),
      );
      return own
        .filter(([field, one]) => {
          const cell = table.cell(row, field);
          if (cell === null || (cell.trim() === '' && one.to === '')) return one.earlier !== true;
          return sameText(cell, one.to) || (one.to === '' && cell.trim() === clearOf(place));
        })
        .map(([field]) => field);
    };
    const find = (row: ResultRow, place: ChangePlace, used: ReadonlySet<string>): WorldLink | null => {
      const own = links.filter((link) => isOfKind(link, place));
      const isCreates = place.kind === 'creates';
      for (const id of row.ids) {
        const found = own.filter((link) => {
          const theirs = link[place.side];
          const all = fields(link, place).every(([, { because }]) => because === 'create');
          const isKind = place.kind === 'deletes' || all === isCreates;
          return theirs !== null && isKind && idOf(place, theirs) === idOf(place, id);
        });
        if (found[0] !== undefined) return found[0];
      }
      const numbered = own.filter(
        (link) =>
          row.row !== null &&
          link.rows?.[place.side] === row.row &&
          (link[place.side] === null
            ? 'creates'
            : link.removal?.side === place.side
              ? 'deletes'
              : 'updates') === place.kind,
      );
      const byRow = numbered.length === 1 ? (numbered[0] ?? null) : null;
      if (byRow !== null && spoken(row, byRow, place).length > 0) return byRow;
      if (!isCreates) return byRow;
      const open = own.filter((link) => link[place.side] === null);
      const names = [...new Set(open.flatMap((link) => fields(link, place).map(([field]) => field)))].filter(
        (field) => table.cell(row, field) !== null,
      );
      if (names.length === 0) return byRow;
      const like = open.filter((link) =>
        names.every((field) =>
          sameText(link.sent?.[place.side]?.[field]?.to ?? '', table.cell(row, field) ?? ''),
        ),
      );
      return like.find((link) => !used.has(nameOf(link))) ?? like.at(-1) ?? byRow;
    };

    const counts = places.map((place) => {
      const fits = table.rows.filter((row) => {
        const found = find(row, place, new Set());
        return found !== null && spoken(row, found, place).length > 0;
      });
      return { place, rows: fits.length };
    });
    const most = Math.max(0, ...counts.map(({ rows }) => rows));
    const best = counts.filter(({ rows }) => rows > 0 && rows === most);
    const about = table.about ?? (best.length === 1 ? (best[0]?.place ?? null) : null);

    const used = new Set<string>();
    const unclear: UnclearCause[] = [];
    let written = 0;
    let refused = 0;
    for (const row of table.rows) {
      const take = (): UnclearCause | null => {
        if (row.says === null) return 'says-nothing';
        if (about === null) return 'which-file';
        const found = find(row, about, used);
        if (found === null) return 'not-handed-over';
        used.add(nameOf(found));
        const said = spoken(row, found, about);
        if (said.length === 0) return 'other-values';
        if (about.kind === 'deletes') {
          const removal = deletedNow(found.removal!, row);
          links = links.map((link) => (link === found ? { ...found, removal } : link));
          return null;
        }
        const [id] = row.ids;
        const binds = row.says === 'written' && found[about.side] === null && id !== undefined;
        const isTaken = links.some(
          (link) =>
            link.sync === about.sync &&
            link[about.side] !== null &&
            binds &&
            idOf(about, link[about.side] ?? '') === idOf(about, id),
        );
        if (isTaken) return 'id-taken';
        const answered = Object.fromEntries(
          fields(found, about).map(([field, one]) => [field, said.includes(field) ? settled(one, row) : one]),
        );
        const next: WorldLink = {
          ...found,
          ...(binds ? { [about.side]: id.trim() } : {}),
          sent: { ...found.sent, [about.side]: answered },
        };
        if (binds && used.delete(nameOf(found))) used.add(nameOf(next));
        links = links.map((link) => (link === found ? next : link));
        return null;
      };
      const cause = take();
      if (cause !== null) unclear.push(cause);
      else if (row.says === 'written') written++;
      else refused++;
    }
    return { about, written, refused, unclear };
  });
  return { links, told };
}

const sameText = (a: string, b: string): boolean => comparisonText(a) === comparisonText(b);

const nameOf = ({ sync, left, right }: WorldLink): string => JSON.stringify([sync, left, right]);

/** "The later file counts; what was written once stays so." */
function settled(one: HandOver, { says, words }: ResultRow): HandOver {
  const { written, refused: _, ...rest } = one;
  if (says === 'refused') return { ...rest, missed: true, refused: words };
  return { ...rest, missed: written === undefined ? false : one.missed, written: written ?? 'yes' };
}

/** S469, likewise: "what an app once said is gone stays so". */
function deletedNow(one: Removal, { says, words }: ResultRow): Removal {
  const { refused: _, ...rest } = one;
  if (one.written === true) return one;
  return says === 'refused' ? { ...rest, refused: words } : { ...rest, written: true };
}
