const LETTERS_WITHOUT_PARTS: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  å: 'a',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** Of a name, folded or not; composed again where what is left still composes (Hangul, kana). */
export function withoutDiacritics(name: string): string {
  if (!/[\u0080-\uffff]/.test(name)) return name;
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[øæåœßđðþłıØÆÅŒĐÐÞŁ]/g, letterWithoutParts)
    .normalize('NFC')
    .trim();
}

/** `Ø` → `O`, `Æ` → `AE`. */
function letterWithoutParts(letter: string): string {
  const small = LETTERS_WITHOUT_PARTS[letter];
  if (small !== undefined) return small;
  return (LETTERS_WITHOUT_PARTS[letter.toLowerCase()] ?? letter).toUpperCase();
}

const LEGAL_FORMS = new Set(
  (
    'as asa aps ab bv nv spa srl gmbh ag ltd limited inc llc llp plc corp sarl sa sas oy oyj kg ug sl bvba vof hf ehf ' +
    'ans da ks is'
  ).split(' '),
);

/** Of a name, folded or not. `a/s`, `i/s` and `k/s` are the words `as`, `is`, `ks` once their signs are gone. */
export function withoutLegalForm(name: string): string {
  const words = name.split(' ');
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1)!.replace(/[./,]/g, '').toLowerCase())) words.pop();
  const left = words.join(' ');
  return left.length > 1 && left.endsWith(',') ? left.slice(0, -1).trim() : left;
}
