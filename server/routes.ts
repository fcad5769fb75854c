import { join } from 'node:path';
import { buildFile } from './build-files.ts';
import { IDENTITY_PATH, type Identity } from './identity.ts';
import { json, said, type Route } from './route.ts';

/** What the server answers. All that is no file of the build stands under /server/, which the service worker leaves alone. */
export function routesOf(
  identity: Identity,
  build = join(identity.folder, 'build'),
  direct: readonly string[] = [],
): readonly Route[] {
  return [
    { method: 'GET', path: IDENTITY_PATH, answer: () => Promise.resolve(json(identity)) },
    { method: 'GET', path: '/server/', answer: () => Promise.resolve(said(404, 'No such address.')) },
    { method: 'GET', path: '/', answer: ({ path }) => buildFile(build, path, direct) },
  ];
}
