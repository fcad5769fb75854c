import type { Answer } from '../fault.ts';
import type { Caller } from '../call.ts';
import { isObject, textOf } from '../json.ts';
import { ask, faultOf } from './talk.ts';

/** The token by which a superuser is known, for some days: sent as the `Authorization` of every call. `call` has no sign-in yet. */
export async function signInToPocketBase(
  call: Caller,
  identity: string,
  password: string,
): Promise<Answer<string>> {
  const path = '/api/collections/_superusers/auth-with-password';
  const reply = await ask(call, 'POST', path, { identity, password });
  if (!reply.ok) {
    const { fault } = reply;
    // A wrong password is a 400 there.
    return {
      ok: false,
      fault: fault.code === 'refused' ? { ...fault, code: 'signed-out', category: 'transport' } : fault,
    };
  }
  const token = isObject(reply.body) ? textOf(reply.body['token']) : '';
  return token === '' ? { ok: false, fault: faultOf('not-understood', 200, '') } : { ok: true, value: token };
}
