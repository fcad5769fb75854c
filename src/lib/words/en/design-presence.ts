import type { PresenceFields } from '../../engine/model/design.ts';
import type { Speech } from '../speech.ts';

/** Who is archived and who was merged, as the apps say (DE5), on the design's screen. */
export const designPresence = ({ list }: Speech) => ({
  caption: 'what an app deleted or archived takes no part; links follow what was merged',
  nothing: 'the file does not say',
  said: ({ archived, mergedInto, mergedFrom }: PresenceFields) =>
    [
      ...(archived === undefined ? [] : [`archived where ${archived.field} is ${list(archived.is)}`]),
      ...(mergedInto === undefined ? [] : [`merged into the record in ${mergedInto}`]),
      ...(mergedFrom === undefined ? [] : [`the records in ${mergedFrom} were merged into it`]),
    ].join(' · '),
  byApp: 'as the app itself tells it',
  tell: 'Name the fields',
  tellOf: (app: string) => `Name the fields in which ${app} says what was archived or merged`,
  change: 'Change',
  changeOf: (app: string) => `Change the fields in which ${app} says what was archived or merged`,
  stop: 'Take them out',
  stopOf: (app: string) => `Let no field say what ${app} archived or merged`,
  heading: (app: string) => `Archived and merged in ${app}`,
  save: 'Use fields',
  archived: 'Field that says that a record is archived or deleted',
  none: 'no field',
  values: 'Its values that say so, one a line',
  samples: (values: string) => `The file begins with ${values}.`,
  into: 'Field of a record that went: the id of the one it was merged into',
  from: 'Field of the record that is left: the ids that were merged into it',
  lacksValues: 'At least one value is needed.',
});
