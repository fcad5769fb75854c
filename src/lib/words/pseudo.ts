import { EN } from './en/index.ts';
import type { Part, Parts } from './messages.ts';
import type { Speech } from './speech.ts';

/** Every sentence of English in brackets and 35 % longer, for looking at the screens before a translation does. */
export const PSEUDO: Parts = Object.fromEntries(
  Object.entries(EN).map(([part, load]) => [
    part,
    () => (load as Parts[Part])().then((make) => (speech: Speech) => longer(make(speech))),
  ]),
) as unknown as Parts;

/** Strings longer and bracketed, functions that give such strings, lists and objects inside. */
function longer(value: unknown): unknown {
  if (typeof value === 'string')
    return value === '' ? '' : `[${value}${'·'.repeat(Math.ceil(value.length * 0.35))}]`;
  if (typeof value === 'function')
    return (...given: unknown[]): unknown => longer((value as (...all: unknown[]) => unknown)(...given));
  if (Array.isArray(value)) return value.map(longer);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, longer(inner)]));
  return value;
}
