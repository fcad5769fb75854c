import type {
  AppSettings,
  AppWays,
  LiveApp,
  SalesforceLogin,
  WindowSettings,
} from '../../conversation/index.ts';

/** How calls reach an app from this page; null: they do not. */
export function wayTo(
  { relayed, direct }: AppWays,
  app: LiveApp,
): { readonly by: 'relay' | 'direct'; readonly to: readonly string[] } | null {
  const passed = (relayed ?? []).filter(({ name }) => name === app);
  if (passed.length > 0) return { by: 'relay', to: passed.map(({ host }) => host) };
  const hosts = direct.filter((one) => one.app === app);
  return hosts.length === 0 ? null : { by: 'direct', to: hosts.map(({ origin }) => origin) };
}

/** The hosts of an app that one can be signed in to at, as a person is shown them; none of one that is at the same host for all (S460). */
export const hostsOf = (ways: AppWays, app: LiveApp): readonly string[] =>
  app === 'hubspot' ? [] : (wayTo(ways, app)?.to ?? []);

/** Where an account that is kept is; null where that is not noted. */
export const hostIn = (settings: AppSettings): string | null =>
  'origin' in settings ? settings.origin : 'host' in settings ? (settings.host ?? null) : null;

/** Where a person can sign in to Salesforce in a window of its own: the server of this page passes the code on (S423). */
export const loginsOf = ({ relayed }: AppWays): readonly SalesforceLogin[] =>
  (['own', 'production', 'sandbox'] as const).filter(
    (login) => relayed?.some(({ name }) => name === `salesforce-${login}`) === true,
  );

/** Was this account signed in to in a window of the app's own? */
export const isByWindow = (settings: AppSettings): settings is WindowSettings => 'clientId' in settings;
