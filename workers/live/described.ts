import type { AppDescription, AppObject, LiveApp } from '../../src/lib/connectors/app/app-connector.ts';
import type { LiveSource } from '../../src/lib/connectors/app/live-source.ts';
import { onBoth, type Both, type FieldDef } from '../../src/lib/engine/index.ts';

/** What an app said of a kind of records when they were read, kept with them: the design takes its types from it. */
export interface Described {
  readonly object: AppObject;
  /** The fields as a design declares them: people a record can belong to are the options of its owner fields. */
  readonly fields: readonly FieldDef[];
}

/** Null where the app has no such kind of records, or the sign-in may not see it. */
export function describedOf({ objects, owners }: AppDescription, name: string): Described | null {
  const object = objects.find((one) => one.name === name);
  if (object === undefined) return null;
  const fields = object.fields.map((field) =>
    field.type === 'owner' && owners.length > 0 ? { ...field, options: owners } : field,
  );
  return { object: { ...object, fields: [] }, fields };
}

/** S425: what the sides that are apps are called; where both are accounts of one app its name alone would not tell them apart. */
export function sideNames(live: Both<LiveSource | undefined>): Both<string | null> {
  const { left, right } = live;
  const areTwo = left?.app === right?.app && left?.account.id !== right?.account.id;
  return onBoth((side) => {
    const own = live[side];
    if (own === undefined) return null;
    return areTwo ? `${APP_NAMES[own.app]} (${own.account.name})` : APP_NAMES[own.app];
  });
}

/** What people call the apps. */
const APP_NAMES: Readonly<Record<LiveApp, string>> = {
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  odoo: 'Odoo',
  pocketbase: 'PocketBase',
};
