import type { Choices } from '../model/choices.ts';
import type { PlanLine } from '../model/line.ts';
import type { Tools } from '../tools.ts';
import { writesText } from '../plan/lines/line-text.ts';

/**
 * What a decision is about: exactly these writes, as SHA-256 of the `writes` member in the bytes of `plan.jsonl`. Whatever leaves
 * the product (choices, change files by them, a push) names writes by this. The 64-bit prints of `plan/compare/write-prints.ts` are
 * its stand-in inside one workbench, where a million subjects are asked at once; a test holds both to the same answer.
 */
export const writesHash = (line: PlanLine, tools: Pick<Tools, 'encode' | 'sha256'>): string =>
  tools.sha256(tools.encode(writesText(line.writes)));

/** What an approval of a create that carries `handed-over` is held against (BL6). */
export interface LookedAt {
  /** Of the plan. */
  readonly planHash: string;
  /** How often a create was handed over before. */
  readonly tries: (line: PlanLine) => number;
}

/**
 * Which lines go into change files and pushes: with choices those approved with exactly these writes, without all but creates that
 * carry `handed-over`. An approval of such a create was given knowing that: of this very plan, or as often handed over. Of several
 * decisions on one subject the last counts.
 */
export function approvedLines(
  choices: Choices | null,
  tools: Pick<Tools, 'encode' | 'sha256'>,
  { planHash, tries }: LookedAt,
): (line: PlanLine) => boolean {
  if (choices === null) return (line) => !mayBeThere(line);
  const decisions = new Map(choices.decisions.map((decision) => [subjectKey(decision), decision]));
  return (line) => {
    const key = subjectKey({ sync: line.sync, left: line.left?.id ?? null, right: line.right?.id ?? null });
    const decision = decisions.get(key);
    if (decision?.decision !== 'approved' || decision.writes !== writesHash(line, tools)) return false;
    return !mayBeThere(line) || choices.planHash === planHash || decision.handedOver === tries(line);
  };
}

const mayBeThere = ({ reasons }: PlanLine): boolean => reasons.some(({ code }) => code === 'handed-over');

const subjectKey = (subject: { sync: string; left: string | null; right: string | null }): string =>
  JSON.stringify([subject.sync, subject.left, subject.right]);
