import type {
  ErrorCategory,
  FailureCause,
  FailureGroup,
  StructuralFailure,
} from '../../engine/model/failure.ts';
import type { Both } from '../../engine/model/side.ts';
import type { Speech } from '../speech.ts';

/** What kind of error keeps a record out (ER). */
export const CATEGORIES: Readonly<Record<ErrorCategory, string>> = {
  structural: 'Row of the file',
  mapping: 'Mapping',
  'property-value': 'Property value',
  duplicate: 'Duplicate',
  association: 'Association',
  permission: 'Permission',
  deleted: 'Deleted',
  transport: 'Transport',
  automation: 'Automation',
};

/** Why records fail and what takes it away (HE2, ER), on the screen and on the command line. `apps`: how the sides are called. */
export const failureWords = ({ plural, count }: Pick<Speech, 'plural' | 'count'>) => ({
  categories: CATEGORIES,
  /** In words of an app nobody knows. */
  noCategory: 'In the app’s words',
  fixedBy: { person: 'a person must act', time: 'time fixes it' },
  /** The cause, in a sentence without its point. */
  title: (group: FailureGroup, apps: Both<string>): string => titleOf(group, apps, plural),
  /** The steps that fix it, in order. */
  steps: (cause: FailureCause, apps: Both<string>): string[] => stepsOf(cause, apps),
  structural: ({ code }: StructuralFailure, file: string): string => `${file}: ${rowFault(code)}`,
  structuralSteps: ['Correct the rows in the file, or choose how it is read, and read it again.'],
  /** Over the groups: `several` fail for more than one cause, so that the groups together count more. */
  failing: (failing: number, several: number): string => {
    const all = plural(failing, { one: '# subject fails', other: '# subjects fail' });
    const more = several === 0 ? '' : `, ${count(several)} of them for more than one cause`;
    return `why ${all}${more}:`;
  },
  more: (groups: number): string => plural(groups, { one: '# more cause', other: '# more causes' }),
  only: (only: number, all: number): string =>
    only === all ? '' : `${count(only)} of ${count(all)} for nothing else`,
});

function titleOf(group: FailureGroup, apps: Both<string>, plural: Speech['plural']): string {
  const { code, field = '', rule, value } = group;
  const app = apps[group.side];
  const there = apps[group.side === 'left' ? 'right' : 'left'];
  const more = group.values ?? 0;
  switch (code) {
    case 'required-blank':
      return rule === undefined
        ? `${field} is required in ${app} and would be blank`
        : `${field} is required in ${app} where ${rule}, and would be blank`;
    case 'too-long':
      return rule === undefined
        ? `${field} is too long for ${app}`
        : `${field} is longer than the ${rule} characters ${app} takes`;
    case 'option-missing':
      return value === undefined
        ? `${plural(more, { one: '# other value', other: '# other values' })} of ${field} are no option in ${app}`
        : `“${value}” is not an option of ${field} in ${app}`;
    case 'unknown-stage':
      return value === undefined
        ? `${plural(more, { one: '# other stage', other: '# other stages' })} of ${field} are not in ${app}`
        : `“${value}” is no stage of ${field} in ${app}`;
    case 'bad-number':
      return `${field} takes numbers in ${app}, and these are none`;
    case 'bad-date':
      return `${field} takes dates in ${app}, and these are none`;
    case 'bad-boolean':
      return `${field} takes yes or no in ${app}, and these are neither`;
    case 'bad-email':
      return `${field} takes e-mail addresses in ${app}, and these are none`;
    case 'not-unique':
      return `${field} must be unique in ${app}, and another record holds the value`;
    case 'read-only':
      return `${field} is read-only in ${app}`;
    case 'parent-missing':
      return `${field} in ${app} must name a parent, and the parent is missing there`;
    case 'counterpart-deleted':
      if (group.field !== undefined)
        return `Its counterpart was deleted in ${there}, but ${field} changed in ${app} since`;
      return rule === undefined
        ? `Its counterpart was deleted in ${there}`
        : `Its counterpart was deleted in ${there}, and the direction (${rule}) lets nothing be created there`;
    case 'refused-by-app':
      return group.words === undefined
        ? `${app} refused them in ${plural(more, { one: '# other sentence', other: '# other sentences' })}`
        : `${app}: ${group.words}`;
    default:
      return code satisfies never;
  }
}

function stepsOf(cause: FailureCause, apps: Both<string>): string[] {
  const { code, side, field = '' } = cause;
  const app = apps[side];
  const there = apps[side === 'left' ? 'right' : 'left'];
  switch (code) {
    case 'required-blank':
      return [`Fill it in ${there}, or give the mapping a constant.`, `Or make ${field} optional in ${app}.`];
    case 'too-long':
      return [`Shorten the values in ${there}, or give the mapping a form that is shorter.`];
    case 'option-missing':
      return [`Map the value in the design, or add the option to ${field} in ${app}.`];
    case 'unknown-stage':
      return [`Map the stage in the design, or add it in ${app}.`];
    case 'bad-number':
    case 'bad-date':
    case 'bad-boolean':
    case 'bad-email':
      return [`Correct the values in ${there}, or give the mapping a form or a value map.`];
    case 'not-unique':
      return [`Merge the two records or change one of the values, in ${there} or ${app}.`];
    case 'read-only':
      return [`Take the field out of the design, or let the mapping flow out of ${app} only.`];
    case 'parent-missing':
      return [
        `Bring the parent to ${app}: look whether a filter keeps it out, or whether it fails itself.`,
        'Or let the association do without: switch off that it is required.',
      ];
    case 'counterpart-deleted':
      return [`Restore it from ${app}, or delete it there yourself.`];
    case 'refused-by-app':
      return refusedSteps(cause, app);
    default:
      return code satisfies never;
  }
}

/** What to do where an app refused the row itself (BL7); a row is tried again when the record or its mapping changes (HE3). */
function refusedSteps({ category, fixedBy }: FailureCause, app: string): string[] {
  const again = `Load the refused rows into ${app} once more, then read its next export.`;
  if (fixedBy === 'time') return ['Wait a while: nothing has to be changed.', again];
  switch (category) {
    case 'mapping':
      return [`Compare the mapping’s field and type with what ${app} has, and correct the design.`];
    case 'property-value':
    case 'structural':
      return ['Correct the value at its source, or give the mapping a form or a value map.'];
    case 'duplicate':
      return [`Merge the two records in ${app}, or let its duplicate rule pass them.`, again];
    case 'association':
      return [`Look up the record that the row names in ${app}, and correct the id or the association.`];
    case 'permission':
      return [`Give the user who loads the rows the right to write there, in ${app}.`, again];
    case 'deleted':
      return [`The record is not in ${app} any more: read a newer export of it.`];
    case 'transport':
      return [`Sign in to ${app} anew, or give the user what it lacks.`, again];
    case 'automation':
      return [
        `Read the rule or flow of ${app} that stops the row, and meet it or let it pass these rows.`,
        again,
      ];
    case null:
      return [`Read the words of ${app}: the record is tried again when it or its mapping changes.`];
    default:
      return category satisfies never;
  }
}

function rowFault(code: string): string {
  switch (code) {
    case 'too-many-cells':
      return 'rows with more cells than the header, left out';
    case 'too-few-cells':
      return 'rows with fewer cells than the header, left out';
    case 'no-id':
      return 'rows without an id, left out';
    case 'repeated-id':
      return 'rows whose id an earlier row has, left out';
    default:
      return `rows left out (${code})`;
  }
}
