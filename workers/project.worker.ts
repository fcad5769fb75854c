import * as Comlink from 'comlink';
import { planDesk } from './plan/plan-desk.ts';
import { wholeSession } from './project/whole-session.ts';

Comlink.expose(wholeSession({ newDesk: () => planDesk(), load: (address) => fetch(address) }));
