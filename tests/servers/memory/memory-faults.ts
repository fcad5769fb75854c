import type { AppFault } from '../../../src/lib/connectors/app/fault.ts';
import type { WireFault } from '../../contracts/app-server.ts';

/** What can befall a call to the memory app. Of reads only those of the wire. */
export type MemoryFault =
  | WireFault
  /** A write is cut after so many items were done: no answer. */
  | { readonly kind: 'cut'; readonly done: number }
  /** All of a write is done, and the answer tells of so many items only, in another order. */
  | { readonly kind: 'half-answer'; readonly told: number };

/** One call that reaches the app. */
export interface MemoryCall {
  readonly what: 'account' | 'describe' | 'read' | 'by-ids' | 'by-key' | 'write' | 'job';
  /** Of a write. */
  readonly items: number;
}

/** Told of every call before it is carried out: what befalls it. */
export type Befalls = (call: MemoryCall) => MemoryFault | null;

const fault = (
  code: AppFault['code'],
  status: number | null,
  said: string,
  seconds: number | null = null,
): AppFault => ({
  code,
  category: code === 'signed-out' || code === 'forbidden' ? 'permission' : 'transport',
  status,
  said,
  waitFor: seconds === null ? null : seconds * 1000,
});

export function faultOf(met: MemoryFault): AppFault {
  switch (met.kind) {
    case 'dropped':
    case 'cut':
    case 'half-answer':
      return fault('no-answer', null, 'the connection was closed');
    case 'overloaded':
      return fault('app-down', 503, 'too much to do', met.seconds);
    case 'rate-limited':
      return fault('rate-limit', 429, 'too many calls', met.seconds);
    case 'signed-out':
      return fault('signed-out', 401, 'the token is not valid any more');
    case 'forbidden':
      return fault('forbidden', 403, 'not allowed');
    case 'html':
      return fault('not-understood', 200, '<!doctype html>');
    default:
      return met satisfies never;
  }
}

/** May the app have done what was asked? */
export const mayBeDone = (met: MemoryFault): boolean =>
  met.kind === 'dropped' || met.kind === 'html' || met.kind === 'cut';
