import { Damage, damageIn } from '../csv/damage.ts';
import type { ReadWarning } from '../report.ts';
import { Lines } from '../table/noted-lines.ts';
import type { RowFacts } from './sheet.ts';
import type { SheetFound } from './xlsx-report.ts';

/** Different errors that are named. */
const NAMED = 5;

/** What a sheet has that a table of texts has not, counted as it is read (S173). */
export class SheetNotes {
  readonly #damage = new Damage();
  readonly #hidden = new Lines();
  readonly #formulas = new Lines();
  readonly #without = new Lines();
  readonly #errors = new Lines();
  readonly #texts = new Set<string>();
  readonly #merged = new Lines();
  readonly #columns: (readonly [from: number, to: number])[] = [];

  row(cells: readonly string[], line: number, { hidden, formulas, without, errors }: RowFacts): void {
    if (hidden) this.#hidden.add(line);
    for (let i = 0; i < formulas; i++) this.#formulas.add(line);
    for (let i = 0; i < without; i++) this.#without.add(line);
    for (const error of errors) {
      this.#errors.add(line);
      if (this.#texts.size < NAMED) this.#texts.add(error);
    }
    for (const cell of cells) {
      const found = damageIn(cell);
      if (found !== null) this.#damage.line(line, found);
    }
  }

  hiddenColumns(from: number, to: number): void {
    this.#columns.push([from, to]);
  }

  merged(line: number): void {
    this.#merged.add(line);
  }

  /** `columns`: of the table; `sheet`: the one that was read. */
  warnings(columns: number, sheet: string, sheets: readonly SheetFound[]): ReadWarning[] {
    const hidden = this.#columns.reduce(
      (sum, [from, to]) => sum + Math.max(0, Math.min(to, columns - 1) - from + 1),
      0,
    );
    const others = sheets.filter(({ name, holds }) => name !== sheet && holds !== 'nothing');
    return [
      ...named(
        'other-sheets',
        others.filter((one) => !one.hidden),
      ),
      ...named(
        'hidden-sheets',
        others.filter((one) => one.hidden),
      ),
      ...noted('formulas-without-value', this.#without),
      ...noted('formulas', this.#formulas),
      ...noted('error-cells', this.#errors, [...this.#texts].join(', ')),
      ...noted('merged-cells', this.#merged),
      ...noted('hidden-rows', this.#hidden),
      ...(hidden > 0 ? [{ code: 'hidden-columns', count: hidden, lines: [] } as const] : []),
      ...this.#damage.warnings(),
    ];
  }
}

function noted(code: ReadWarning['code'], lines: Lines, value?: string): ReadWarning[] {
  const list = lines.list();
  return list.count === 0 ? [] : [{ code, ...list, ...(value === undefined ? {} : { value }) }];
}

const named = (code: ReadWarning['code'], sheets: readonly SheetFound[]): ReadWarning[] =>
  sheets.length === 0
    ? []
    : [{ code, count: sheets.length, lines: [], value: sheets.map(({ name }) => name).join(', ') }];
