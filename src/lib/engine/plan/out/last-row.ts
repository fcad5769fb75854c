import type { HandOver } from '../../model/hand-over.ts';

/** A result file is about the row last handed over to a side; so is a refusal (S103). */
export function markEarlier(sent: Map<string, HandOver>, now: ReadonlySet<string>): void {
  for (const [field, { refused: _, ...one }] of sent)
    if (!now.has(field)) sent.set(field, { ...one, earlier: true });
}

/** A refusal is of a whole row: once a field of it is agreed, what is left would be another row (S103). */
export function endRefusal(
  sent: Map<string, HandOver>,
  former: ReadonlyMap<string, HandOver> | undefined,
): void {
  const isRefused = (one: HandOver): boolean => one.refused !== undefined && one.because !== 'create';
  const isWhole = [...(former ?? [])].every(([field, one]) => !isRefused(one) || sent.has(field));
  if (isWhole) return;
  for (const [field, one] of sent) {
    const { refused: _, ...rest } = one;
    if (isRefused(one)) sent.set(field, rest);
  }
}
