import { describe, expect, it } from 'vitest';
import {
  ERROR_CATEGORIES,
  FAILURE_CATEGORIES,
  type ErrorCategory,
  type FailureCode,
  type FailureGroup,
} from '../../src/lib/engine/index.ts';
import { IN_FILES } from '../../src/lib/words/in-files.ts';

const APPS = { left: 'HubSpot', right: 'Salesforce' };
const group = (code: FailureCode, category: ErrorCategory | null, more: Partial<FailureGroup> = {}) =>
  ({
    id: '',
    code,
    side: 'right',
    category,
    fixedBy: category === null ? null : 'person',
    count: 1,
    only: 1,
    left: 1,
    right: 0,
    ...more,
  }) as const satisfies FailureGroup;

const FORESEEN = Object.entries(FAILURE_CATEGORIES) as [FailureCode, ErrorCategory][];
const CATEGORIES = Object.keys(ERROR_CATEGORIES) as ErrorCategory[];

describe('what is said of failures', () => {
  const words = IN_FILES.failures;

  it('[HE2] every cause and category has a sentence that names the field or app, and steps', () => {
    const all = [
      ...FORESEEN.map(([code, category]) => group(code, category, { field: 'Industry', value: 'x' })),
      ...[...CATEGORIES, null].map((one) => group('refused-by-app', one, { words: 'Salesforce says no' })),
      group('refused-by-app', 'transport', { words: 'UNABLE_TO_LOCK_ROW', fixedBy: 'time' }),
    ];
    for (const one of all) {
      const title = words.title(one, APPS);
      expect(title).toMatch(one.code === 'counterpart-deleted' ? /HubSpot/ : /Industry|Salesforce/);
      expect(title).not.toMatch(/[.:] ?$/);
      const steps = words.steps(one, APPS);
      expect(steps.length).toBeGreaterThan(0);
      expect(steps.every((step) => /^[A-Z].*\.$/.test(step))).toBe(true);
    }
    expect(CATEGORIES.every((one) => words.categories[one] !== '')).toBe(true);
  });

  it('[HE2] what time fixes says to wait, what a person fixes never does', () => {
    const locked = group('refused-by-app', 'transport', { fixedBy: 'time' });
    expect(words.steps(locked, APPS)[0]).toContain('Wait');
    expect(words.steps({ ...locked, fixedBy: 'person' }, APPS).join(' ')).not.toContain('Wait');
  });

  it('[S181] values put together are counted, not named', () => {
    const others = group('option-missing', 'property-value', { field: 'Industry', values: 7, first: 'x' });
    expect(words.title(others, APPS)).toBe('7 other values of Industry are no option in Salesforce');
  });
});
