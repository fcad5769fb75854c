import type { FaultTold } from './fault-told.ts';

/** Salesforce’s status codes, as a write of a record can bring them. */
export const salesforceFaults = (app: string): Readonly<Record<string, FaultTold>> => {
  const setup = `Look into the setup of ${app}, or ask its administrator.`;
  return {
    INVALID_FIELD: ['A field of the mapping is not in the object, or this user may not see it.'],
    INVALID_TYPE: ['The object is not there, or this user may not see it.'],
    INVALID_TYPE_ON_FIELD_IN_RECORD: ['A value is of another type than its field.'],
    INVALID_FIELD_WHEN_USING_TEMPLATE: [
      'A field cannot be written while the record is made from a template.',
    ],
    REQUIRED_FIELD_MISSING: [
      'A required field is blank.',
      'Fill it at its source, or give the mapping a constant.',
    ],
    MISSING_ARGUMENT: ['Something the write needs was not given, an id or an external id most often.'],
    FIELD_INTEGRITY_EXCEPTION: ['A value does not fit with another field of the record.'],
    STRING_TOO_LONG: [
      'A text is longer than its field takes.',
      'Shorten it at its source, or give the mapping a form that is shorter.',
    ],
    INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: [
      'A value is not in the list of a restricted picklist.',
      `Map the value in the design, or add it to the picklist in ${app}.`,
    ],
    INVALID_EMAIL_ADDRESS: ['An e-mail address is none.'],
    NUMBER_OUTSIDE_VALID_RANGE: ['A number is larger or smaller than its field takes.'],
    INVALID_CURRENCY_ISO: [
      'A currency is not one of this org’s.',
      `Add the currency in ${app}, or map it to one that is there.`,
    ],
    INVALID_CURRENCY_CORP_RATE: ['The org’s own currency needs the rate 1.', setup],
    JSON_PARSER_ERROR: ['A value could not be read in the form it was sent in.'],
    DUPLICATES_DETECTED: ['A duplicate rule takes the record for one that is there.'],
    DUPLICATE_VALUE: ['A unique field has the value on another record.'],
    DUPLICATE_EXTERNAL_ID: ['Several records have this external id.'],
    DUPLICATE_USERNAME: ['The user name is taken.'],
    INVALID_CROSS_REFERENCE_KEY: [
      'The record that a lookup names is not there, or this user may not use it.',
    ],
    MALFORMED_ID: [
      'An id is none of Salesforce’s.',
      'Look whether the id went through a spreadsheet that changed it.',
    ],
    CIRCULAR_DEPENDENCY: ['A record would be its own parent.'],
    FIELD_FILTER_VALIDATION_EXCEPTION: ['A lookup’s filter does not let this record be chosen.'],
    CANNOT_REPARENT_RECORD: ['The parent of this record cannot be changed.'],
    FILTERED_LOOKUP_LIMIT_EXCEEDED: ['The object has as many filtered lookups as it may have.', setup],
    INVALID_FIELD_FOR_INSERT_UPDATE: [
      'A field can be written only on a create, or not at all.',
      `Let the mapping flow out of ${app} only.`,
    ],
    INSUFFICIENT_ACCESS_OR_READONLY: ['This user may not change the record or one of its fields.'],
    API_DISABLED_FOR_ORG: ['This org has no access by API.', setup],
    API_CURRENTLY_DISABLED: ['The access by API is switched off just now.', setup],
    INSUFFICIENT_ACCESS: ['This user may not do this.'],
    INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: ['This user may not use the record that a lookup names.'],
    CANNOT_UPDATE_CONVERTED_LEAD: [
      'The lead was converted: it cannot be changed any more.',
      'Leave converted leads out by a filter.',
    ],
    OP_WITH_INVALID_USER_TYPE_EXCEPTION: ['A user of this kind cannot do this.'],
    INACTIVE_OWNER_OR_USER: [
      'The owner is no active user.',
      `Give the record an owner who is active, or map the owner in the design.`,
    ],
    ENTITY_IS_LOCKED: [
      'The record is locked, by an approval most often.',
      `End the approval in ${app}, or unlock the record.`,
    ],
    ENTITY_IS_DELETED: ['The record was deleted.'],
    DELETE_FAILED: [
      'The record cannot be deleted: others depend on it.',
      `Delete or move in ${app} what depends on it first.`,
    ],
    UNDELETE_FAILED: [
      'The record cannot be brought back.',
      `Look into the recycle bin of ${app}: what was emptied out of it is gone.`,
    ],
    INVALID_SESSION_ID: ['The session has ended.', `Sign in to ${app} again.`],
    INVALID_LOGIN: ['The sign-in was not taken.', `Sign in to ${app} again.`],
    LOGIN_MUST_USE_SECURITY_TOKEN: [
      'From here the sign-in needs the security token too.',
      `Sign in to ${app} in the browser instead.`,
    ],
    PASSWORD_LOCKOUT: ['The user is locked out after wrong passwords.', setup],
    STORAGE_LIMIT_EXCEEDED: ['The org’s storage is full.', `Free storage in ${app}, or buy more.`],
    UNABLE_TO_LOCK_ROW: ['Another write holds the record or its parent just now.'],
    REQUEST_LIMIT_EXCEEDED: ['The calls that the org allows are used up.'],
    TXN_SECURITY_METERING_ERROR: ['A security policy of the org could not be judged in time.'],
    SERVER_UNAVAILABLE: ['A server of Salesforce’s is not working just now.'],
    UNKNOWN_EXCEPTION: ['Something went wrong on Salesforce’s own side.'],
    LIMIT_EXCEEDED: ['A limit of the org was reached.'],
    QUERY_TIMEOUT: ['A search took too long on Salesforce’s side.'],
    FIELD_CUSTOM_VALIDATION_EXCEPTION: ['A validation rule does not let the record be so.'],
    CANNOT_EXECUTE_FLOW_TRIGGER: ['A flow that runs on this write failed.'],
    CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: ['A trigger that runs on this write failed.'],
  };
};
