import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { configDefaults, defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { findBrowser, LAUNCH_ARGS } from './scripts/find-browser.mjs';
import { findPocketBase } from './scripts/live-servers.mjs';
import { SHARED_DATA_IS_HERE } from './tests/real/shared-folder.ts';

const executablePath = findBrowser();

/** Far beyond any busy machine: no test fails by the clock, and one that hangs still ends. */
const LIMIT = { testTimeout: 3_600_000, hookTimeout: 3_600_000 };

/** The same of what is waited for. */
const PATIENT = { expect: { poll: { timeout: 300_000 } } };

/** Those that take minutes, longest first. */
const LONG = [
  '/laws/settling.',
  '/laws/histories.',
  '/laws/',
  '/reference/agreement.',
  '/stories/scenarios-',
  '/stories/screens.',
];

/** Begins with the long ones, so that no core waits for the last of them. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((part) => moduleId.includes(part));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

const unit: TestProjectConfiguration = {
  test: {
    name: 'unit',
    environment: 'node',
    isolate: false,
    // Worlds are made and dropped by the thousand: a larger nursery is collected less often.
    execArgv: ['--max-semi-space-size=64'],
    ...LIMIT,
    ...PATIENT,
    include: [
      // All but what needs a browser: a new folder of tests is run without being named here.
      'tests/!(browser|e2e|power)/**/*.test.ts',
    ],
    exclude: [
      ...configDefaults.exclude,
      ...(SHARED_DATA_IS_HERE ? [] : ['tests/real/**']),
      ...(findPocketBase() === null ? ['tests/live/pocketbase/**'] : []),
      ...(process.env['LIVE_ODOO'] === undefined ? ['tests/live/odoo/**'] : []),
    ],
    globalSetup: ['tests/real/not-run.ts', 'tests/live/not-run.ts'],
  },
};

/** Real Chromium, real workers. */
const browser: TestProjectConfiguration = {
  extends: './vite.config.ts',
  server: { fs: { allow: ['workers', 'tests'] } },
  test: {
    name: 'browser',
    ...LIMIT,
    ...PATIENT,
    include: ['tests/browser/**/*.test.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath: executablePath ?? '', args: LAUNCH_ARGS } }),
      instances: [{ browser: 'chromium' }],
    },
  },
};

/** The built app, served by server/, in a browser driven by playwright. */
const e2e: TestProjectConfiguration = {
  test: {
    name: 'e2e',
    environment: 'node',
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/setup/built.ts'],
    ...LIMIT,
    ...PATIENT,
  },
};

/** The built app and its push on a disk whose power is cut: as root only, who runs it asks `whyNoPowerCut` first. */
const power: TestProjectConfiguration = {
  test: {
    name: 'power',
    environment: 'node',
    include: ['tests/power/**/*.test.ts'],
    globalSetup: ['tests/e2e/setup/built.ts'],
    ...LIMIT,
    ...PATIENT,
  },
};

export default defineConfig({
  test: {
    // On two cores one worker would leave the other idle for the longest laws.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: executablePath === null ? [unit] : [unit, browser, e2e, power],
  },
});
