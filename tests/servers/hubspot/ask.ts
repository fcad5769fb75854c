import type { FakeReply, FakeRequest } from '../faults/index.ts';
import { refusal, said } from './errors.ts';
import type { Kind } from './kind.ts';
import type { Portal } from './portal.ts';

/** A call that was let in, taken apart. */
export interface Ask {
  readonly portal: Portal;
  readonly method: string;
  /** Behind its family: `contacts`, `batch`, `read`. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  /** Of JSON; null without one. */
  readonly body: unknown;
  /** Do an administrator's rules hold? Since the versions of 2026-09. */
  readonly rules: boolean;
}

export const badRequest = (message: string): FakeReply => refusal(400, said('VALIDATION_ERROR', message));

export const missing = (): FakeReply => refusal(404, said('OBJECT_NOT_FOUND', 'resource not found'));

/** The kind that a call names, or the refusal. */
export function kindOf({ portal }: Ask, name: string | undefined): Kind | FakeReply {
  return portal.kind(name ?? '') ?? badRequest(`Unable to infer object type from: ${name ?? ''}`);
}

export const isReply = (one: Kind | FakeReply): one is FakeReply => 'status' in one;

/** The list `inputs` of a batch; at most 100, else the refusal. */
export function inputsOf({ body }: Ask): readonly Record<string, unknown>[] | FakeReply {
  const inputs = isObject(body) ? body['inputs'] : undefined;
  if (!Array.isArray(inputs) || !inputs.every(isObject)) return badRequest('Invalid input JSON: inputs');
  if (inputs.length > 100)
    return badRequest(
      `The maximum number of inputs supported in a batch request is 100. Received ${String(inputs.length)}.`,
    );
  return inputs;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const texts = (value: unknown): Record<string, string> =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, one === null ? '' : String(one)]))
    : {};

/** JSON of a call; undefined where it is none. */
export function parsed({ body }: FakeRequest): unknown {
  if (body === '') return null;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
