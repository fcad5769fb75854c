import type { Page } from 'playwright';
import type { Both } from '../../../../src/lib/engine/index.ts';
import { said } from '../../../support/english.ts';

/**
 * The numbers on a screen, each read in one go. What runs in the page cannot reach anything of this file, so that every
 * function there is whole in itself.
 */

export interface ShownSide {
  /** Beside the object in the list of the side. */
  readonly object: number;
  readonly rows: number;
  readonly stored: number;
  readonly rejected: number;
  readonly blank: number;
}

/** The reading of the chosen object's two files on Sides. */
export const shownSides = (page: Page): Promise<Both<ShownSide>> => {
  const { rows, stored, rejected, blank } = said('sides').reading;
  return page.evaluate(
    (words) => {
      const number = (node: Element | null | undefined): number =>
        parseInt((node?.firstChild?.textContent ?? '').replaceAll(/\D/g, ''), 10);
      const of = (side: string): ShownSide => {
        const card = document.querySelector(`section.card.${side}`);
        const fact = (word: string): number =>
          number(
            [...(card?.querySelectorAll('dt') ?? [])].find((one) => one.textContent === word)
              ?.nextElementSibling,
          );
        return {
          object: number(card?.querySelector('.srow[aria-pressed=true] .fig')),
          rows: fact(words.rows),
          stored: fact(words.stored),
          rejected: fact(words.rejected),
          blank: fact(words.blank),
        };
      };
      return { left: of('left'), right: of('right') };
    },
    { rows, stored, rejected, blank },
  );
};

/** Subjects by outcome in the strip under the design. */
export const shownStrip = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('section[aria-label="Plan"] ul a.o')].map((one) => [
        one.classList.item(1) ?? '',
        parseInt((one.querySelector('.value')?.firstChild?.textContent ?? '').replaceAll(/\D/g, ''), 10),
      ]),
    ),
  );

export interface ShownPlan {
  readonly tabs: readonly number[];
  readonly scopes: Readonly<Record<string, number>>;
  /** By group and word. */
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By outcome word; the last rows are `All, as read` and `Writes planned here`. */
  readonly picture: Readonly<Record<string, Both<number>>>;
  /** What is drawn: both big numbers, both sums under the cells, what stands between them. */
  readonly drawn: {
    readonly read: readonly number[];
    readonly sums: readonly number[];
    readonly cells: Readonly<Record<string, Both<number>>>;
    readonly says: string;
  };
  readonly bulk: number;
  readonly bulkSays: string;
  readonly rows: number;
}

/** All numbers of the plan's screen as it is. */
export const shownPlan = (page: Page): Promise<ShownPlan> =>
  page.evaluate(() => {
    const text = (node: Element | null | undefined): string => (node?.textContent ?? '').trim();
    const number = (node: Element | null | undefined): number =>
      parseInt(text(node).replaceAll(/\D/g, ''), 10);
    const all = (selector: string, within: ParentNode = document): Element[] => [
      ...within.querySelectorAll(selector),
    ];
    const facets = all('section[aria-label=Filters] fieldset').map((group) => [
      text(group.querySelector('legend')),
      Object.fromEntries(
        all('label', group).map((one) => [text(one.querySelector('.word')), number(one.querySelector('.n'))]),
      ),
    ]);
    const picture = all('.flow table tbody tr').map((row) => {
      const [left, right] = all('td', row);
      return [text(row.querySelector('th')).split(':')[0], { left: number(left), right: number(right) }];
    });
    const cells = all('.flow g.cell').map((cell) => [
      text(cell.querySelector('text.word')),
      { left: number(cell.querySelector('text.left')), right: number(cell.querySelector('text.right')) },
    ]);
    return {
      tabs: all('[aria-label="Object sync"] button .n').map(number),
      scopes: Object.fromEntries(
        all('[aria-label=Scope] button').map((one) => [
          text(one.firstChild as Element),
          number(one.querySelector('.n')),
        ]),
      ),
      facets: Object.fromEntries(facets),
      picture: Object.fromEntries(picture),
      drawn: {
        read: all('.flow text.big').map(number),
        sums: all('.flow text.sum').map(number),
        cells: Object.fromEntries(cells),
        says: text(all('.flow text.cap.mid')[0]),
      },
      bulk: number(document.querySelector('[aria-label^=Decide] b')),
      bulkSays: text(document.querySelector('[aria-label^=Decide] small')),
      rows: Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? 0) - 1,
    };
  });

/**
 * Chooses each outcome that has records, and the first that has none, among the filters, one after the other: how many rows
 * the grid then has, and how many of those in sight are of another outcome. Waits until the grid has as many rows
 * as the filter says.
 */
