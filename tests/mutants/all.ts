import { ACCOUNTS } from './accounts.ts';
import { APPROVE } from './approve.ts';
import { ASSOCIATIONS } from './associations.ts';
import { CHECKS } from './checks.ts';
import { COLUMNS } from './columns.ts';
import { CONNECTORS } from './connectors.ts';
import { DECLARED_FORMS } from './declared-forms.ts';
import { DELETES } from './deletes.ts';
import { DIFFER } from './differ.ts';
import { EXPLAINED } from './explained.ts';
import { FITS } from './fits.ts';
import { FORMATS } from './formats.ts';
import { GUARDS } from './guards.ts';
import { HANDED_OVER } from './hand-over.ts';
import { HEALTH } from './health.ts';
import { HUBSPOT } from './hubspot.ts';
import { JOINED } from './joined.ts';
import { LISTED } from './listed.ts';
import { LIVE_PRESENCE } from './live-presence.ts';
import { LINKS, TOLD_LINKS } from './links.ts';
import { DOUBTFUL_KEYS } from './doubtful-keys.ts';
import { MATCHING } from './matching.ts';
import { MERGE } from './merge.ts';
import type { Mutant } from './mutant.ts';
import { PLAN } from './plan.ts';
import { PRESENCE } from './presence.ts';
import { PUSH } from './push/index.ts';
import { REHEARSE } from './rehearse.ts';
import { ANSWERED, EDITED, TOLD_BY_FILES } from './results.ts';
import { SALESFORCE } from './salesforce.ts';
import { SCOPE } from './scope.ts';
import { STAGES } from './stages.ts';
import { SUGGESTED } from './suggested.ts';
import { TRANSFORMS } from './transforms.ts';
import { TURNED_OFF } from './turned-off.ts';
import { WHY_NOT } from './why-not.ts';
import { ZONES } from './zones.ts';

export const MUTANTS: readonly Mutant[] = [
  ...LINKS,
  ...TOLD_LINKS,
  ...MATCHING,
  ...DOUBTFUL_KEYS,
  ...SCOPE,
  ...MERGE,
  ...SALESFORCE,
  ...ZONES,
  ...TRANSFORMS,
  ...JOINED,
  ...STAGES,
  ...ASSOCIATIONS,
  ...DECLARED_FORMS,
  ...DELETES,
  ...PRESENCE,
  ...LIVE_PRESENCE,
  ...FITS,
  ...PLAN,
  ...COLUMNS,
  ...APPROVE,
  ...CHECKS,
  ...FORMATS,
  ...CONNECTORS,
  ...ACCOUNTS,
  ...DIFFER,
  ...EXPLAINED,
  ...LISTED,
  ...SUGGESTED,
  ...ANSWERED,
  ...EDITED,
  ...TOLD_BY_FILES,
  ...GUARDS,
  ...HANDED_OVER,
  ...REHEARSE,
  ...TURNED_OFF,
  ...WHY_NOT,
  ...HUBSPOT,
  ...HEALTH,
  ...PUSH,
];
