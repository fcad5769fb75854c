/** Salesforce: its REST API as an app's connector, and how somebody signs in. */
export { salesforce, type SalesforceOptions } from './connector.ts';
