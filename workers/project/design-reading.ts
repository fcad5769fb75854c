import { zoneOf } from '../../src/lib/tools/zone.ts';
import {
  checkDesign,
  readDesign,
  SIDES,
  type Both,
  type DesignError,
  type SyncDesign,
} from '../../src/lib/engine/index.ts';
import type { KeptDesign } from '../../src/lib/store/index.ts';
import type { DesignHead } from '../../src/lib/conversation/index.ts';
import type { OpenedSets } from '../keep/opened-sets.ts';

/** The kept design, read and checked against the files. */
export interface DesignReading {
  readonly kept: KeptDesign | null;
  readonly json: unknown;
  readonly design: SyncDesign | null;
  readonly errors: readonly DesignError[];
  readonly warnings: DesignHead['warnings'];
}

export function readKept(kept: KeptDesign | null, sets: OpenedSets): DesignReading {
  if (kept === null) return { kept, json: null, design: null, errors: [], warnings: [] };
  const json: unknown = JSON.parse(kept.text);
  const reading = readDesign(json);
  const errors: DesignError[] = reading.ok ? [] : [...reading.errors];
  if (reading.design === null) return { kept, json, design: null, errors, warnings: [] };
  const check = checkDesign(reading.design, headersOf(reading.design, sets), { zone: zoneOf });
  const { warnings } = check;
  return { kept, json, design: reading.design, errors: [...errors, ...check.errors], warnings };
}

function headersOf(design: SyncDesign, sets: OpenedSets): Map<string, Both<readonly string[] | null>> {
  const headers = design.syncs.map(({ id }) => {
    const [left, right] = SIDES.map((side) => sets.get(id, side)?.manifest.header ?? null);
    return [id, { left: left ?? null, right: right ?? null }] as const;
  });
  return new Map(headers);
}

export function designHead(
  reading: DesignReading,
  { suggested, changes, questions }: Pick<DesignHead, 'suggested' | 'changes' | 'questions'>,
): DesignHead {
  const { kept, json, design, errors, warnings } = reading;
  return {
    json,
    design,
    errors,
    warnings,
    canUndo: kept?.canUndo ?? false,
    canRedo: kept?.canRedo ?? false,
    savedAt: kept?.when ?? '',
    changes,
    suggested,
    questions,
  };
}
