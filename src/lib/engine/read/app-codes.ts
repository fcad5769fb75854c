import type { ErrorCategory, FixedBy } from '../model/failure.ts';

/** A code by which an app says why it refused a row. */
export interface AppCode {
  /** Whose code it is. */
  readonly app: 'salesforce' | 'hubspot';
  readonly category: ErrorCategory;
  /** A person, where it is not said. */
  readonly fixedBy?: FixedBy;
  /** `code`: its message holds the row's own values, so the code and the fields it names are the cause; else the message is. */
  readonly by: 'code' | 'words';
}

type Listed = readonly [category: ErrorCategory, by: AppCode['by'], codes: string, fixedBy?: FixedBy];

/** Salesforce's status codes: those that a write of a record can bring. */
const SALESFORCE: readonly Listed[] = [
  [
    'mapping',
    'words',
    'INVALID_FIELD INVALID_TYPE INVALID_TYPE_ON_FIELD_IN_RECORD INVALID_FIELD_WHEN_USING_TEMPLATE',
  ],
  ['property-value', 'words', 'REQUIRED_FIELD_MISSING MISSING_ARGUMENT FIELD_INTEGRITY_EXCEPTION'],
  [
    'property-value',
    'code',
    'STRING_TOO_LONG INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST INVALID_EMAIL_ADDRESS NUMBER_OUTSIDE_VALID_RANGE INVALID_CURRENCY_ISO INVALID_CURRENCY_CORP_RATE JSON_PARSER_ERROR',
  ],
  ['duplicate', 'code', 'DUPLICATES_DETECTED DUPLICATE_VALUE DUPLICATE_EXTERNAL_ID DUPLICATE_USERNAME'],
  ['association', 'code', 'INVALID_CROSS_REFERENCE_KEY MALFORMED_ID CIRCULAR_DEPENDENCY'],
  [
    'association',
    'words',
    'FIELD_FILTER_VALIDATION_EXCEPTION CANNOT_REPARENT_RECORD FILTERED_LOOKUP_LIMIT_EXCEEDED',
  ],
  [
    'permission',
    'words',
    'INVALID_FIELD_FOR_INSERT_UPDATE INSUFFICIENT_ACCESS_OR_READONLY API_DISABLED_FOR_ORG API_CURRENTLY_DISABLED',
  ],
  [
    'permission',
    'code',
    'INSUFFICIENT_ACCESS INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY CANNOT_UPDATE_CONVERTED_LEAD OP_WITH_INVALID_USER_TYPE_EXCEPTION INACTIVE_OWNER_OR_USER ENTITY_IS_LOCKED',
  ],
  ['deleted', 'code', 'ENTITY_IS_DELETED DELETE_FAILED UNDELETE_FAILED'],
  ['transport', 'code', 'INVALID_SESSION_ID INVALID_LOGIN LOGIN_MUST_USE_SECURITY_TOKEN PASSWORD_LOCKOUT'],
  ['transport', 'code', 'STORAGE_LIMIT_EXCEEDED'],
  [
    'transport',
    'code',
    'UNABLE_TO_LOCK_ROW REQUEST_LIMIT_EXCEEDED TXN_SECURITY_METERING_ERROR SERVER_UNAVAILABLE UNKNOWN_EXCEPTION LIMIT_EXCEEDED QUERY_TIMEOUT',
    'time',
  ],
  [
    'automation',
    'words',
    'FIELD_CUSTOM_VALIDATION_EXCEPTION CANNOT_EXECUTE_FLOW_TRIGGER CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  ],
];

/** HubSpot's categories of errors, and the types its imports give. */
const HUBSPOT: readonly Listed[] = [
  ['mapping', 'words', 'PROPERTY_DOESNT_EXIST PROPERTY_DEFINITION_NOT_FOUND'],
  ['property-value', 'words', 'VALIDATION_ERROR MISSING_REQUIRED_PROPERTY'],
  [
    'property-value',
    'code',
    'INVALID_EMAIL INVALID_DOMAIN INVALID_INTEGER INVALID_LONG INVALID_NUMBER INVALID_DATE INVALID_OPTION INVALID_ENUMERATION_OPTION AMBIGUOUS_ENUMERATION_OPTION COULD_NOT_PARSE_DATE COULD_NOT_PARSE_NUMBER PROPERTY_VALUE_NOT_FOUND INVALID_OWNER COULD_NOT_FIND_OWNER',
  ],
  [
    'duplicate',
    'code',
    'CONFLICT CONTACT_EXISTS DUPLICATE_UNIQUE_PROPERTY_VALUE DUPLICATE_RECORD_ID DUPLICATE_OBJECT_ID DUPLICATE_ALTERNATE_ID DUPLICATE_ROW_CONTENT MULTIPLE_COMPANIES_WITH_THIS_DOMAIN',
  ],
  [
    'association',
    'code',
    'INVALID_ASSOCIATION_IDENTIFIER NO_OBJECT_ID_FROM_ASSOCIATION_IDENTIFIER DUPLICATE_ASSOCIATION_ID ASSOCIATION_LIMIT_EXCEEDED',
  ],
  ['permission', 'words', 'MISSING_SCOPES READ_ONLY_VALUE'],
  ['deleted', 'code', 'OBJECT_NOT_FOUND INVALID_OBJECT_ID INVALID_RECORD_ID'],
  ['transport', 'code', 'EXPIRED_AUTHENTICATION INVALID_AUTHENTICATION'],
  ['transport', 'code', 'RATE_LIMITS RATE_LIMIT INTERNAL_ERROR', 'time'],
];

const codesOf = (app: AppCode['app'], listed: readonly Listed[]): [string, AppCode][] =>
  listed.flatMap(([category, by, codes, fixedBy]) =>
    codes
      .split(' ')
      .map((code): [string, AppCode] => [code, { app, category, by, ...(fixedBy && { fixedBy }) }]),
  );

export const APP_CODES: ReadonlyMap<string, AppCode> = new Map([
  ...codesOf('salesforce', SALESFORCE),
  ...codesOf('hubspot', HUBSPOT),
]);

/** How Salesforce's own messages begin where a tool gives them without their code, as Data Loader does. */
export const APP_PHRASES: readonly { readonly begins: string; readonly code: string }[] = [
  { begins: 'Required fields are missing:', code: 'REQUIRED_FIELD_MISSING' },
  { begins: 'data value too large:', code: 'STRING_TOO_LONG' },
  { begins: 'bad value for restricted picklist field:', code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' },
  { begins: 'duplicate value found:', code: 'DUPLICATE_VALUE' },
  { begins: 'unable to obtain exclusive access to this record', code: 'UNABLE_TO_LOCK_ROW' },
  { begins: 'entity is deleted', code: 'ENTITY_IS_DELETED' },
  {
    begins: 'insufficient access rights on cross-reference id',
    code: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  },
  { begins: 'invalid cross reference id', code: 'INVALID_CROSS_REFERENCE_KEY' },
];
