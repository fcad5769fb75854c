import type { Speech } from '../speech.ts';
import { hubspotWords } from './hubspot-words.ts';

/** The plan beside the one HubSpot's defaults would give. */
export const planHubSpot = (speech: Speech) => {
  const { count, plural, seconds, signed } = speech;
  return {
    ...hubspotWords(speech),
    says: 'The same records planned with HubSpot’s defaults, beside your design. Nothing is changed.',
    title: 'Compare with HubSpot',
    run: 'Compare',
    /** Under the title: how it was done. */
    done: (records: number, milliseconds: number) =>
      `${plural(records, { one: '# record', other: '# records' })} planned again in ${seconds(milliseconds)}`,
    caption: 'What HubSpot’s defaults would do otherwise, by class',
    sum: (left: number, right: number, apps: { readonly left: string; readonly right: string }) =>
      `The classes add up to ${count(left)} records of ${apps.left} and ${count(right)} of ${apps.right}`,
    signed,
    delta: {
      name: 'HubSpot’s plan, less yours',
      made: 'Links made',
      parted: 'Links parted',
      creates: 'Creates',
      fills: 'Fills',
      overwrites: 'Overwrites',
      clears: 'Clears',
      conflicts: 'Open conflicts',
      failing: 'Failing',
    },
    list: {
      caption: (title: string) => `${title}, record by record`,
      record: 'Record',
      own: 'Your design',
      hubspot: 'HubSpot',
      open: (name: string) => `Both results of ${name}`,
    },
    values: {
      title: 'Values written otherwise',
      field: 'Field',
      how: 'With HubSpot',
      count: 'Values',
    },
    detail: {
      own: 'Your design',
      hubspot: 'HubSpot’s defaults',
      alone: 'no counterpart',
      writes: 'Writes',
      nothing: 'Nothing is written.',
      inList: 'Open in the list',
      close: 'Close',
    },
  };
};
