import type { LiveApp } from '../../src/lib/connectors/app/app-connector.ts';
import type { AppFault } from '../../src/lib/connectors/app/fault.ts';
import type { Problem } from '../../src/lib/conversation/index.ts';

/** What an app answered, as a problem a person reads. `read`: records that had come by then. */
export const faultOf = (
  app: LiveApp,
  during: 'sign-in' | 'read',
  { code, status, said }: AppFault,
  read = 0,
): Problem => ({ code: 'app-fault', app, during, fault: { code, status, said }, read });
