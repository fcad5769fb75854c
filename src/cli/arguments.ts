import { done, wrongCall, type Attempt } from './attempt.ts';

/** How an option is given: with a value, with a value as often as wanted, or without one. */
export type OptionKind = 'value' | 'values' | 'flag';

export interface CallShape {
  readonly usage: string;
  /** Names of the arguments that are no options. */
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, OptionKind>>;
}

/** A call taken apart. */
export interface Call {
  readonly positionals: readonly string[];
  value(option: string): string | null;
  values(option: string): readonly string[];
  flag(option: string): boolean;
}

/** Takes a call apart; anything unknown, missing or repeated is a wrong call. `--name=value` is `--name value`. */
export function readCall(argv: readonly string[], shape: CallShape): Attempt<Call> {
  const wrong = (sentence: string) => wrongCall(`${sentence} Usage: ${shape.usage}`);
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  const rest = [...argv];
  /** A `values` option goes on taking values once all positionals are there (`--left A B`). */
  let open: string | null = null;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('--') || word === '--') {
      if (positionals.length < shape.positionals.length) positionals.push(word);
      else if (open !== null) given.get(open)?.push(word);
      else return wrong(`${JSON.stringify(word)} is one argument too many.`);
      continue;
    }
    const equals = word.indexOf('=');
    const name = word.slice(2, equals === -1 ? undefined : equals);
    const kind = Object.hasOwn(shape.options, name) ? shape.options[name] : undefined;
    if (kind === undefined) return wrong(`There is no option --${name} here.`);
    open = kind === 'values' ? name : null;
    if (kind === 'flag') {
      if (equals !== -1) return wrong(`The option --${name} takes no value.`);
      given.set(name, []);
      continue;
    }
    const value = equals === -1 ? rest.shift() : word.slice(equals + 1);
    if (value === undefined || value === '' || (equals === -1 && value.startsWith('--'))) {
      return wrong(`The option --${name} needs a value.`);
    }
    if (kind === 'value' && given.has(name)) return wrong(`The option --${name} is given twice.`);
    given.set(name, [...(given.get(name) ?? []), value]);
  }
  const missing = shape.positionals[positionals.length];
  if (missing !== undefined) return wrong(`${missing} is missing.`);
  return done({
    positionals,
    value: (option) => given.get(option)?.[0] ?? null,
    values: (option) => given.get(option) ?? [],
    flag: (option) => given.has(option),
  });
}
