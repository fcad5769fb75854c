import {
  linkAt,
  mappedAfter,
  nextBaseline,
  nextThere,
  rowsAfter,
  SIDES,
  textAt,
  type Baseline,
  type BaselineLink,
  type HandsOver,
  type InputReport,
  type Plan,
  type ThereIds,
} from '../engine/index.ts';
import { baselineHead, baselineLine, rowsRead, thereLine } from './baseline.ts';

/** All a baseline says, in the order of its file. */
export interface BaselineSays {
  readonly head: Pick<Baseline, 'design' | 'rows' | 'mapped'>;
  readonly there: Iterable<ThereIds>;
  readonly links: Iterable<BaselineLink>;
}

/** The baseline the next plan is made with. `design`: hash of the design; `inputs`: of the records that were read. */
export const saidNext = (
  plan: Plan,
  handsOver: HandsOver,
  design: string,
  inputs: readonly InputReport[],
): BaselineSays => ({
  head: { design, rows: rowsAfter(plan.syncs, rowsRead(inputs)), mapped: mappedAfter(plan.syncs) },
  there: nextThere(plan, handsOver),
  links: nextBaseline(plan, handsOver),
});

export const saidBy = (baseline: Baseline): BaselineSays => ({
  head: baseline,
  there: thereIn(baseline),
  links: linksIn(baseline),
});

/** `baseline.jsonl` line by line, each with its end. */
export function* baselineLines({ head, there, links }: BaselineSays): Iterable<string> {
  yield `${baselineHead(head)}\n`;
  for (const one of there) yield `${thereLine(one)}\n`;
  for (const link of links) yield `${baselineLine(link)}\n`;
}

function* thereIn(baseline: Baseline): Iterable<ThereIds> {
  for (const [sync, lists] of baseline.there) {
    for (const there of SIDES) {
      const ids = Array.from({ length: lists[there].rows }, (_, at) => textAt(lists[there], at));
      if (ids.length > 0) yield { sync, there, ids };
    }
  }
}

function* linksIn(baseline: Baseline): Iterable<BaselineLink> {
  for (const table of baseline.links.values())
    for (let at = 0; at < table.count; at++) yield linkAt(table, at);
}
