/** Letters a decomposition does not take apart, as header rows of other systems write them in ASCII. */
const FLAT: ReadonlyMap<string, string> = new Map([
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ı', 'i'],
]);

/** What exports put around a name without changing its meaning, in the languages of Dynamics. */
const DO_NOT_MODIFY =
  /\((?:do not modify|nicht ändern|ne pas modifier|no modificar|niet wijzigen|non modificare|må ikke endres|ikke endre|må ikke ændres|ændr ikke|rediger ikke|ändra inte|ändra ej)\)/giu;

/** The names of fields in short, token by token. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['acct', 'account'],
  ['addr', 'address'],
  ['amt', 'amount'],
  ['bday', 'birthday'],
  ['cat', 'category'],
  ['cust', 'customer'],
  ['desc', 'description'],
  ['dept', 'department'],
  ['dt', 'date'],
  ['emp', 'employee'],
  ['inv', 'invoice'],
  ['nbr', 'number'],
  ['no', 'number'],
  ['num', 'number'],
  ['opp', 'opportunity'],
  ['org', 'organization'],
  ['prod', 'product'],
  ['qty', 'quantity'],
  ['ref', 'reference'],
  ['tel', 'telephone'],
  ['ts', 'timestamp'],
  ['txn', 'transaction'],
]);

/** Does the name say that the app's export must not be changed here (Dynamics)? */
export const saysDoNotModify = (name: string): boolean => name.search(DO_NOT_MODIFY) >= 0;

/** Words of a header name: lower case, without marks, split at punctuation, case and digits. */
export function wordsOf(name: string): string[] {
  return name
    .replace(DO_NOT_MODIFY, ' ')
    .replace(/__(?:c|r|pc|e)$/i, ' ')
    .replace(/['’`´]/g, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæœßđðþłı]/g, (letter) => FLAT.get(letter)!)
    .replace(/(\p{L})(v\d+)(?![\p{L}\d])/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (/^v\d+$/.test(word) ? [word] : (word.match(/\d+|[^\d]+/g) ?? [])));
}

/** Words joined: `FIRSTNAME`, `first_name` and `First Name` have one key. */
export const keyOf = (words: readonly string[]): string => words.join('');

export const expanded = (words: readonly string[]): string[] => words.map((word) => SHORT.get(word) ?? word);

/**
 * Takes away first and last words that most headers of a file share (`ext_`, `Person - `, `_raw`, `V1`), and version
 * words anywhere. A word is shared if three headers and 60 % of all have it; a name never becomes empty.
 */
export function withoutSharedAffixes(all: readonly (readonly string[])[]): string[][] {
  let names = all.map((words) => words.filter((word) => !/^v\d+$/.test(word)));
  names = names.map((words, i) => (words.length === 0 ? [...all[i]!] : words));
  for (const position of [0, -1]) {
    for (let round = 0; round < 4; round++) {
      const shared = sharedWord(names, position);
      if (shared === null) break;
      names = names.map((words) => {
        if (words.length < 2 || words.at(position) !== shared) return words;
        return position === 0 ? words.slice(1) : words.slice(0, -1);
      });
    }
  }
  return names;
}

function sharedWord(names: readonly (readonly string[])[], position: number): string | null {
  const counts = new Map<string, number>();
  for (const words of names) {
    const word = words.length < 2 ? undefined : words.at(position);
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const [word, count] of counts) if (count >= 3 && count >= names.length * 0.6) return word;
  return null;
}
