import { Kind } from './kind.ts';
import { property, type Property } from './property.ts';

/** What an account has from its first day, as far as a sync needs it. */

const SYSTEM = { readOnly: true };
const system = (modified: string): Property[] => [
  property('hs_object_id', 'number', SYSTEM),
  property('createdate', 'datetime', SYSTEM),
  property(modified, 'datetime', SYSTEM),
  property('hs_merged_object_ids', 'enumeration', { ...SYSTEM, fieldType: 'checkbox' }),
  property('hubspot_owner_id', 'enumeration', { references: 'OWNER' }),
];

export const LIFECYCLE = [
  'subscriber',
  'lead',
  'marketingqualifiedlead',
  'salesqualifiedlead',
  'opportunity',
  'customer',
];
const lifecycle = property('lifecyclestage', 'enumeration', { fieldType: 'radio', options: LIFECYCLE });

const DEAL_STAGES = [
  { id: 'appointmentscheduled', label: 'Appointment scheduled', closed: false },
  { id: 'contractsent', label: 'Contract sent', closed: false },
  { id: 'closedwon', label: 'Closed won', closed: true },
  { id: 'closedlost', label: 'Closed lost', closed: true },
];
const TICKET_STAGES = [
  { id: '1', label: 'New', closed: false },
  { id: '4', label: 'Closed', closed: true },
];

export function standardKinds(): Kind[] {
  const contacts = new Kind({
    name: 'contacts',
    singular: 'contact',
    typeId: '0-1',
    properties: [
      ...system('lastmodifieddate'),
      property('email', 'string', { label: 'Email' }),
      property('hs_additional_emails', 'enumeration', { ...SYSTEM, fieldType: 'checkbox' }),
      property('firstname', 'string', { label: 'First Name' }),
      property('lastname', 'string', { label: 'Last Name' }),
      property('phone', 'string', { fieldType: 'phonenumber' }),
      property('company'),
      property('associatedcompanyid', 'number', SYSTEM),
      property('hs_email_optout', 'bool'),
      property('num_notes', 'number', { ...SYSTEM, calculated: true }),
      lifecycle,
    ],
  });
  const companies = new Kind({
    name: 'companies',
    singular: 'company',
    typeId: '0-2',
    properties: [
      ...system('hs_lastmodifieddate'),
      property('name'),
      property('domain'),
      property('phone', 'string', { fieldType: 'phonenumber' }),
      property('city'),
      property('country'),
      property('state'),
      property('industry', 'enumeration', { options: ['BIOTECHNOLOGY', 'COMPUTER_SOFTWARE', 'RETAIL'] }),
      property('annualrevenue', 'number'),
      property('description', 'string', { fieldType: 'textarea' }),
      property('founded', 'date'),
      lifecycle,
    ],
  });
  const deals = new Kind({
    name: 'deals',
    singular: 'deal',
    typeId: '0-3',
    properties: [
      ...system('hs_lastmodifieddate'),
      property('dealname'),
      property('amount', 'number'),
      property('closedate', 'datetime'),
      property('closed_lost_reason', 'string', { fieldType: 'textarea' }),
      property('pipeline', 'enumeration'),
      property('dealstage', 'enumeration', { fieldType: 'radio' }),
    ],
  });
  deals.required = ['dealname'];
  deals.pipelines = [{ id: 'default', label: 'Sales', stages: DEAL_STAGES }];
  const products = new Kind({
    name: 'products',
    singular: 'product',
    typeId: '0-7',
    properties: [
      ...system('hs_lastmodifieddate'),
      property('name'),
      property('description', 'string', { fieldType: 'textarea' }),
      property('hs_sku', 'string', { unique: true }),
      property('price', 'number'),
    ],
  });
  const tickets = new Kind({
    name: 'tickets',
    singular: 'ticket',
    typeId: '0-5',
    properties: [
      ...system('hs_lastmodifieddate'),
      property('subject'),
      property('content', 'string', { fieldType: 'textarea' }),
      property('hs_pipeline', 'enumeration'),
      property('hs_pipeline_stage', 'enumeration'),
    ],
  });
  tickets.pipelines = [{ id: '0', label: 'Support', stages: TICKET_STAGES }];
  return [contacts, companies, deals, products, tickets];
}

/** A custom object, as an administrator makes it. */
export function customKind(name: string, number: number, own: readonly Property[]): Kind {
  return new Kind({
    name: `2-${String(number)}`,
    singular: name,
    typeId: `2-${String(number)}`,
    fullName: `p4711_${name}`,
    custom: true,
    properties: [...system('hs_lastmodifieddate'), property('name', 'string', { own: true }), ...own],
  });
}
