import { SIDES, type Choices } from '../../src/lib/engine/index.ts';
import { choicesText } from '../../src/lib/formats/index.ts';
import {
  setOf,
  type DecisionLog,
  type DecisionState,
  type ProjectRow,
  type Store,
} from '../../src/lib/store/index.ts';
import type { Answer } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { DECISIONS_FORMAT } from './project-file.ts';

/** Everything decided on a project, by sync. */
export type DecisionStates = ReadonlyMap<string, DecisionState>;

export async function decisionsOf(store: Store, project: string): Promise<Answer<DecisionStates>> {
  const row = await store.projects.get(project);
  if (!row.ok) return failed(row.problem);
  const states = new Map<string, DecisionState>();
  for (const sync of row.value.decisions) {
    const log = await store.decisions.open(project, sync);
    if (!log.ok) return failed(log.problem);
    if (log.value !== null) states.set(sync, ofPresentSets(row.value, sync, log.value));
  }
  return done(states);
}

/** Rows of sets that were replaced, and not planned with since, say nothing of the records in the file. */
function ofPresentSets(project: ProjectRow, sync: string, { state, basis }: DecisionLog): DecisionState {
  const isPresent = SIDES.every((side) => setOf(project, sync, side) === basis[side]);
  const none = { decision: new Uint8Array(0), print: new Uint32Array(0) };
  return isPresent ? state : { ...state, left: none, right: none };
}

/** `choices.json`: what holds without the records; null where there is nothing. */
export function choicesOf(states: DecisionStates): string | null {
  const all = [...states.values()];
  const choices: Choices = {
    format: 'drysync/choices@1',
    planHash: null,
    choices: all.flatMap((state) => state.choices),
    links: all.flatMap((state) => state.verdicts),
    decisions: [],
  };
  return choices.choices.length + choices.links.length === 0 ? null : choicesText(choices);
}

/** `decisions.jsonl`: what was decided on rows of the record sets in the same file. */
export function* decisionLines(states: DecisionStates): Generator<string, void> {
  yield `${JSON.stringify({ format: DECISIONS_FORMAT })}\n`;
  for (const [sync, state] of states) {
    for (const side of SIDES) {
      const { decision, print } = state[side];
      for (let row = 0; row < decision.length; row++) {
        if (decision[row] === 0) continue;
        yield `${JSON.stringify([sync, side, row, decision[row], print[row * 2], print[row * 2 + 1]])}\n`;
      }
    }
  }
}
