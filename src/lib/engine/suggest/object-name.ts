import type { ObjectKind } from '../model/design.ts';
import type { AppKind } from './app.ts';

const SALESFORCE: Readonly<Record<ObjectKind, string | null>> = {
  contacts: 'Contact',
  leads: 'Lead',
  companies: 'Account',
  products: 'Product2',
  deals: 'Opportunity',
  invoices: null,
  tickets: 'Case',
  activities: 'Task',
  custom: null,
};

const APP_NAMES: Readonly<Record<Exclude<AppKind, 'file'>, string>> = {
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  pipedrive: 'Pipedrive',
  dynamics: 'Dynamics 365',
  odoo: 'Odoo',
};

const stem = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');

/** The object as its app calls it; for a plain file the kind. */
export function objectName(app: AppKind, kind: ObjectKind, file: string): string {
  if (app === 'salesforce') return SALESFORCE[kind] ?? (stem(file) || kind);
  return kind === 'custom' ? stem(file) || kind : kind;
}

/** The app's name; a plain file goes by its own. */
export const appName = (app: AppKind, file: string): string =>
  app === 'file' ? stem(file) || 'File' : APP_NAMES[app];
