import { resolve } from 'node:path';
import type { Route } from '../../../server/route.ts';
import { routesOf } from '../../../server/routes.ts';
import { serve, type Serving } from '../../../server/serve.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** What a server has beside the build: routes (a relay), origins that the page may call. */
export interface ServedWith {
  readonly routes?: readonly Route[];
  readonly direct?: readonly string[];
}

/** Serves a build on a port of its own. */
export const serveBuild = (
  build = resolve(ROOT, 'build'),
  { routes = [], direct = [] }: ServedWith = {},
): Promise<Serving> =>
  serve(
    [...routes, ...routesOf({ app: 'drysync', version: 'test', folder: ROOT }, build, direct)],
    0,
    direct,
  );
