import type { Fault, FakeReply, Meets } from '../faults/index.ts';
import { html, json } from '../faults/index.ts';
import type { Random } from '../../reference/random.ts';
import { expired, overLimit, refusal, said } from './errors.ts';
import { isObject } from './ask.ts';

/** Faults as HubSpot has them; which calls they meet is said with them. */
export const FAULTS = {
  /** The limit of ten seconds; `retryAfter` in seconds, or no such header. */
  overLimit: (meets: Meets, retryAfter?: number): Fault => ({
    kind: 'answer',
    when: 'before-commit',
    reply: overLimit('TEN_SECONDLY_ROLLING', retryAfter),
    meets,
  }),
  daily: (meets: Meets): Fault => ({
    kind: 'answer',
    when: 'before-commit',
    reply: overLimit('DAILY'),
    meets,
  }),
  expired: (meets: Meets): Fault => ({ kind: 'answer', when: 'before-commit', reply: expired(), meets }),
  down: (status: 500 | 502 | 503 | 504, when: 'before-commit' | 'after-commit', meets: Meets): Fault => ({
    kind: 'answer',
    when,
    reply:
      status === 502 || status === 504
        ? html(status)
        : json(status, said('INTERNAL_ERROR', 'There was a problem with the request.')),
    meets,
  }),
  locked: (meets: Meets): Fault => ({
    kind: 'answer',
    when: 'before-commit',
    reply: refusal(423, said('LOCKED', 'This resource is temporarily locked.')),
    meets,
  }),
  migration: (meets: Meets, retryAfter: number): Fault => {
    const reply = refusal(477, said('MIGRATION_IN_PROGRESS', 'The account is being moved.'));
    return {
      kind: 'answer',
      when: 'before-commit',
      reply: { ...reply, headers: { ...reply.headers, 'retry-after': String(retryAfter) } },
      meets,
    };
  },
} as const;

/** How a batch's answer can be spoiled: each way leaves what the server did as it is. */
export interface Spoil {
  /** Results and errors in any order. */
  readonly shuffle?: boolean;
  /** Counts that say something else. */
  readonly lie?: boolean;
  /** Chance of each result, and of each error, to be left out. */
  readonly leaveOut?: number;
  /** 200 or 201 where it should be 207. */
  readonly status?: 200 | 201 | 207;
  /** Traces are not told. */
  readonly untraced?: boolean;
}

/** The answer of a batch, spoiled. Others go on as they are. */
export function spoiled(reply: FakeReply, how: Spoil, random: Random): FakeReply {
  const body: unknown = reply.body === '' ? null : JSON.parse(reply.body);
  if (!isObject(body) || !Array.isArray(body['results'])) return reply;
  const stays = () => how.leaveOut === undefined || !random.chance(how.leaveOut);
  const bare = (one: unknown): unknown => (how.untraced === true ? withoutTrace(one) : one);
  const kept = (list: unknown): unknown[] => {
    const left = (Array.isArray(list) ? list : []).filter(stays).map(bare);
    return how.shuffle === true ? random.shuffle(left) : left;
  };
  const errors = kept(body['errors']);
  return {
    ...reply,
    status: how.status ?? reply.status,
    body: JSON.stringify({
      ...body,
      results: kept(body['results']),
      ...(errors.length > 0 && { errors }),
      ...(how.lie === true && { numErrors: random.int(200), total: random.int(200) }),
    }),
  };
}

function withoutTrace(one: unknown): unknown {
  if (!isObject(one)) return one;
  const { objectWriteTraceId: _own, ...rest } = one;
  if (!isObject(rest['context'])) return rest;
  const { objectWriteTraceId: _context, ...context } = rest['context'];
  return { ...rest, context };
}
