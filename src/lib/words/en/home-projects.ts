import type { Speech } from '../speech.ts';

/** The projects of the first screen. */
export const homeProjects = ({ plural }: Speech) => ({
  title: 'Projects',
  find: 'Find a project',
  none: (text: string) => `No project has “${text}” in its name.`,
  columns: {
    project: 'Project',
    left: 'Left',
    right: 'Right',
    state: 'State',
    opened: 'Opened',
    more: 'More',
  },
  syncs: (many: number, size: string) =>
    plural(many, { one: `# object sync · ${size}`, other: `# object syncs · ${size}` }),
  records: (many: number) => plural(many, { one: '# record', other: '# records' }),
  notRead: 'not read yet',
  noPlan: 'No plan kept yet',
  bothRead: 'both sides are read',
  filesMissing: 'files are missing',
  people: (many: number) => plural(many, { one: '# needs a person', other: '# need a person' }),
  nobody: 'Nothing needs a person',
  inLast: 'in the last kept plan',
  moreOf: (name: string) => `More for ${name}`,
  rename: 'Rename',
  remove: 'Remove from this machine',
  renameTitle: 'Rename the project',
  name: 'Name',
  removeTitle: (name: string) => `Remove “${name}” from this machine?`,
  removeSays: (size: string) =>
    `Its records, design, decisions and plans in this browser are deleted: ${size}. Your export files and the two apps are not touched. This cannot be undone; a project file saved before can be opened again.`,
  removeNow: 'Remove the project',
});
