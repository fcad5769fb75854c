import type { ErrorCategory, FixedBy } from '../model/failure.ts';
import { APP_CODES, APP_PHRASES, type AppCode } from './app-codes.ts';

/** What is known of a refusal by the words an app gave for it. */
export interface AppWords {
  /** Null where no code of an app is in it: nothing is guessed. */
  readonly category: ErrorCategory | null;
  readonly fixedBy: FixedBy | null;
  /** The words without what differs from row to row: equal where the cause is. */
  readonly cause: string;
}

/**
 * An app's words for a refusal: its code stands at their beginning (`CODE:message:fields --` of Bulk API 2.0, `CODE - message`), or alone in them. `names`: what
 * fields are called there; those stay.
 */
export function readAppWords(words: string, names: ReadonlySet<string>): AppWords {
  const text = words.trim().replace(/\s+/g, ' ');
  const found = codeOf(text);
  if (found === null) return { category: null, fixedBy: null, cause: withoutValues(text, names) };
  const { code, about, rest } = found;
  const cause = about.by === 'code' ? [code, ...fieldsOf(rest)].join(' ') : withoutValues(text, names);
  return { category: about.category, fixedBy: about.fixedBy ?? 'person', cause };
}

function codeOf(text: string): { code: string; about: AppCode; rest: string } | null {
  const [, code = '', rest = ''] = /^([A-Z][A-Z0-9_]{3,})(?:$|[\s:,;(-](.*)$)/.exec(text) ?? [];
  const own = APP_CODES.get(code);
  if (own !== undefined) return { code, about: own, rest };
  const phrase = APP_PHRASES.find(({ begins }) => text.startsWith(begins));
  const about = phrase === undefined ? undefined : APP_CODES.get(phrase.code);
  if (phrase === undefined || about === undefined) return null;
  return { code: phrase.code, about, rest: '' };
}

/** The names of fields that Bulk API 2.0 puts behind a message, as `:Amount,Name --`. */
function fieldsOf(rest: string): string[] {
  const [, fields] = /:\s*([A-Za-z][\w., ]*?)\s*--\s*$/.exec(rest) ?? [];
  return fields === undefined ? [] : [fields];
}

/** What differs from row to row, each as `…`: e-mail and web addresses, quoted texts that are no field's name, ids, numbers. */
function withoutValues(text: string, names: ReadonlySet<string>): string {
  return text
    .replace(/https?:\/\/[^\s"'<>]+/g, '…')
    .replace(/[^\s"'“”«»<>:;,()[\]=]+@[^\s"'“”«»<>:;,()[\]=]+/g, '…')
    .replace(
      /"([^"]*)"|“([^”]*)”|«([^»]*)»|(?<![\p{L}\p{N}])'([^']*)'(?![\p{L}\p{N}])/gu,
      (quoted, ...parts) => {
        const inside = parts.slice(0, 4).find((part): part is string => typeof part === 'string') ?? '';
        return names.has(inside) ? quoted : `${quoted.charAt(0)}…${quoted.charAt(quoted.length - 1)}`;
      },
    )
    .replace(/[\p{L}\p{N}_.-]*\p{N}[\p{L}\p{N}_.-]*/gu, (token) => variable(token, names));
}

/** A token with a digit: a field keeps its name, an id or number goes; what stands behind it as a sign stays. */
function variable(token: string, names: ReadonlySet<string>): string {
  if (names.has(token)) return token;
  const [, body = token, sign = ''] = /^(.*?)([.-]*)$/u.exec(token) ?? [];
  if (names.has(body)) return token;
  const isWord = /\p{L}/u.test(body) && body.length < 8 && !/^\p{N}/u.test(body);
  return isWord ? token : `…${sign}`;
}
