import { resolve } from 'node:path';
import { routesOf } from '../../../server/routes.ts';
import { serve, type Serving } from '../../../server/serve.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Serves a build on a port of its own. */
export const serveBuild = (build = resolve(ROOT, 'build')): Promise<Serving> =>
  serve(routesOf({ app: 'drysync', version: 'test', folder: ROOT }, build));
