import type { AppWays, LiveApp } from '../../conversation/index.ts';

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
