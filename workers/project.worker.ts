import * as Comlink from 'comlink';
import { PlanDesk } from './plan/plan-desk.ts';
import { WholeSession } from './project/whole-session.ts';

Comlink.expose(new WholeSession({ newDesk: () => new PlanDesk(), load: (address) => fetch(address) }));
