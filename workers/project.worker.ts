import * as Comlink from 'comlink';
import { PlanDesk } from './plan/plan-desk.ts';
import { wholeSession } from './project/whole-session.ts';

Comlink.expose(wholeSession({ newDesk: () => new PlanDesk(), load: (address) => fetch(address) }));
