import type { FakeApp, FakeReply, FakeRequest } from '../faults/index.ts';
import { associations } from './associations.ts';
import { badRequest, missing, parsed, type Ask } from './ask.ts';
import { batch } from './batch.ts';
import { refusal, said } from './errors.ts';
import { merged, objects } from './objects.ts';
import type { Portal } from './portal.ts';
import { account, owners, pipelines, properties, schemas } from './schema.ts';
import { search } from './search.ts';

type Answers = (ask: Ask) => FakeReply;

/** Families of paths: of the numbered versions, and of those named by a month. `V` stands for the version. */
const FAMILIES: readonly (readonly [numbered: string, dated: string, answers: Answers])[] = [
  ['/crm/v3/objects', '/crm/objects/V', recordsOf],
  ['/crm/v4/associations', '/crm/associations/V', associations],
  ['/crm/v3/properties', '/crm/properties/V', properties],
  ['/crm-object-schemas/v3', '/crm-object-schemas/V', schemas],
  ['/crm/v3/pipelines', '/crm/pipelines/V', pipelines],
  ['/crm/v3/owners', '/crm/owners/V', owners],
  ['/account-info/v3/details', '/account-info/V/details', account],
];

/** The first version that an administrator's rules hold in. */
const RULES_SINCE = '2026-09';

/** HubSpot as calls see it: over `portal`, whatever brings them. */
export function hubSpotApp(portal: Portal): FakeApp {
  return (request) => {
    const [path = '', query = ''] = request.path.split('?');
    const isSearch = path.endsWith('/search');
    const reply = answer(portal, request, path, new URLSearchParams(query), isSearch);
    return { ...reply, headers: { ...reply.headers, ...portal.limits.headers(isSearch) } };
  };
}

function answer(
  portal: Portal,
  request: FakeRequest,
  path: string,
  query: URLSearchParams,
  isSearch: boolean,
): FakeReply {
  const over = portal.limits.over(portal.now, isSearch);
  if (over !== null) return over;
  const signedOut = refusalOfToken(portal, request.headers['authorization'] ?? '');
  if (signedOut !== null) return signedOut;
  const found = routeOf(path);
  if (found === null) return { ...missing(), body: 'not found' };
  const { parts, version, answers } = found;
  const scope = scopeOf(request.method, path, parts);
  if (portal.withheld.has(scope)) return withoutScope(scope);
  const body = parsed(request);
  if (body === undefined) return badRequest('Invalid input JSON');
  const rules = version !== null && version >= RULES_SINCE;
  return answers({ portal, method: request.method, parts, query, body, rules });
}

function refusalOfToken(portal: Portal, authorization: string): FakeReply | null {
  if (portal.tokens.has(authorization.replace(/^Bearer /, ''))) return null;
  const message =
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview';
  return refusal(401, said('INVALID_AUTHENTICATION', message));
}

function routeOf(path: string): { parts: string[]; version: string | null; answers: Answers } | null {
  for (const [numbered, dated, answers] of FAMILIES) {
    for (const pattern of [numbered, dated]) {
      const match = new RegExp(`^${pattern.replace('V', '(\\d{4}-\\d{2})')}(?:/(.*))?$`).exec(path);
      if (match === null) continue;
      const isDated = pattern === dated;
      const rest = (isDated ? match[2] : match[1]) ?? '';
      const parts = rest
        .split('/')
        .filter((part) => part !== '')
        .map(decodeURIComponent);
      return { parts, version: isDated ? (match[1] ?? null) : null, answers };
    }
  }
  return null;
}

function recordsOf(ask: Ask): FakeReply {
  const [, what] = ask.parts;
  if (what === 'batch') return batch(ask);
  if (what === 'merge') return merged(ask);
  return what === 'search' ? search(ask) : objects(ask);
}

/** `crm.objects.contacts.write` for a call that writes them. */
function scopeOf(method: string, path: string, parts: readonly string[]): string {
  const reads = method === 'GET' || /\/(search|batch\/read)$/.test(path);
  if (path.startsWith('/crm/owners') || path.startsWith('/crm/v3/owners')) return 'crm.objects.owners.read';
  if (path.startsWith('/crm-object-schemas')) return 'crm.schemas.custom.read';
  return `crm.objects.${parts[0] ?? ''}.${reads ? 'read' : 'write'}`;
}

function withoutScope(scope: string): FakeReply {
  const message =
    "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.";
  const errors = [
    {
      message: 'One or more of the following scopes are required.',
      context: { requiredGranularScopes: [scope] },
    },
  ];
  return refusal(403, said('MISSING_SCOPES', message, { errors }));
}
