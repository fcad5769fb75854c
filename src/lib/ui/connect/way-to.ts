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
): { readonly by: 'relay' | 'direct'; readonly to: string } | null {
  const passed = relayed?.find(({ name }) => name === app);
  if (passed !== undefined) return { by: 'relay', to: passed.host };
  const host = direct.find((one) => one.app === app);
  return host === undefined ? null : { by: 'direct', to: host.origin };
}

/** Where a person can sign in to Salesforce in a window of its own: the server of this page passes the code on (S423). */
export const loginsOf = ({ relayed }: AppWays): readonly SalesforceLogin[] =>
  (['own', 'production', 'sandbox'] as const).filter(
    (login) => relayed?.some(({ name }) => name === `salesforce-${login}`) === true,
  );

/** Was this account signed in to in a window of the app's own? */
export const isByWindow = (settings: AppSettings): settings is WindowSettings => 'clientId' in settings;
