import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [sveltekit()],
  // One file a worker: chunks of a worker are missing from a service worker's list and break offline.
  worker: { format: 'es', rolldownOptions: { output: { codeSplitting: false } } },
  server: { fs: { allow: ['workers'] } },
  optimizeDeps: {
    include: [
      'comlink',
      'dexie',
      'fflate',
      'papaparse',
      'libphonenumber-js/min',
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
    ],
  },
  build: { target: 'es2022' },
});
