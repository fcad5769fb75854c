import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { DIRECTIVES } from './scripts/content-policy.mjs';

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
        config.include.push('../workers/**/*.ts', '../vitest.config.ts');
      },
    },
  },
};
