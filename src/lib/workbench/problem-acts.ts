import type { ProblemCode } from '../conversation/index.ts';

/** What a person can do about a problem at once. */
export type ProblemAct = 'reload' | 'home' | 'sides' | 'design' | 'replan';

/** The act each code asks for; null where its sentence says all there is to do. */
const ACTS: Readonly<Record<ProblemCode, ProblemAct | null>> = {
  quota: 'home',
  damaged: null,
  missing: 'home',
  replaced: 'replan',
  'read-only': 'reload',
  'newer-schema': 'reload',
  'blocked-by-other-tab': 'reload',
  'nothing-to-undo': null,
  'nothing-to-redo': null,
  cancelled: 'reload',
  unavailable: 'reload',
  'empty-file': null,
  'another-kind': null,
  'no-header': null,
  'header-width': null,
  'unknown-encoding': null,
  'bad-delimiter': null,
  'not-in-encoding': null,
  'row-too-long': null,
  'changed-while-read': null,
  unreadable: null,
  'no-store': 'reload',
  'no-project': 'home',
  'no-records': 'sides',
  'no-design': 'sides',
  'design-errors': 'design',
  'bad-baseline': null,
  'not-there': 'reload',
  'bad-project-file': null,
  'newer-project-file': null,
  'decisions-not-taken': null,
  'unfinished-removed': null,
  'lost-project': null,
  superseded: 'replan',
  'no-plan': 'replan',
  'no-view': null,
  'no-such-record': 'replan',
  'unknown-sync': 'replan',
  'unknown-subject': 'replan',
  'worker-stopped': 'reload',
  'not-saved': null,
  'not-persisted': null,
  'dropped-beside': 'home',
  unexpected: 'reload',
};

export const actOf = (code: ProblemCode): ProblemAct | null => ACTS[code];
