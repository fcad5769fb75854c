import { expect, it } from 'vitest';
import { sources } from './sources.ts';

it('every component is used by the product, not by its test alone', () => {
  const product = sources(['src'], ['.svelte', '.ts']);
  const used = new Set(
    product.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+\.svelte)'/g)].map(([, to = '']) =>
        new URL(to, `file:///${path}`).pathname.slice(1),
      ),
    ),
  );
  const components = product
    .map(({ path }) => path)
    .filter((path) => path.startsWith('src/lib/') && path.endsWith('.svelte'));
  expect(components.length).toBeGreaterThan(80);
  expect(components.filter((path) => !used.has(path))).toEqual([]);
});
