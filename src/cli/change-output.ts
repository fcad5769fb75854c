import { ChangeRows, type SyncDesign } from '../lib/engine/index.ts';
import type { PlanLine } from '../lib/engine/model/line.ts';
import type { ChangeFile, Unsayable } from '../lib/engine/plan/out/change-rows.ts';
import {
  changeFileName,
  changeFileStart,
  csvRow,
  isChangeFileName,
  type CsvKind,
} from '../lib/formats/index.ts';
import type { OutputFolder } from './output-folder.ts';

/** Writes the change files of a plan, in two passes over its lines. */
export class ChangeOutput {
  readonly #kind: CsvKind;
  readonly #approved: (line: PlanLine) => boolean;
  readonly #syncs: ReadonlyMap<string, ChangeRows>;
  readonly #unsayable: Unsayable[] = [];
  #unsaid = 0;

  constructor(design: SyncDesign, kind: CsvKind, approved: (line: PlanLine) => boolean) {
    this.#kind = kind;
    this.#approved = approved;
    const kinds = { left: design.apps.left.kind, right: design.apps.right.kind };
    this.#syncs = new Map(design.syncs.map((sync) => [sync.id, new ChangeRows(sync, kinds)]));
  }

  survey(line: PlanLine): void {
    if (line.writes.length === 0 || !this.#approved(line)) return;
    const rows = this.#rowsOf(line);
    rows.survey(line);
    const unsayable = rows.unsayable(line);
    this.#unsaid += unsayable.length;
    if (this.#unsayable.length === 0) this.#unsayable.push(...unsayable.slice(0, 1));
  }

  /** Second pass, over the same lines. Files of an earlier plan that this one does not have are taken away. */
  write(lines: Iterable<PlanLine>, folder: OutputFolder): void {
    const several = this.#syncs.size > 1;
    const begun = new Map<ChangeFile, string>();
    for (const rows of this.#syncs.values()) {
      for (const file of rows.files()) {
        const name = changeFileName(file, several);
        begun.set(file, name);
        folder.file(name).write(changeFileStart(file, this.#kind));
      }
    }
    for (const line of lines) {
      if (line.writes.length === 0 || !this.#approved(line)) continue;
      for (const { file, cells } of this.#rowsOf(line).rows(line)) {
        folder.file(begun.get(file)!).write(csvRow(cells, this.#kind));
      }
    }
    const names = new Set(begun.values());
    for (const name of this.staleNames(folder)) if (!names.has(name)) folder.remove(name);
  }

  /** Change files that lie in the folder already. */
  staleNames(folder: OutputFolder): readonly string[] {
    const ids = [...this.#syncs.keys()];
    return folder.names().filter((name) => isChangeFileName(name, ids));
  }

  /** What the targets' files cannot say, as a sentence; null where they say everything. */
  unsaid(): string | null {
    const first = this.#unsayable[0];
    if (first === undefined) return null;
    const count = this.#unsaid === 1 ? '1 write is' : `${String(this.#unsaid)} writes are`;
    const cause =
      first.cause === 'clear' ? 'a blank cell leaves the value there' : 'its text means an empty field there';
    return `${count} not in the change files, first ${first.field} of the ${first.side} record ${first.id} of ${first.sync}: ${cause}; do it by hand.`;
  }

  #rowsOf(line: PlanLine): ChangeRows {
    const rows = this.#syncs.get(line.sync);
    if (rows === undefined) throw new Error(`no sync ${line.sync}`);
    return rows;
  }
}
