import type { LiveApp } from '../../conversation/index.ts';

/** A right an app gives, as the app calls it, and what it is wanted for. */
interface Right {
  readonly right: string;
  readonly why: string;
}

/** What is asked for before somebody signs in, by app. */
export const rightsOf = (): Readonly<Record<LiveApp, readonly Right[]>> => ({
  hubspot: [
    {
      right: 'crm.objects.contacts.read, companies, deals, products',
      why: 'Read the records. Of what is left out nothing can be read; the rest works.',
    },
    {
      right: 'tickets',
      why: 'Only for tickets: HubSpot has one right for reading and writing them. Nothing is written that was not approved and pushed.',
    },
    {
      right: 'crm.schemas.contacts.read, companies, deals',
      why: 'Know the fields: types, options, what is required, pipelines.',
    },
    { right: 'crm.objects.owners.read', why: 'Know the people records belong to.' },
    { right: 'crm.objects.custom.read, crm.schemas.custom.read', why: 'Only for custom objects.' },
    {
      right: 'crm.objects.*.write',
      why: 'Only to push what was approved. Reading and planning do without.',
    },
  ],
  salesforce: [
    { right: 'API Enabled', why: 'Be answered at all.' },
    {
      right: 'api (asked for when you sign in at Salesforce)',
      why: 'Call its interface as you: what you may not see or do there, Drysync may not either.',
    },
    {
      right: 'refresh_token (asked for when you sign in at Salesforce)',
      why: 'Stay signed in when a session ends, so that a long reading or push goes on. It stays in memory, or in the vault where you keep one.',
    },
    {
      right: 'Read, on the objects and fields',
      why: 'Read the records. What the user may not see is not read.',
    },
    {
      right: 'CORS list of the org: the address of this page',
      why: 'Let this page call the org. An administrator adds it in Setup, Security, CORS.',
    },
    {
      right: 'Create, Edit, Delete',
      why: 'Only to push what was approved. Reading and planning do without.',
    },
  ],
  odoo: [
    { right: 'An API key of a user', why: 'Odoo knows whose key it is, and gives what that user may see.' },
    { right: 'Contacts: read', why: 'Read companies and people.' },
    { right: 'CRM: read', why: 'Read leads and their stages. Without it there are no leads.' },
    { right: 'Contacts and CRM: create, write', why: 'Only to push what was approved.' },
  ],
  pocketbase: [
    {
      right: 'A superuser',
      why: 'Be told which collections there are and what their fields are; no other user is. It may write too: nothing is written that was not approved and pushed.',
    },
  ],
});
