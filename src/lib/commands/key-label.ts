import { keyOf, type CommandId } from './commands.ts';

/** What stands on the keys that have a name, in a language. */
export interface KeyNames {
  readonly ctrl: string;
  readonly shift: string;
  readonly enter: string;
  readonly escape: string;
}

const ARROWS: Readonly<Record<string, string>> = { arrowdown: '↓', arrowup: '↑' };

/** The keys of a command as they are printed, one after the other: `G` and `H`, `Ctrl Shift Z`. */
export const keyLabels = (id: CommandId, names: KeyNames): readonly string[] =>
  keyOf(id)
    .split(' ')
    .map((press) =>
      press
        .split('+')
        .map((part) => ARROWS[part] ?? (part in names ? names[part as keyof KeyNames] : part.toUpperCase()))
        .join(' '),
    );

/** The keys of a command in one text: `J`, `Ctrl Z`. */
export const keyLabel = (id: CommandId, names: KeyNames): string => keyLabels(id, names).join(' ');
