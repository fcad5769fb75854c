/** Cells of made columns, from a short text: `int 5 500`, `pick a|b`, `code MAT- 6`. Values are our own, not the words of other generators. */

import type { Random } from '../seeded.ts';

export type Cells = (random: Random, row: number) => string;

const words = (text: string): readonly string[] => text.split(' ');

const GIVEN = words(
  'Amélie Bruno Carla Dmitri Elena Farid Gisela Hugo Inês Joaquim Kenji Leonor Marek Nadia Otávio Petra Quentin Rosa Stefan Teresa Ursula Vasco Wim Xenia Yusuf Zoé Beatriz Cornelis Dirk Edith',
);
const FAMILY = words(
  'Almeida Baumgartner Cardoso Dubois Esposito Fontaine Garrido Hofstra Ionescu Janssens Kowalczyk Lefèvre Moreira Neumann Oliveira Pereira Quiroga Rousseau Santos Tavares Uhlmann Vermeulen Wagenaar Ximenes Yilmaz Zimmermann Bakker Cornet Duarte Engels Ferrand Gouveia Hernandes Iglesias',
);
const TOWNS = words(
  'Coimbra Utrecht Valencia Lyon Dresden Porto Groningen Sevilla Nantes Leipzig Braga Eindhoven Zaragoza Lille Bremen Faro Breda Murcia Rennes Kassel Evora Zwolle',
);
const ROADS = words(
  'Lindenallee Tulpenweg Kerkstraat Dorpsplein Bahnhofstrasse Molenpad Lavendelweg Marktgasse Havenkade Sonnenhang Brugweg Klosterhof Eschenring Wilgenlaan Rosengarten Parkzicht',
);
const FIRMS = words(
  'Altavia Brixon Celtano Dorvex Emulsio Ferrocal Gravitas Hexalto Inovar Jurado Kelvina Lumenta Motrix Navigo Optera Plexor Quorum Rivago Sintera Tramonto Univar Veltro',
);
const NOUNS = words(
  'bracket gasket housing lever spindle washer coupling flange nozzle bearing sleeve gear hinge latch manifold piston rivet seal shaft socket',
);
const TRAITS = words(
  'coated rigid welded narrow hollow double slotted tapered galvanised threaded brass nylon ceramic compact outer inner',
);

const two = (n: number): string => String(n).padStart(2, '0');
const one = (all: readonly string[], random: Random): string => all[Math.floor(random() * all.length)]!;
const whole = (random: Random, from: number, to: number): number =>
  Math.floor(from + random() * (to - from + 1));
const bell = (random: Random): number => random() + random() + random() + random() - 2;
const plain = (text: string): string => text.normalize('NFD').replace(/\P{ASCII}/gu, '').toLowerCase(); // prettier-ignore

const READY: Readonly<Record<string, Cells>> = {
  given: (r) => one(GIVEN, r),
  family: (r) => one(FAMILY, r),
  person: (r) => `${one(GIVEN, r)} ${one(FAMILY, r)}`,
  town: (r) => one(TOWNS, r),
  road: (r) => one(ROADS, r),
  house: (r) => String(whole(r, 1, 240)),
  firm: (r) => `${one(FIRMS, r)} ${one(['BV', 'GmbH', 'Lda', 'SARL', 'SL'], r)}`,
  email: (r) => `${plain(one(GIVEN, r))}.${plain(one(FAMILY, r))}${String(whole(r, 1, 99))}@${plain(one(FIRMS, r))}.example`, // prettier-ignore
  phone: (r) => `+${String(whole(r, 30, 49))} ${String(whole(r, 100, 999))} ${String(whole(r, 100_000, 999_999))}`, // prettier-ignore
  item: (r) => `${one(TRAITS, r)} ${one(NOUNS, r)} ${String(whole(r, 2, 80))} mm`,
  text: (r) => Array.from({ length: 7 }, () => one(r() < 0.5 ? NOUNS : TRAITS, r)).join(' '),
  flag: (r) => one(['yes', 'no'], r),
  url: (r) => `https://${plain(one(FIRMS, r))}.example/${one(NOUNS, r)}`,
  smiles: (r) => Array.from({ length: 12 }, () => one(['C', 'N', 'O', 'c1', '(=O)', 'Cl', 'S'], r)).join(''),
};

/** The cells a text asks for. */
export function cellsOf(text: string): Cells {
  const [how, first = '', second = '', third = ''] = text.trim().split(' ') as [string, ...string[]];
  const ready = READY[how];
  if (ready !== undefined) return ready;
  const [from, to] = [Number(first), Number(second)];
  switch (how) {
    case 'pick': {
      const all = text.trim().slice(5).split('|');
      return (r) => all[Math.floor(r() ** 1.5 * all.length)]!;
    }
    case 'int':
      return (r) => String(whole(r, from, to));
    case 'low':
      return (r) => String(Math.floor(from + r() ** 4 * (to - from)));
    case 'dec':
      return (r) => (from + r() * (to - from)).toFixed(Number(third));
    case 'bell':
      return (r) => (from + bell(r) * to).toFixed(Number(third));
    case 'code':
      return (r) => first + String(Math.floor(r() * 10 ** to)).padStart(to, '0');
    case 'serial':
      return (_, row) => first + String(to + row);
    case 'day':
      return (r) => `${String(whole(r, from, to))}-${two(whole(r, 1, 12))}-${two(whole(r, 1, 28))}`;
    default:
      throw new Error(`no cells called ${how}`);
  }
}
