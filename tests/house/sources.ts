import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

export interface Source {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every file with one of the endings below the folders, subfolders too. */
export function sources(folders: readonly string[], endings: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => endings.some((ending) => path.endsWith(ending)))
      .sort()
      .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })),
  );
}

/** Components, routes and shared styles. */
export const styled = (): readonly Source[] => sources(['src/lib/ui', 'src/routes'], ['.svelte', '.css']);
