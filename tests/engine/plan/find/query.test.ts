import { describe, expect, test } from 'vitest';
import {
  CLASS_BITS,
  DIFFER_CLASSES,
  DIFFER_WORDS,
  differencesOf,
  differingSubjects,
  drain,
  countWritten,
  DECISION_WORDS,
  filterSubjects,
  findText,
  Memo,
  NameReader,
  nameFields,
  OUTCOMES,
  pairCount,
  PlanReader,
  planTraits,
  REASON_CODES,
  subjectCount,
  subjectRows,
  writeCount,
  type Differences,
  type PlanLine,
  type SubjectFilter,
  type SyncPlan,
} from '../../../../src/lib/engine/index.ts';
import { createTools } from '../../../../src/lib/tools/index.ts';
import { foldText } from '../../../../src/lib/engine/read/fold.ts';
import { Random } from '../../../reference/random.ts';
import { randomWorld } from '../../../reference/random-world.ts';
import { onSeeds } from '../../../reference/replay.ts';
import { PlannedWorld } from '../planned-world.ts';

const tools = createTools();

/** What a filter can ask of a subject, told from its line alone. */
interface Told {
  readonly outcomes: readonly string[];
  readonly decisions: readonly string[];
  readonly reasons: readonly string[];
  readonly fields: readonly string[];
  readonly linkedBy: readonly string[];
  readonly directions: readonly string[];
  readonly differs: readonly string[];
  readonly scope: readonly string[];
}

const GROUPS = ['outcomes', 'decisions', 'reasons', 'fields', 'linkedBy', 'directions', 'differs'] as const;

function tell(plan: SyncPlan, subject: number, line: PlanLine, decision: number, isChanged: boolean): Told {
  const { writes, conflicts, outcome } = line;
  const acts = outcome === 'update' || outcome === 'conflict';
  const has = (because: readonly string[]): boolean =>
    writes.some((write) => because.includes(write.because));
  const reasons: string[] = line.reasons.map(({ code }) => code);
  if (acts && conflicts.some(({ decidedBy }) => decidedBy !== null && decidedBy !== 'person'))
    reasons.push('by-rule');
  if (has(['fill-blank'])) reasons.push('fills-blank');
  if (has(['left-changed', 'right-changed', 'cleared'])) reasons.push('one-side-changed');
  const sides = [...new Set(writes.map(({ side }) => side))];
  const way = sides.length === 2 ? ['both-ways'] : sides.map((side) => `to-${side}`);
  const scope = ['all'];
  if (writes.length > 0) scope.push('written');
  if (['conflict', 'failing', 'ambiguous'].includes(outcome)) scope.push('needs-person');
  if (isChanged) scope.push('changed');
  return {
    outcomes: [outcome],
    decisions: decision === 0 ? [] : [DECISION_WORDS[decision - 1]!],
    reasons,
    fields: plan.mappings
      .filter((on) => writes.some(({ side, field }) => field !== null && on.fields[side].includes(field)))
      .map(({ mapping }) => mapping.left),
    linkedBy: [isNameOnly(plan, subject, line) ? 'name-only' : (line.link?.by ?? 'none')],
    directions: way,
    differs: [],
    scope,
  };
}

/** Found by keys of names alone, while another key has a value on both sides and they differ. */
function isNameOnly(plan: SyncPlan, subject: number, line: PlanLine): boolean {
  if (line.link?.by !== 'key') return false;
  const { left, right } = subjectRows(plan, subject);
  const keys = plan.matching.keys.map((key, at) => {
    const codes = plan.matching.codes[at]!.codes;
    const isName = key.fields.every(({ normalize }) => normalize.some((name) => name.startsWith('name')));
    return { isName, a: codes.left[left]!, b: codes.right[right]! };
  });
  const hits = keys.filter(({ a, b }) => a >= 0 && a === b);
  const differ = keys.some(({ isName, a, b }) => !isName && a >= 0 && b >= 0 && a !== b);
  return hits.every(({ isName }) => isName) && differ;
}

const passes = (told: Told, filter: SubjectFilter, group: (typeof GROUPS)[number] | 'scope'): boolean => {
  if (group === 'scope') return told.scope.includes(filter.scope);
  const wanted: readonly string[] = filter[group];
  if (group === 'differs' && wanted.length === 0 && filter.differsIn.length > 0)
    return told.differs.some((word) => word !== 'worse-written');
  return wanted.length === 0 || wanted.some((word) => told[group].includes(word));
};

