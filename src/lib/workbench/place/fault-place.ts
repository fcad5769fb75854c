import { hashOf } from './place.ts';

/** The page of the help that says what every refusal and failure means. */
export const FAULTS_PATH = '/help/faults';

/** The part of its address that names one of them, `#fault=salesforce.UNABLE_TO_LOCK_ROW`: it stays what it is for good. */
export function faultHash(project: string | null, fault: string): `#${string}` {
  const base = hashOf(project);
  return `${base === '' ? '#' : (`${base}&` as const)}${new URLSearchParams({ fault }).toString()}`;
}

/** Which of them an address names; null where it names none. */
export const faultOf = (hash: string): string | null =>
  new URLSearchParams(hash.replace(/^#/, '')).get('fault');