export const gridByOutcome = (
  page: Page,
): Promise<Record<string, { readonly facet: number; readonly rows: number; readonly others: number }>> =>
  page.evaluate(async () => {
    const grid = (): Element | null => document.querySelector('[role=grid]');
    const rows = (): number => Number(grid()?.getAttribute('aria-rowcount') ?? 0) - 1;
    const turn = (): Promise<unknown> => new Promise((done) => setTimeout(done, 5));
    const until = async (holds: () => boolean): Promise<void> => {
      const end = performance.now() + 600_000;
      while (!holds() && performance.now() < end) await turn();
    };
    const group = (): Element | undefined =>
      [...document.querySelectorAll('section[aria-label=Filters] fieldset')].find(
        (one) => one.querySelector('legend')?.textContent === 'Outcome',
      );
    const label = (word: string): Element | undefined =>
      [...(group()?.querySelectorAll('label') ?? [])].find(
        (one) => one.querySelector('.word')?.textContent === word,
      );
    const count = (word: string): number =>
      parseInt((label(word)?.querySelector('.n')?.textContent ?? '').replaceAll(/\D/g, ''), 10);
    const words = [...(group()?.querySelectorAll('.word') ?? [])].map((one) => one.textContent ?? '');
    const none = words.find((word) => count(word) === 0);
    const all = rows();
    const found: Record<string, { facet: number; rows: number; others: number }> = {};
    for (const word of words.filter((one) => one === none || count(one) > 0)) {
      const input = (): HTMLInputElement | null | undefined => label(word)?.querySelector('input');
      const outcome = word.split(',')[0] ?? '';
      const shown = (): string[] =>
        [...(grid()?.querySelectorAll('[role=gridcell][aria-colindex="2"]') ?? [])].map(
          (one) => one.textContent ?? '',
        );
      const others = (): number => shown().filter((one) => !one.includes(outcome)).length;
      input()?.click();
      await until(() => input()?.checked === true && rows() === count(word) && others() === 0);
      found[word] = { facet: count(word), rows: rows(), others: others() };
      input()?.click();
      await until(() => input()?.checked === false && rows() === all);
    }
    return found;
  });

export interface ShownImpact {
  readonly fills: number;
  readonly overwrites: number;
  readonly clears: number;
  readonly same: number;
}

/** The rows of the Fields tab, by the name on the left and on the right. */
export const shownImpact = (page: Page): Promise<Record<string, ShownImpact>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('.impact table tbody tr')].map((row) => {
        const [fills, overwrites, clears, same] = [...row.querySelectorAll('td.num')].map((one) =>
          parseInt((one.textContent ?? '').replaceAll(/\D/g, ''), 10),
        );
        const name = `${row.querySelector('th')?.textContent ?? ''} / ${row.querySelector('td.strong')?.textContent ?? ''}`;
        return [name.trim(), { fills: fills!, overwrites: overwrites!, clears: clears!, same: same! }];
      }),
    ),
  );

export interface ShownWarnings {
  /** What the heading counts. */
  readonly many: number;
  /** The numbers the sentences begin with; null where one has none. */
  readonly numbers: readonly (number | null)[];
}

/** The warnings of a plan's object sync, all of them unfolded. */
export async function shownWarnings(page: Page): Promise<ShownWarnings> {
  const section = page.locator('section', {
    has: page.getByRole('heading', { name: said('plan').warnings.title }),
  });
  const rest = section.getByRole('button', { name: /^All \d/ });
  if ((await rest.count()) > 0) await rest.click();
  return section.evaluate((one) => {
    const number = (text: string | null | undefined): number | null =>
      text === null || text === undefined ? null : parseInt(text.replaceAll(/\D/g, ''), 10);
    return {
      many: number(one.querySelector('h2 span')?.textContent) ?? -1,
      numbers: [...one.querySelectorAll('li p')].map((text) => {
        const bold = [...text.querySelectorAll('b')].find(
          ({ textContent }) => textContent?.startsWith('Guard') === false,
        );
        return number(bold?.textContent);
      }),
    };
  });
}

export interface ShownProject {
  readonly records: Both<number>;
  readonly state: string;
}

/** A project's row on Home. */
export const shownProject = (page: Page, name: string): Promise<ShownProject | null> =>
  page.evaluate((wanted) => {
    const row = [...document.querySelectorAll('tbody tr')].find(
      (one) => one.querySelector('.name a')?.textContent === wanted,
    );
    if (row === undefined) return null;
    const [, left, right, state] = [...row.querySelectorAll('td')];
    const records = (cell: Element | undefined): number =>
      parseInt((cell?.querySelector('.subl')?.textContent ?? '').replaceAll(/\D/g, ''), 10);
    return {
      records: { left: records(left), right: records(right) },
      state: state?.querySelector('.tag')?.textContent?.trim() ?? '',
    };
  }, name);
