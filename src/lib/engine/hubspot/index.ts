/** What HubSpot's defaults would do with the same records (SA2). */
export { compareHubSpot, type HubSpotComparison, type HubSpotInput, type HubSpotSync } from './compare.ts';
export {
  HUBSPOT_CLASSES,
  VALUE_CLASSES,
  type ClassCount,
  type HubSpotClass,
  type ValueClass,
  type ValueCount,
} from './classes.ts';
export type { HubSpotChange, HubSpotRefusal } from './change.ts';
export { hubspotSubject, subjectsOfClass, type HubSpotSubject } from './told.ts';
