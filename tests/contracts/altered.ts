import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';

/** A connector that does some of its calls otherwise. */
export const altered = (app: AppConnector, calls: Partial<AppConnector>): AppConnector => ({
  app: app.app,
  can: app.can,
  allowance: app.allowance,
  account: () => app.account(),
  describe: () => app.describe(),
  read: (request) => app.read(request),
  readByIds: (...asked) => app.readByIds(...asked),
  findByKey: (...asked) => app.findByKey(...asked),
  write: (batch) => app.write(batch),
  ...(app.jobs !== undefined && { jobs: app.jobs }),
  ...calls,
});
