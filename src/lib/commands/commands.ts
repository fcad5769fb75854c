import { PLACES, type PlaceId } from './places.ts';

/** Where a key acts: on every screen, in the list of the plan, on the record beside it. */
export type Where = 'everywhere' | 'records' | 'record';

interface Command {
  readonly id: string;
  readonly where: Where;
  /** As `event.key` gives it, lower case; `g h` is G and then H. */
  readonly key: string;
  /** What has the focus acts on it by itself; nobody binds it. */
  readonly own?: true;
}

/** Every act of the page that has a key. Bindings, titles and the help read it. */
export const COMMANDS = [
  { id: 'help', where: 'everywhere', key: '?' },
  ...PLACES.map(({ id, key }): { id: PlaceId; where: 'everywhere'; key: string } => ({
    id,
    where: 'everywhere',
    key,
  })),
  { id: 'undo', where: 'everywhere', key: 'ctrl+z' },
  { id: 'redo', where: 'everywhere', key: 'ctrl+shift+z' },
  { id: 'close', where: 'everywhere', key: 'escape' },
  { id: 'next', where: 'records', key: 'j' },
  { id: 'previous', where: 'records', key: 'k' },
  { id: 'next-row', where: 'records', key: 'arrowdown', own: true },
  { id: 'previous-row', where: 'records', key: 'arrowup', own: true },
  { id: 'open', where: 'records', key: 'enter', own: true },
  { id: 'check', where: 'records', key: 'x' },
  { id: 'check-to-here', where: 'records', key: 'shift+x' },
  { id: 'check-all', where: 'records', key: 'ctrl+a', own: true },
  { id: 'approve', where: 'records', key: 'a' },
  { id: 'hold', where: 'records', key: 'h' },
  { id: 'reject', where: 'records', key: 'r' },
  { id: 'approve-all', where: 'records', key: 'shift+a' },
  { id: 'search', where: 'records', key: '/' },
  { id: 'filters', where: 'records', key: 'f' },
  { id: 'picture', where: 'records', key: 'v' },
  { id: 'take-left', where: 'record', key: '<' },
  { id: 'take-right', where: 'record', key: '>' },
  { id: 'next-open', where: 'record', key: 'n' },
  { id: 'explain', where: 'record', key: 'e' },
  { id: 'previous-tab', where: 'record', key: '[' },
  { id: 'next-tab', where: 'record', key: ']' },
  { id: 'link', where: 'record', key: 'l' },
  { id: 'ask-why-not', where: 'record', key: 'w' },
] as const satisfies readonly Command[];

export type CommandId = (typeof COMMANDS)[number]['id'];

const KEY_OF = new Map<CommandId, string>(COMMANDS.map(({ id, key }) => [id, key]));

/** The key of a command, as `event.key` gives it. */
export const keyOf = (id: CommandId): string => {
  const key = KEY_OF.get(id);
  if (key === undefined) throw new Error(`no command ${id}`);
  return key;
};

type Run = () => void;

/** What a screen does on its commands. `when` false: the key is taken and does nothing. */
export type Acts = Readonly<
  Partial<Record<CommandId, Run | { readonly when: () => boolean; readonly run: Run }>>
>;

/** The same by key. */
export function byKey(acts: Acts): Readonly<Record<string, Run>> {
  return Object.fromEntries(
    (Object.keys(acts) as CommandId[]).flatMap((id) => {
      const act = acts[id];
      if (act === undefined) return [];
      return [[keyOf(id), typeof act === 'function' ? act : () => act.when() && act.run()]];
    }),
  );
}
