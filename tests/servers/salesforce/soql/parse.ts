import { malformed, tokensOf, type Token } from './tokens.ts';

/** What a field is compared with: a text in quotes, or what stands there without. */
export type Literal = { readonly quoted: boolean; readonly text: string };

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES';

export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly operator: Operator;
      readonly literals: readonly Literal[];
    };

export interface Query {
  /** `count()`: no fields. */
  readonly count: boolean;
  readonly fields: readonly string[];
  readonly object: string;
  readonly where: Condition | null;
  readonly order: readonly { readonly field: string; readonly down: boolean }[];
  readonly limit: number | null;
  readonly offset: number;
}

const NAME = /^[A-Za-z][A-Za-z0-9_.]*$/;

/** SELECT … FROM … [WHERE …] [ORDER BY …] [LIMIT n] [OFFSET n], all of it or an error of the app. */
export const parseQuery = (soql: string): Query => new Reader(tokensOf(soql)).query();

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  query(): Query {
    this.#must('SELECT');
    const count = this.#takes('COUNT', '(', ')');
    const fields = count ? [] : this.#list(() => this.#name());
    this.#must('FROM');
    const object = this.#name();
    const where = this.#takes('WHERE') ? this.#condition() : null;
    const order = this.#takes('ORDER', 'BY') ? this.#list(() => this.#orderPart()) : [];
    const limit = this.#takes('LIMIT') ? this.#number() : null;
    const offset = this.#takes('OFFSET') ? this.#number() : 0;
    if (this.#at < this.#tokens.length) throw this.#unexpected();
    return { count, fields, object, where, order, limit, offset };
  }

  /** AND and OR are not mixed without brackets. */
  #condition(): Condition {
    const first = this.#one();
    for (const [word, kind] of [
      ['AND', 'all'],
      ['OR', 'any'],
    ] as const) {
      if (!this.#is(word)) continue;
      const of = [first];
      while (this.#takes(word)) of.push(this.#one());
      if (this.#is('AND') || this.#is('OR')) throw this.#unexpected();
      return { kind, of };
    }
    return first;
  }

  #one(): Condition {
    if (this.#takes('NOT')) return { kind: 'not', of: this.#one() };
    if (this.#takes('(')) {
      const inside = this.#condition();
      this.#must(')');
      return inside;
    }
    const field = this.#name();
    const operator = this.#operator();
    const many = operator === 'IN' || operator === 'NOT IN' || operator === 'INCLUDES';
    if (!many) return { kind: 'compare', field, operator, literals: [this.#literal()] };
    this.#must('(');
    const literals = this.#list(() => this.#literal());
    this.#must(')');
    return { kind: 'compare', field, operator, literals };
  }

  #operator(): Operator {
    if (this.#takes('NOT', 'IN')) return 'NOT IN';
    if (this.#takes('<>')) return '!=';
    for (const one of ['=', '!=', '<', '<=', '>', '>=', 'LIKE', 'IN', 'INCLUDES'] as const)
      if (this.#takes(one)) return one;
    throw this.#unexpected();
  }

  #literal(): Literal {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === 'sign') throw this.#unexpected();
    this.#at += 1;
    return { quoted: token.kind === 'string', text: token.text };
  }

  #orderPart(): { field: string; down: boolean } {
    const field = this.#name();
    const down = this.#takes('DESC');
    if (!down) this.#takes('ASC');
    if (!this.#takes('NULLS', 'FIRST')) this.#takes('NULLS', 'LAST');
    return { field, down };
  }

  #list<T>(read: () => T): T[] {
    const list = [read()];
    while (this.#takes(',')) list.push(read());
    return list;
  }

  #name(): string {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word' || !NAME.test(token.text)) throw this.#unexpected();
    this.#at += 1;
    return token.text;
  }

  #number(): number {
    const { kind, text } = this.#tokens[this.#at] ?? { kind: 'sign', text: '' };
    if (kind !== 'word' || !/^\d+$/.test(text)) throw this.#unexpected();
    this.#at += 1;
    return Number(text);
  }

  #is(word: string, ahead = 0): boolean {
    const token = this.#tokens[this.#at + ahead];
    return token !== undefined && token.kind !== 'string' && token.text.toUpperCase() === word;
  }

  /** Goes on where these come next. */
  #takes(...words: readonly string[]): boolean {
    if (!words.every((word, i) => this.#is(word, i))) return false;
    this.#at += words.length;
    return true;
  }

  #must(word: string): void {
    if (!this.#takes(word)) throw this.#unexpected();
  }

  #unexpected(): Error {
    return malformed(`unexpected token: '${this.#tokens[this.#at]?.text ?? '<EOF>'}'`);
  }
}
