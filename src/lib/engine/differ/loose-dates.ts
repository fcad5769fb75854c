/** Days of a text under every order, with a month's name or a two-digit year; as days since 1970, with the time behind the day. */
export interface LooseDate {
  readonly days: readonly number[];
  /** What follows the day, `''` where nothing or midnight does. */
  readonly time: string;
}

const WORDS =
  'jan january januar janvier enero gennaio janeiro januari styczen tammikuu|feb february februar fevrier febrero febbraio fevereiro februari luty|' +
  'mar march marz mars marzo marco maart marzec maerz|apr april avril abril aprile kwiecien avr abr|may mai mayo maggio maio mei maj|' +
  'jun june juni juin junio giugno junho czerwiec|jul july juli juillet julio luglio julho lipiec|' +
  'aug august aout agosto augustus augusti sierpien ago|sep sept september septembre septiembre settembre setembro wrzesien|' +
  'oct october oktober octobre octubre ottobre outubro okt pazdziernik|nov november novembre noviembre novembro listopad|' +
  'dec december dezember decembre diciembre dicembre dezembro desember des dez dic grudzien';

const MONTHS = new Map(
  WORDS.split('|').flatMap((words, month) => words.split(' ').map((word) => [word, month + 1] as const)),
);

/** A number of a day or year, or a word before one. */
const BEGINS = /^(?:\d{1,2}(?:\D|\d\d)|\p{L}{3,10},?[-. ]+\d)/u;

const NUMBERS = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:[T ,]+(\d{1,2}:\d\d.*))?$/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/;
const WORDED =
  /^(?:[a-z]+day,? )?(\d{1,2})(?:st|nd|rd|th)?[-. ]+(?:de )?([a-z]+)[-., ]+(?:de )?(\d{4}|\d\d)(?:[T ,]+(\d{1,2}:\d\d.*))?$/;
const MONTH_FIRST = /^([a-z]+)[-. ]+(\d{1,2})(?:st|nd|rd|th)?[, ]+(\d{4}|\d\d)(?:[T ,]+(\d{1,2}:\d\d.*))?$/;

/** Null where the text is no date. */
export function looseDate(text: string): LooseDate | null {
  const cell = text.trim();
  if (cell.length < 6 || cell.length > 40 || !BEGINS.test(cell)) return null;
  const plain = /[a-z\u0080-\uffff]/i.test(cell.slice(0, 12))
    ? cell
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase()
        .replace(/(\d)t(\d)/, '$1 $2')
    : cell;
  const numbers = NUMBERS.exec(plain);
  if (numbers !== null) return ofNumbers(numbers[1]!, numbers[2]!, numbers[3]!, numbers[4]);
  const compact = COMPACT.exec(plain);
  if (compact !== null) return ofNumbers(compact[1]!, compact[2]!, compact[3]!, undefined);
  const worded = WORDED.exec(plain);
  if (worded !== null) return ofWord(worded[1]!, worded[2]!, worded[3]!, worded[4]);
  const first = MONTH_FIRST.exec(plain);
  return first === null ? null : ofWord(first[2]!, first[1]!, first[3]!, first[4]);
}

function ofNumbers(a: string, b: string, c: string, time: string | undefined): LooseDate | null {
  const [x, y, z] = [Number(a), Number(b), Number(c)];
  const days: number[] = [];
  const add = (year: number, month: number, day: number): void => {
    const at = dayOf(year, month, day);
    if (at !== null && !days.includes(at)) days.push(at);
  };
  if (a.length === 4) add(x, y, z);
  else if (c.length === 4 || c.length === 2) {
    for (const year of yearsOf(c)) {
      add(year, y, x);
      add(year, x, y);
    }
    if (c.length === 2 && a.length === 2) for (const year of yearsOf(a)) add(year, y, z);
  } else return null;
  return days.length === 0 ? null : { days, time: timeOf(time) };
}

function ofWord(day: string, word: string, year: string, time: string | undefined): LooseDate | null {
  const month = MONTHS.get(word.replace(/\.$/, ''));
  if (month === undefined) return null;
  const days = yearsOf(year).flatMap((one) => dayOf(one, month, Number(day)) ?? []);
  return days.length === 0 ? null : { days, time: timeOf(time) };
}

/** A year of two digits is one of either century: which, only the other value says. */
const yearsOf = (year: string): readonly number[] =>
  year.length === 2 ? [2000 + Number(year), 1900 + Number(year)] : [Number(year)];

/** One text for a time of day however it is written: seconds and the zone only where they say something, on a clock of 24 hours. */
function timeOf(time: string | undefined): string {
  const parts = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:\.0+)?)?\s?([ap])?\.?(?:m\.?)?(.*)$/i.exec(time?.trim() ?? '');
  if (parts === null) return '';
  const [, hours = '', minutes = '', seconds = '00', half, rest = ''] = parts;
  const hour =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const zone = /^z$/i.test(rest) ? '' : rest.trim();
  if (hour === 0 && minutes === '00' && seconds === '00' && zone === '') return '';
  return `${String(hour)}:${minutes}${seconds === '00' ? '' : `:${seconds}`}${zone}`;
}

function dayOf(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const at = Date.UTC(year, month - 1, day) / 86_400_000;
  const back = new Date(at * 86_400_000);
  return back.getUTCMonth() === month - 1 ? at : null;
}

/** Can two texts be the same day, with the same time behind it or with none behind one of them, which is no text cut off? */
export function sameDay(left: string, right: string): boolean {
  const a = looseDate(left);
  const b = a === null ? null : looseDate(right);
  if (a === null || b === null || !a.days.some((day) => b.days.includes(day))) return false;
  if (a.time === b.time) return true;
  return (a.time === '' || b.time === '') && !left.startsWith(right) && !right.startsWith(left);
}
