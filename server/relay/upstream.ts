/** A kind of call that may be passed on. */
export interface Allowed {
  readonly methods: readonly string[];
  /** Of the whole path, without its query. */
  readonly path: RegExp;
}

/** An app that the relay passes calls on to. */
export interface Upstream {
  readonly name: string;
  /** Scheme, host and port. */
  readonly origin: URL;
  readonly allowed: readonly Allowed[];
  /** Names a query may have. */
  readonly query: readonly string[];
  /** Headers that are passed on beside those of every app, and those of its answers, in lower case. */
  readonly asks: readonly string[];
  readonly answers: readonly string[];
  /** What is sent to it is a form; else JSON or CSV. */
  readonly forms?: true;
}

type About = Omit<Upstream, 'origin'>;

/** One word of a path: no escapes, so there is one way to write each path. */
const NAME = '[A-Za-z0-9_-]+';
/** A record's id, or its value of a unique property. */
const KEY = '[^/?]+';
const VERSION = '20\\d\\d-\\d\\d';
const of = (methods: string, path: string): Allowed => ({
  methods: methods.split(' '),
  path: new RegExp(`^${path}$`),
});

const HUBSPOT: About = {
  name: 'hubspot',
  allowed: [
    of('GET', `/account-info/${VERSION}/details`),
    of('GET', `/crm-object-schemas/${VERSION}/schemas(?:/${NAME})?`),
    of('GET', `/crm/(?:properties|pipelines)/${VERSION}/${NAME}`),
    of('GET', `/crm/owners/${VERSION}`),
    of('GET', `/crm/objects/${VERSION}/${NAME}(?:/${KEY})?`),
    of('POST', `/crm/objects/${VERSION}/${NAME}/search`),
    of('POST', `/crm/objects/${VERSION}/${NAME}/batch/(?:read|create|update|upsert|archive)`),
    of('GET', `/crm/associations/${VERSION}/${NAME}/${NAME}/labels`),
    of('POST', `/crm/associations/${VERSION}/${NAME}/${NAME}/batch/(?:read|create|archive)`),
  ],
  query: ['limit', 'after', 'archived', 'properties', 'associations', 'idProperty', 'dataSensitivity'],
  asks: [],
  answers: [
    'x-hubspot-correlation-id',
    'x-hubspot-ratelimit-daily',
    'x-hubspot-ratelimit-daily-remaining',
    'x-hubspot-ratelimit-interval-milliseconds',
    'x-hubspot-ratelimit-max',
    'x-hubspot-ratelimit-remaining',
  ],
};

const ODOO: About = {
  name: 'odoo',
  allowed: [
    of('POST', '/json/2/(?:res\\.users|res\\.company|crm\\.stage)/search_read'),
    of(
      'POST',
      '/json/2/(?:res\\.partner|crm\\.lead)/(?:fields_get|search_count|search_read|create|write|web_save_multi)',
    ),
  ],
  query: [],
  asks: ['x-odoo-database'],
  answers: [],
};

/** Where every org, and every sandbox, can be signed in to. */
const SHARED_LOGINS = [
  ['salesforce-production', 'https://login.salesforce.com'],
  ['salesforce-sandbox', 'https://test.salesforce.com'],
] as const;

/** S423, S445: where the code of a sign-in becomes a session and where it is taken back, and nothing else. */
const SALESFORCE_LOGIN: Omit<About, 'name'> = {
  allowed: [of('POST', '/services/oauth2/(?:token|revoke)')],
  query: [],
  asks: [],
  answers: [],
  forms: true,
};

/** What `npm start` was told: hosts of apps that have their own, another for HubSpot in tests. */
export interface Named {
  readonly hubspot?: string | undefined;
  readonly odoo?: readonly string[];
  /** Origins of orgs, as `directOf` gives them: each can be signed in to at its own address and at those that all share. */
  readonly salesforce?: readonly string[];
}

/** By the name a call gives: the app's, and behind `@` the host, where an app has several (S460). */
export type Upstreams = ReadonlyMap<string, Upstream>;

const atHost = (name: string, { host }: URL): string => `${name}@${host}`;

/** S342: the apps calls are passed on to; a sentence where a host that was named is none. */
export function upstreamsOf(named: Named): { readonly upstreams: Upstreams } | { readonly says: string } {
  const hubspot = originOf(named.hubspot ?? 'https://api.hubapi.com');
  if (hubspot === null || (named.hubspot !== undefined && !isLoopback(hubspot))) {
    return { says: `DRYSYNC_RELAY_HUBSPOT is ${named.hubspot ?? ''}: expected http://127.0.0.1:PORT.` };
  }
  const upstreams = new Map<string, Upstream>([[HUBSPOT.name, { ...HUBSPOT, origin: hubspot }]]);
  for (const text of named.odoo ?? []) {
    const origin = originOf(text);
    if (origin === null) {
      return { says: `${text} is no address of an Odoo: expected one like https://company.odoo.com` };
    }
    upstreams.set(atHost(ODOO.name, origin), { ...ODOO, origin });
  }
  const login = (key: string, name: string, origin: URL): void =>
    void upstreams.set(key, { ...SALESFORCE_LOGIN, name, origin });
  const orgs = (named.salesforce ?? []).map((org) => new URL(org));
  for (const org of orgs) login(atHost('salesforce-own', org), 'salesforce-own', org);
  for (const [name, origin] of orgs.length === 0 ? [] : SHARED_LOGINS) login(name, name, new URL(origin));
  return { upstreams };
}

/** Scheme, host and port, or null. An address and nothing more: no path, no name or password; without encryption on this machine only. */
export function originOf(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
  return bare && url.pathname === '/' && safe ? url : null;
}

export const isLoopback = (url: URL): boolean => url.hostname === '127.0.0.1';
