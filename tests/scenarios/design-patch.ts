/**
 * A JSON merge patch (RFC 7396): what is named is changed, null takes a member away. Beyond it, an object changes the
 * elements of a list by their positions, so that a patch of one mapping need not repeat the others.
 */
export function patched(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  if (Array.isArray(target)) return patchedList(target, patch);
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = patched(result[name], value);
  }
  return result;
}

function patchedList(target: readonly unknown[], patch: Readonly<Record<string, unknown>>): unknown[] {
  const result = [...target];
  for (const [at, value] of Object.entries(patch)) {
    if (!/^\d+$/.test(at) || Number(at) > result.length) throw new Error(`a list has no position ${at}`);
    result[Number(at)] = patched(result[Number(at)], value);
  }
  return result;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A scenario's design: whole, or what it changes of the one all share. Null where it has neither. */
export function designOf(base: string, whole: string | null, patch: string | null): unknown {
  if (whole !== null) return JSON.parse(whole);
  return patch === null ? null : patched(JSON.parse(base), JSON.parse(patch));
}
