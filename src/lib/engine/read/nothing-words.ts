import type { NormalizerName } from '../model/design.ts';

/** Words for nothing that stand in cells (KW4), folded, in the languages exports come in. */
const WORDS = (
  'n/a|na|n.a.|n.a|#n/a|#na|none|null|nil|nan|nothing|unknown|undefined|not available|not applicable|not provided|' +
  'no name|noname|no email|no e-mail|no company|empty|blank|tbd|tba|test|testing|dummy|placeholder|not set|' +
  'unbekannt|keine|keiner|kein|keine angabe|k.a.|k. a.|leer|nicht bekannt|ohne|inconnu|inconnue|' +
  'aucun|aucune|néant|sans|non renseigné|vide|desconocido|desconocida|ninguno|ninguna|nada|no aplica|sin nombre|' +
  'prueba|vacío|sconosciuto|sconosciuta|nessuno|nessuna|non disponibile|n.d.|n.d|nd|prova|vuoto|desconhecido|' +
  'desconhecida|nenhum|nenhuma|teste|ukjent|ukendt|okänd|ingen|mangler|saknas|ikke oppgitt|ikke relevant|tom|' +
  'onbekend|geen|leeg|n.v.t.|nvt|tuntematon|ei ole|brak|nieznany|nieznana|' +
  '0|00|000|-|--|---|–|—|_|.|..|...|?|??|???|*|/|#|x|xx|xxx|xxxx'
).split('|');

/** Such words are also written in brackets. */
const BRACKETED = 'n/a|none|null|blank|empty|unknown|not provided|not set|no name'
  .split('|')
  .flatMap((word) => [`(${word})`, `[${word}]`, `[[${word}]]`, `<${word}>`]);

const ALL: readonly string[] = [...new Set([...WORDS, ...BRACKETED])];

/** Parts of an e-mail address that is made up so that the field is filled. */
const MADE_UP = 'none|noemail|no-email|nomail|no|na|unknown|test|null|nobody|noreply'.split('|');
const MADE_UP_HOSTS = 'none.com|noemail.com|no-email.com|email.com|na.com|unknown.com|test.com|null.com|nomail.com|example.com'.split('|'); // prettier-ignore

const ADDRESSES: readonly string[] = MADE_UP.flatMap((name) =>
  MADE_UP_HOSTS.map((host) => `${name}@${host}`),
);

const IN_EVERY_CASE: readonly string[] = [
  ...new Set(ALL.flatMap((word) => [word, word.toUpperCase(), capital(word)])),
];

/** Texts that stand for nothing as these normalisers leave them. */
export function nothingTexts(normalize: readonly NormalizerName[]): readonly string[] {
  if (normalize.includes('email')) return ADDRESSES;
  return normalize.some((name) => name.startsWith('name')) ? ALL : IN_EVERY_CASE;
}

/** Is this cell a word for nothing, whatever its case? */
export const standsForNothing = (text: string): boolean => FOR_NOTHING.has(text.trim().toLowerCase());

/** The words of every language, the addresses too, in lower case. */
export const FOR_NOTHING: ReadonlySet<string> = new Set([...ALL, ...ADDRESSES]);

/** `(none)` → `(None)`. */
function capital(word: string): string {
  return word.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
