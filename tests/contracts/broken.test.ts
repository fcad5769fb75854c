import { describe, expect, it } from 'vitest';
import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import { memoryUnderTest } from '../servers/memory/memory-server.ts';
import { altered } from './altered.ts';
import type { AppUnderTest } from './app-server.ts';
import { appPromises } from './app-suite.ts';
import { BROKEN, KEYLESS, type Broken } from './broken-connectors.ts';

const underTest = (name: string, { breaks, can, object }: Broken): AppUnderTest => {
  const whole = memoryUnderTest(name, can, object);
  return {
    name,
    open: async () => {
      const { connector, server } = await whole.open();
      const broken = (one: AppConnector): AppConnector => altered(one, breaks(one, server));
      return {
        connector: broken(connector),
        server: { ...server, again: async () => broken(await server.again()) },
      };
    },
  };
};

/** Names of the tests of the suite that a connector fails. */
async function failedBy(app: AppUnderTest): Promise<readonly string[]> {
  const declared: (readonly [string, () => Promise<void>])[] = [];
  appPromises(app, (name, test) => declared.push([name, test]));
  const failed: string[] = [];
  for (const [name, test] of declared) {
    try {
      await test();
    } catch {
      failed.push(name);
    }
  }
  return failed;
}

describe('the suite that connectors are held by', () => {
  it('lets one through that keeps its promises', async () => {
    expect(await failedBy(underTest('whole', { breaks: () => ({}), noticed: /./ }))).toEqual([]);
    expect(await failedBy(underTest('whole', { ...KEYLESS, breaks: () => ({}), noticed: /./ }))).toEqual([]);
  });

  for (const [name, broken] of Object.entries(BROKEN)) {
    it(`notices one that ${name}`, async () => {
      const failed = await failedBy(underTest(name, broken));
      expect(failed.filter((one) => broken.noticed.test(one))).not.toEqual([]);
    });
  }
});
