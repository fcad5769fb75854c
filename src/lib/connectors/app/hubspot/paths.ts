/**
 * The version of HubSpot's API, and the only place it stands. Since 2026-09 an administrator's rules hold on writes (properties of the
 * create form, properties required when another has a value). Numbered versions end in 2027.
 */
const VERSION = '2026-09';

const part = encodeURIComponent;

export const PATHS = {
  account: `/account-info/${VERSION}/details`,
  schemas: `/crm-object-schemas/${VERSION}/schemas`,
  schema: (object: string) => `/crm-object-schemas/${VERSION}/schemas/${part(object)}`,
  properties: (object: string) => `/crm/properties/${VERSION}/${part(object)}`,
  pipelines: (object: string) => `/crm/pipelines/${VERSION}/${part(object)}`,
  owners: `/crm/owners/${VERSION}`,
  records: (object: string) => `/crm/objects/${VERSION}/${part(object)}`,
  record: (object: string, id: string) => `/crm/objects/${VERSION}/${part(object)}/${part(id)}`,
  search: (object: string) => `/crm/objects/${VERSION}/${part(object)}/search`,
  batch: (object: string, act: 'read' | 'create' | 'update' | 'upsert' | 'archive') =>
    `/crm/objects/${VERSION}/${part(object)}/batch/${act}`,
  labels: (from: string, to: string) => `/crm/associations/${VERSION}/${part(from)}/${part(to)}/labels`,
  links: (from: string, to: string, act: 'read' | 'create' | 'archive') =>
    `/crm/associations/${VERSION}/${part(from)}/${part(to)}/batch/${act}`,
} as const;
