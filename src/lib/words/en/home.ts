import type { Speech } from '../speech.ts';
import { homeProjects } from './home-projects.ts';

/** The first screen: projects, and how to begin. */
export const home = (speech: Speech) => ({
  projects: homeProjects(speech),
  claim: 'See what a two-way sync would do, before it does it.',
  claimMore:
    'Drop an export of each app. You get every create, update, conflict and failure, record by record, with the reason. Nothing is written before you approve it.',
  start: 'Start from two files',
  startMore: 'Both dropped? Drysync reads them, suggests keys and fields, and shows the plan.',
  openSample: 'Open the sample project',
  trySample: 'Try the sample project',
  sampleMore:
    'About 15,000 made-up companies and contacts, a finished design and a plan. One click, no account.',
  makingSample: 'Making the sample project',
  openFile: 'Open a project file',
  startWithApp: 'Start with an app',
  newProject: 'New project',
  projectFile: 'Project file',
  drop: {
    left: {
      title: 'Drop the export of one app here',
      hint: 'CSV, TSV or XLSX. For example HubSpot companies.',
    },
    right: {
      title: 'Drop the export of the other here',
      hint: 'For example Salesforce accounts, or an ERP’s list.',
    },
    unread: 'This file could not be read.',
    looking: 'Being looked at',
    found: (columns: number, how: string) =>
      speech.plural(columns, {
        one: `# column, ${how}. Now the other file.`,
        other: `# columns, ${how}. Now the other file.`,
      }),
  },
  steps: [
    { title: 'Two files in', says: 'Encoding, columns and duplicate keys are checked as they are read.' },
    { title: 'One plan out', says: 'Counts that add up on both sides, and a reason for every record.' },
    {
      title: 'Decide, then take the files',
      says: 'Approve record by record; the change files hold only what you approved.',
    },
  ],
  foot: {
    nothingLeaves: 'Nothing leaves this machine.',
    more: 'Files are read and compared in this browser.',
    check: 'How to check',
  },
  check: {
    title: 'How to check that nothing leaves this machine',
    ways: [
      {
        title: 'Switch the network off.',
        says: 'Once the app is stored here (“offline ready” above), it opens, reads, plans and exports as before.',
      },
      {
        title: 'Look at the requests.',
        says: 'Open the developer tools of the browser, Network: with two files read and planned, every request goes to the address this page came from.',
      },
      {
        title: 'Read the policy.',
        says: 'The page and its workers come with a content policy that forbids any other host (connect-src ’self’); the browser enforces it.',
      },
    ],
  },
});
