import type { FailureCause } from '../../engine/index.ts';

/** The section of the design where a cause can be taken away; null where it is in the data or in the app. */
export function fixedIn({ code, category }: FailureCause): 'mappings' | 'stages' | 'associations' | null {
  switch (code) {
    case 'required-blank':
    case 'too-long':
    case 'option-missing':
    case 'bad-number':
    case 'bad-date':
    case 'bad-boolean':
    case 'bad-email':
    case 'read-only':
      return 'mappings';
    case 'unknown-stage':
      return 'stages';
    case 'parent-missing':
      return 'associations';
    case 'refused-by-app':
      return category === 'mapping' ? 'mappings' : null;
    case 'not-unique':
    case 'counterpart-deleted':
      return null;
    default:
      return code satisfies never;
  }
}
