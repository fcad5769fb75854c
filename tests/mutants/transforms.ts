import type { Mutant } from './mutant.ts';

/** Transforms on their way and back (FM10). */
export const TRANSFORMS: readonly Mutant[] = [
  {
    id: 'untaken-is-equal',
    rule: 'FM10',
    file: 'merge/compare-pairs.ts',
    find: 'untaken.left?.[a] !== 1 &&',
    replace: '',
    why: 'takes a value that no map names for equal to the same text on the other side',
  },
  {
    id: 'a-transform-runs-left-to-right',
    rule: 'FM10',
    file: 'model/transform.ts',
    find: "=== 'right-to-left'",
    replace: "!== 'right-to-left'",
    why: 'runs the transform of a mapping from right to left the other way',
  },
  {
    id: 'a-lossy-map-goes-back',
    rule: 'FM10',
    file: 'model/transform.ts',
    find: "transform.otherwise !== 'blank' && ",
    replace: '',
    why: 'sends values back through a map that makes blanks',
  },
  {
    id: 'a-constant-asks-the-rule',
    rule: 'FM10',
    file: 'merge/verdict.ts',
    find: '  if (rule.constant !== null) return always(rule.constant, state, rule);\n',
    replace: '',
    why: 'lets a conflict rule decide over a constant',
  },
  {
    id: 'untaken-is-written',
    rule: 'FM10',
    file: 'merge/refuse.ts',
    find: 'if (on.transform !== null && isUntaken(on, side, row)) return untakenCode(on.transform.transform);',
    replace: '',
    why: 'writes a value that no map names as it stands',
  },
  {
    id: 'a-constant-is-handed-over-again',
    rule: 'FM10',
    file: 'merge/handed/repeat.ts',
    find: "if (rule.constant !== null && because !== 'person') return null;",
    replace: '',
    why: 'takes what was handed over of another mapping for the write of a constant',
  },
  {
    id: 'a-cut-text-in-the-signs-of-the-design',
    rule: 'FM10',
    file: 'merge/transforms.ts',
    find: 'keeps ? read : asSaid',
    replace: 'asSaid',
    why: 'reads what a transform left of a text under signs other than those of its file',
  },
];
