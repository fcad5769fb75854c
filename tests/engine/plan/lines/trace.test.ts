import { describe, expect, test } from 'vitest';
import { PlanReader, subjectCount, traceSubject } from '../../../../src/lib/engine/index.ts';
import { randomWorld } from '../../../reference/random-world.ts';
import { enginePlanner } from '../../../reference/engine-plan.ts';

describe('the trace of a record', () => {
  test('says what was read, every key tried, every reason and field, and ends in the outcome', () => {
    let subjects = 0;
    for (let seed = 1; seed <= 200; seed++) {
      for (const sync of enginePlanner(randomWorld(seed)).plan.syncs) {
        const reader = new PlanReader(sync);
        for (let subject = 0; subject < subjectCount(sync); subject++) {
          const line = reader.line(subject);
          const steps = traceSubject(reader, subject);
          expect(steps.at(-1)).toEqual({ rule: 'PH9', code: 'outcome', outcome: line.outcome });
          const read = steps.filter((step) => step.code === 'read').map((step) => step.id);
          expect(read).toEqual([line.left, line.right].flatMap((ref) => (ref === null ? [] : [ref.id])));
          const reasons = steps.flatMap((step) => ('reason' in step ? [step.reason] : []));
          expect([...reasons].map((reason) => JSON.stringify(reason)).sort()).toEqual(
            line.reasons.map((reason) => JSON.stringify(reason)).sort(),
          );
          if (line.link !== null && line.outcome !== 'excluded') {
            const fields = steps.filter((step) => step.code === 'field');
            expect(fields.length).toBe(sync.mappings.length);
            const listed = fields.filter(({ verdict }) => verdict.conflict).map(({ left }) => left);
            expect(listed).toEqual(line.conflicts.map(({ left }) => left));
          }
          for (const step of steps) expect(step.rule).toMatch(/^[A-Z]{2}\d+$/);
          subjects++;
        }
      }
    }
    expect(subjects).toBeGreaterThan(1500);
  });
});