function randomFilter(random: Random, plan: SyncPlan): SubjectFilter {
  const some = <T>(list: readonly T[]): T[] => (random.chance(0.35) ? random.some(list, 0.4) : []);
  return {
    scope: random.pick(['all', 'all', 'written', 'needs-person', 'changed'] as const),
    outcomes: some(OUTCOMES),
    decisions: some(DECISION_WORDS),
    reasons: some([...REASON_CODES, 'by-rule', 'fills-blank', 'one-side-changed'] as const),
    fields: some(plan.mappings.map(({ mapping }) => mapping.left)),
    linkedBy: some(['none', 'key', 'name-only', 'baseline', 'id-pair', 'person'] as const),
    directions: some(['to-left', 'to-right', 'both-ways'] as const),
    differs: some(DIFFER_WORDS),
    differsIn: some(plan.mappings.map(({ mapping }) => mapping.left)).slice(0, 1),
  };
}

/** Why the values of every subject differ, looked up pair by pair. */
function whyOf(plan: SyncPlan, why: Differences, subject: number, only: readonly string[]): string[] {
  return plan.mappings.flatMap(({ mapping }, position) => {
    if (subject >= pairCount(plan) || (only.length > 0 && !only.includes(mapping.left))) return [];
    const code = why.fields[position]!.of[subject]! & CLASS_BITS;
    return [
      ...(code === 0 ? [] : [DIFFER_CLASSES[code - 1]!]),
      ...(why.worse[position]!.includes(subject) ? ['worse-written'] : []),
    ];
  });
}

function namesAndIds(plan: SyncPlan, subject: number): string[] {
  const rows = subjectRows(plan, subject);
  return (['left', 'right'] as const).flatMap((side) => {
    const row = rows[side];
    if (row < 0) return [];
    const records = plan.records[side];
    const cells = nameFields(plan.sync, side)
      .flat()
      .map((field) => {
        const column = records.column(field);
        const value = column.codes === null ? row : column.codes[row]!;
        return new TextDecoder().decode(
          column.bytes.subarray(column.offsets[value], column.offsets[value + 1]),
        );
      });
    return [...cells, records.id(row)].map(foldText);
  });
}

