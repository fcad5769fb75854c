import type { Choices, SubjectDecision } from '../model/choices.ts';
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

/** What choices say of a line, where they say something. */
export interface SaidOfLine {
  readonly decision: SubjectDecision['decision'];
  /** Of these very writes, and knowing what may be there already; else the line is asked again. */
  readonly holds: boolean;
}

/**
 * What is decided of a line. Of several decisions on one subject the last counts. An approval of a create that carries
 * `handed-over` was given knowing that: of this very plan, or as often handed over.
 */
export function saidOfLines(
  { decisions: all, planHash: lookedAt }: Pick<Choices, 'decisions' | 'planHash'>,
  tools: Pick<Tools, 'encode' | 'sha256'>,
  { planHash, tries }: LookedAt,
): (line: PlanLine) => SaidOfLine | null {
  const decisions = new Map(all.map((decision) => [subjectKey(decision), decision]));
  return (line) => {
    const key = subjectKey({ sync: line.sync, left: line.left?.id ?? null, right: line.right?.id ?? null });
    const said = decisions.get(key);
    if (said === undefined) return null;
    const { decision, writes, handedOver } = said;
    const knew =
      decision !== 'approved' || !isHandedOver(line) || lookedAt === planHash || handedOver === tries(line);
    return { decision, holds: knew && writes === writesHash(line, tools) };
  };
}

/**
 * Which lines go into change files and pushes: with choices those approved with exactly these writes, without all but creates that
 * carry `handed-over`.
 */
export function approvedLines(
  choices: Choices | null,
  tools: Pick<Tools, 'encode' | 'sha256'>,
  about: LookedAt,
): (line: PlanLine) => boolean {
  if (choices === null) return (line) => !isHandedOver(line);
  const saidOf = saidOfLines(choices, tools, about);
  return (line) => {
    const said = saidOf(line);
    return said?.decision === 'approved' && said.holds;
  };
}

const isHandedOver = ({ reasons }: PlanLine): boolean => reasons.some(({ code }) => code === 'handed-over');

const subjectKey = (subject: { sync: string; left: string | null; right: string | null }): string =>
  JSON.stringify([subject.sync, subject.left, subject.right]);
