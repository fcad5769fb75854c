import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { bundled } from './scripts/bundle.mjs';

const { DIRECTIVES } = await bundled('server/index.ts');

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', fallback: '200.html', strict: true }),
    serviceWorker: { register: false },
    version: { name: process.env.APP_VERSION ?? 'dev' },
    csp: { mode: 'hash', directives: DIRECTIVES },
    typescript: {
      config(config) {
        config.include.push('../workers/**/*.ts', '../server/**/*.ts', '../vitest.config.ts');
      },
    },
  },
};