describe('the list of a plan', () => {
  test('subjects, facets under the other groups, scopes and write counts are those of brute force over the lines', () => {
    const seen = new Set<string>();
    onSeeds(250, (seed) => {
      const random = new Random(seed);
      for (const plan of new PlannedWorld(randomWorld(seed)).plan().syncs) {
        const reader = new PlanReader(plan);
        const traits = drain(planTraits(plan));
        const count = subjectCount(plan);
        const decisions = new Uint8Array(count);
        const changed = random.chance(0.5) ? new Uint8Array(count).map(() => random.int(2)) : null;
        const why = drain(differencesOf(plan, tools, new Memo()));
        const lines = Array.from({ length: count }, (_, subject) => {
          const line = reader.line(subject);
          expect(writeCount(traits, subject)).toBe(line.writes.length);
          if (line.writes.length > 0) decisions[subject] = 1 + random.int(4);
          return tell(plan, subject, line, decisions[subject]!, changed?.[subject] === 1);
        });
        expect(countWritten(plan)).toBe(lines.filter(({ scope }) => scope.includes('written')).length);
        for (const { linkedBy } of lines) linkedBy.forEach((word) => seen.add(word));
        for (let round = 0; round < 5; round++) {
          const filter = randomFilter(random, plan);
          const found = random.chance(0.3) ? new Uint8Array(count).map(() => random.int(2)) : null;
          const told = lines.map((one, subject) => ({
            ...one,
            differs: whyOf(plan, why, subject, filter.differsIn),
          }));
          for (const { differs } of told) differs.forEach((word) => seen.add(word));
          const [field = null] = filter.differsIn;
          const differing = drain(differingSubjects(plan, why, traits.classes, field));
          const { subjects, facets, scopes } = drain(
            filterSubjects({ plan, traits, decisions, differing, changed, found }, filter),
          );
          const isFound = (_: Told, subject: number): boolean => found === null || found[subject] === 1;
          const all = [...GROUPS, 'scope'] as const;
          const under = (group: (typeof all)[number] | null): readonly Told[] =>
            told
              .filter(isFound)
              .filter((one) => all.every((each) => each === group || passes(one, filter, each)));
          const listed = told.flatMap((one, subject) =>
            isFound(one, subject) && all.every((each) => passes(one, filter, each)) ? [subject] : [],
          );
          expect([...subjects]).toEqual(listed);
          for (const { group, value, count: n } of facets) {
            if (group === 'differsIn') {
              expect(n).toBe(under('differs').filter(({ differs }) => differs.length > 0).length);
              continue;
            }
            expect([group, value, n]).toEqual([
              group,
              value,
              under(group).filter((one) => one[group].includes(value)).length,
            ]);
          }
          for (const [scope, n] of Object.entries(scopes)) {
            expect(n).toBe(under('scope').filter((one) => one.scope.includes(scope)).length);
          }
          const sum = (group: string): number =>
            facets.filter((facet) => facet.group === group).reduce((total, facet) => total + facet.count, 0);
          expect(sum('outcomes')).toBe(under('outcomes').length);
          expect(sum('linkedBy')).toBe(under('linkedBy').length);
        }
      }
      return true;
    });
    expect([...seen]).toEqual(
      expect.arrayContaining(['name-only', 'key', 'none', 'baseline', 'other', 'worse-written']),
    );
  });

  test('text is found in names and ids, case-folded, each of its words', () => {
    let hits = 0;
    onSeeds(200, (seed) => {
      const random = new Random(seed);
      for (const plan of new PlannedWorld(randomWorld(seed)).plan().syncs) {
        const cells = Array.from({ length: subjectCount(plan) }, (_, subject) => namesAndIds(plan, subject));
        const words = cells.flat().filter((cell) => cell !== '');
        for (let round = 0; round < 4 && words.length > 0; round++) {
          const of = random.pick(words);
          const from = random.int(of.length);
          const piece = of.slice(from, from + 1 + random.int(5));
          const text = random.chance(0.3)
            ? `${piece.toUpperCase()} ${random.pick(words).slice(0, 2)}`
            : piece;
          const wanted = foldText(text)
            .split(/\s+/)
            .filter((word) => word !== '');
          const found = findText(plan, text);
          if (wanted.length === 0) {
            expect(found).toBeNull();
            continue;
          }
          const expected = cells.map((own) =>
            wanted.every((word) => own.some((cell) => cell.includes(word))) ? 1 : 0,
          );
          expect([...found!]).toEqual(expected);
          hits += expected.filter((hit) => hit === 1).length;
        }
      }
      return true;
    });
    expect(hits).toBeGreaterThan(500);
  });

  test('a record is called by its name, else its e-mail, else its id', () => {
    const contact = (cells: readonly string[]) => ['1', ...cells];
    const world = new PlannedWorld({
      design: {
        format: 'drysync/design@1',
        name: 'names',
        apps: { left: { name: 'L', kind: 'hubspot' }, right: { name: 'R', kind: 'salesforce' } },
        syncs: [
          {
            id: 'contacts',
            kind: 'contacts',
            left: { object: 'c', idField: 'Id' },
            right: { object: 'c', idField: 'Id' },
            direction: 'both',
            winner: 'left',
            matching: { identifiers: { email: { left: 'Mail', right: 'Mail' } } },
            mappings: [
              { left: 'Etternavn', right: 'B' },
              { left: 'A', right: 'FirstName' },
              { left: 'Mail', right: 'Mail' },
            ],
          },
        ],
      },
      tables: {
        contacts: {
          left: { header: ['Id', 'A', 'Etternavn', 'Mail'], rows: [contact([' Bo ', 'Ek', 'b@x.no'])] },
          right: {
            header: ['Id', 'FirstName', 'B', 'Mail'],
            rows: [
              ['r1', '', '', 'c@x.no'],
              ['r2', '', 'Moe', ''],
              ['r3', '', '', ' '],
            ],
          },
        },
      },
      baseline: null,
      choices: null,
    });
    const plan = world.plan().syncs[0]!;
    const names = (side: 'left' | 'right') => new NameReader(plan.records[side], nameFields(plan.sync, side));
    expect(names('left').name(0)).toBe('Bo Ek');
    expect([0, 1, 2].map((row) => names('right').name(row))).toEqual(['c@x.no', 'Moe', 'r3']);
    expect(pairCount(plan)).toBe(0);
  });
});
