import type { FieldRow, Problem, SubjectDetail } from '../../conversation/index.ts';
import type { RecordTab } from '../place/plan-place.ts';
import type { PlanTalk } from './plan-talk.ts';

const TABS: readonly RecordTab[] = ['fields', 'explain', 'sent'];

const isOpen = (field: FieldRow): boolean => field.conflict !== null && field.conflict.decidedBy === null;

/** The record in the drawer, and the open conflict the keys act on. */
export class PlanRecord {
  readonly #client: PlanTalk;
  #shown = $state(true);
  #detail = $state.raw<SubjectDetail | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #tab = $state<RecordTab>('fields');
  #differencesOnly = $state(false);
  #field = $state<string | null>(null);
  #asked = 0;

  constructor(client: PlanTalk) {
    this.#client = client;
  }

  /** Is the drawer open? */
  get shown(): boolean {
    return this.#shown;
  }
  get detail(): SubjectDetail | null {
    return this.#detail;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get tab(): RecordTab {
    return this.#tab;
  }
  get differencesOnly(): boolean {
    return this.#differencesOnly;
  }
  /** Left fields of the conflicts nobody has decided. */
  get open(): readonly string[] {
    return this.#detail?.fields.filter(isOpen).map(({ left }) => left) ?? [];
  }
  /** The one `<` and `>` act on. */
  get openField(): string | null {
    const open = this.open;
    return this.#field !== null && open.includes(this.#field) ? this.#field : (open[0] ?? null);
  }

  show(tab: RecordTab): void {
    this.#tab = tab;
  }
  step(by: 1 | -1): void {
    this.#tab = TABS[(TABS.indexOf(this.#tab) + by + TABS.length) % TABS.length]!;
  }
  only(differences: boolean): void {
    this.#differencesOnly = differences;
  }
  dismiss(): void {
    this.#problem = null;
  }
  reveal(shown: boolean): void {
    this.#shown = shown;
  }

  /** Shows a subject; the former stays until this one is here. Null: there is none. */
  async take(sync: string, subject: number | null): Promise<void> {
    const own = ++this.#asked;
    if (subject === null) {
      this.#detail = null;
      return;
    }
    const answer = await this.#client.subject(sync, subject);
    if (own !== this.#asked) return;
    this.#problem = answer.ok ? null : answer.problem;
    this.#detail = answer.ok ? answer.value : null;
  }

  /** The next open conflict of this record after the one in hand; false where that was the last. */
  nextField(): boolean {
    const open = this.open;
    const at = this.openField === null ? -1 : open.indexOf(this.openField);
    const next = open[at + 1];
    if (next === undefined) return false;
    this.#field = next;
    return true;
  }
}
