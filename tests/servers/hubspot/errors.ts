import { json, type FakeReply } from '../faults/index.ts';

/** What HubSpot says no with. */
export interface HubSpotError {
  readonly status: 'error';
  readonly message: string;
  readonly correlationId: string;
  readonly category: string;
  readonly subCategory?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly errors?: readonly ErrorDetail[];
}

export interface ErrorDetail {
  readonly message: string;
  readonly code?: string;
  readonly in?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

const CORRELATION = '8d9ac1c1-0000-4000-8000-000000000000';

export function said(
  category: string,
  message: string,
  more: Pick<HubSpotError, 'context' | 'errors' | 'subCategory'> = {},
): HubSpotError {
  return { status: 'error', message, correlationId: CORRELATION, category, ...more };
}

/** A refusal of one record: its error, and the status it would have alone. */
export interface Refused {
  readonly status: number;
  readonly error: HubSpotError;
}

export const refusal = (status: number, error: HubSpotError): FakeReply => json(status, error);

/** Values that a property does not take: the list stands inside the message, as HubSpot has it. */
export function invalid(list: readonly { name: string; code: string; message: string }[]): Refused {
  const inside = list.map(({ name, code, message }) => ({
    isValid: false,
    message,
    error: code,
    name,
    localizedErrorMessage: message,
    portalId: 4711,
  }));
  const errors = list.map(({ name, code, message }) => ({
    message,
    code,
    context: { propertyName: [name] },
  }));
  return {
    status: 400,
    error: said('VALIDATION_ERROR', `Property values were not valid: ${JSON.stringify(inside)}`, { errors }),
  };
}

export const notFound = (ids: readonly string[], kind: string): HubSpotError =>
  said(
    'OBJECT_NOT_FOUND',
    `Could not get some ${kind.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
    { context: { ids } },
  );

/** A limit that is used up. `retryAfter`: seconds; without it the header is not sent. */
export function overLimit(
  policy: 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'DAILY',
  retryAfter?: number,
): FakeReply {
  return json(
    429,
    {
      status: 'error',
      message: `You have reached your ${policy.toLowerCase()} limit.`,
      errorType: 'RATE_LIMIT',
      correlationId: CORRELATION,
      policyName: policy,
    },
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  );
}

export const expired = (): FakeReply =>
  refusal(
    401,
    said('EXPIRED_AUTHENTICATION', 'The OAuth token used to make this call expired 4 second(s) ago.'),
  );
