import { actsContract } from './store-acts.ts';
import { baselineContract } from './store-baselines.ts';
import { damageContract } from './store-damage.ts';
import { decisionsContract } from './store-decisions.ts';
import { historyContract } from './store-history.ts';
import { storeJournalContract } from './store-journal.ts';
import { projectsContract } from './store-projects.ts';
import { quotaContract } from './store-quota.ts';
import { replacedContract } from './store-replaced.ts';
import { setsContract } from './store-sets.ts';
import { tabsContract } from './store-tabs.ts';
import type { Platform } from '../store/world.ts';

/** All a store promises, over any IndexedDB. */
export function storeContract(platform: Platform): void {
  projectsContract(platform);
  setsContract(platform);
  baselineContract(platform);
  decisionsContract(platform);
  historyContract(platform);
  actsContract(platform);
  storeJournalContract(platform);
  replacedContract(platform);
  damageContract(platform);
  quotaContract(platform);
  tabsContract(platform);
}
