import { isLoopback, originOf } from './relay/upstream.ts';

/** A host that the page may call by itself (S353), and the app that is there. */
export interface DirectHost {
  readonly name: 'pocketbase' | 'salesforce';
  /** Scheme, host and port. */
  readonly origin: string;
}

/** What `npm start` was told: of each app any number of hosts. */
export interface NamedHosts {
  readonly pocketbase?: readonly string[];
  readonly salesforce?: readonly string[];
}

/** The hosts in one text: several stand apart by commas (S460). */
export const namesIn = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Hosts of Salesforce's own: a session token goes to no other (S319). */
const SALESFORCE = /\.(?:salesforce\.com|force\.com|salesforce\.mil|sfcrmproducts\.cn)$/;

/** The hosts that were named, each once; a sentence where one is none. */
export function directOf(
  named: NamedHosts,
): { readonly direct: readonly DirectHost[] } | { readonly says: string } {
  const direct: DirectHost[] = [];
  for (const name of ['pocketbase', 'salesforce'] as const) {
    for (const text of named[name] ?? []) {
      const url = originOf(text);
      if (url === null || (name === 'salesforce' && !isLoopback(url) && !SALESFORCE.test(url.hostname))) {
        const says = `${text} is no address of ${WORDS[name].app}: expected one like ${WORDS[name].like}`;
        return { says };
      }
      const { origin } = url;
      if (!direct.some((one) => one.name === name && one.origin === origin)) direct.push({ name, origin });
    }
  }
  return { direct };
}

const WORDS = {
  pocketbase: { app: 'a PocketBase', like: 'http://127.0.0.1:8090 or https://data.company.com' },
  salesforce: { app: 'a Salesforce org', like: 'https://company.my.salesforce.com' },
} as const;
