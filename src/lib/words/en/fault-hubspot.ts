import type { FaultTold } from './fault-told.ts';

/** The categories of HubSpot’s errors, and the types its imports give. */
export const hubspotFaults = (app: string): Readonly<Record<string, FaultTold>> => {
  const option = `Map the value in the design, or add the option to the property in ${app}.`;
  return {
    PROPERTY_DOESNT_EXIST: ['A property of the mapping is not there.'],
    PROPERTY_DEFINITION_NOT_FOUND: ['A property of the mapping is not there.'],
    VALIDATION_ERROR: ['A value is not one its property takes.'],
    MISSING_REQUIRED_PROPERTY: [
      'A required property is blank.',
      'Fill it at its source, or give the mapping a constant.',
    ],
    MISSING_CONDITIONAL_REQUIRED_PROPERTY: [
      'A property that is required by another one’s value is blank.',
      'Fill it at its source, or give the mapping a constant; the next plan foresees it.',
    ],
    INVALID_EMAIL: ['An e-mail address is none.'],
    INVALID_DOMAIN: ['A domain is none.'],
    INVALID_INTEGER: ['A whole number is none.'],
    INVALID_LONG: ['A whole number is none, or too large.'],
    INVALID_NUMBER: ['A number is none.'],
    INVALID_DATE: ['A date is none.'],
    INVALID_OPTION: ['A value is not an option of its property.', option],
    INVALID_ENUMERATION_OPTION: ['A value is not an option of its property.', option],
    AMBIGUOUS_ENUMERATION_OPTION: ['A value is the label of several options.', option],
    COULD_NOT_PARSE_DATE: ['A date could not be read.'],
    COULD_NOT_PARSE_NUMBER: ['A number could not be read.'],
    PROPERTY_VALUE_NOT_FOUND: ['A value is not one that is there.', option],
    INVALID_OWNER: [
      'The owner is no user of this account.',
      'Give the record an owner who is there, or map the owner in the design.',
    ],
    COULD_NOT_FIND_OWNER: [
      'The owner is no user of this account.',
      'Give the record an owner who is there, or map the owner in the design.',
    ],
    CONFLICT: ['A record with this value is there already.'],
    CONTACT_EXISTS: ['A contact with this e-mail is there already.'],
    CONFLICTING_UNIQUE_VALUE: ['A unique property has the value on another record.'],
    DUPLICATE_UNIQUE_PROPERTY_VALUE: ['A unique property has the value on another record.'],
    DUPLICATE_RECORD_ID: ['The record stands twice in what was loaded.'],
    DUPLICATE_OBJECT_ID: ['The record stands twice in what was loaded.'],
    DUPLICATE_ALTERNATE_ID: ['Two rows have one key.'],
    DUPLICATE_ROW_CONTENT: ['Two rows say the same.'],
    MULTIPLE_COMPANIES_WITH_THIS_DOMAIN: ['Several companies have this domain.'],
    INVALID_ASSOCIATION_IDENTIFIER: ['The record that an association names is not there.'],
    NO_OBJECT_ID_FROM_ASSOCIATION_IDENTIFIER: ['No record was found by what an association names.'],
    DUPLICATE_ASSOCIATION_ID: ['An association was given twice.'],
    ASSOCIATION_LIMIT_EXCEEDED: ['The record has as many associations as it may have.'],
    INVALID_OBJECT_IDS: ['A record that an association names is not there.'],
    MISSING_SCOPES: [
      'The private app may not do this.',
      `Give the private app the scope that the words of ${app} name, and sign in with its token again.`,
    ],
    READ_ONLY_VALUE: ['The property is read-only.', `Let the mapping flow out of ${app} only.`],
    OBJECT_NOT_FOUND: ['The record is not there any more: it was deleted or merged.'],
    INVALID_OBJECT_ID: ['An id is none of a record that is there.'],
    INVALID_RECORD_ID: ['An id is none of a record that is there.'],
    EXPIRED_AUTHENTICATION: ['The token has expired.', `Sign in to ${app} again.`],
    INVALID_AUTHENTICATION: ['The token was not taken.', `Sign in to ${app} again.`],
    LOCKED: ['The record is locked just now.'],
    RATE_LIMITS: ['The calls that the account allows are used up for the moment.'],
    RATE_LIMIT: ['The calls that the account allows are used up for the moment.'],
    INTERNAL_ERROR: ['Something went wrong on HubSpot’s own side.'],
  };
};
