import type { Mutant } from './mutant.ts';

/** Who takes part and which way values flow: EM, PH5, DI. */
export const SCOPE: readonly Mutant[] = [
  {
    id: 'pair-needs-both-e-mails',
    rule: 'EM1',
    file: 'scope/scope.ts',
    find: 'return (checks.left && emails.left![left] === 1) || (checks.right && emails.right![right] === 1);',
    replace:
      'return (!checks.left || emails.left![left] === 1) && (!checks.right || emails.right![right] === 1);',
    why: 'excludes a pair of which one record has no valid e-mail',
  },
  {
    id: 'target-e-mail-counts',
    rule: 'EM1',
    file: 'scope/scope.ts',
    find: '(sync.requireValidEmail?.[side] ?? null) !== null && mayCreate(side);',
    replace: '(sync.requireValidEmail?.[side] ?? null) !== null;',
    why: "looks at the target's e-mail in a one-way sync",
  },
  {
    id: 'create-against-the-direction',
    rule: 'PH5',
    file: 'scope/scope.ts',
    find: 'mayWrite(sync.direction, otherSide(side));',
    replace: 'mayWrite(sync.direction, side);',
    why: 'creates on the source of a one-way sync',
  },
  {
    id: 'any-last-label',
    rule: 'EM3',
    file: 'read/email.ts',
    find: 'return ascii !== null && tools.tlds.has(ascii);',
    replace: 'return ascii !== null;',
    why: 'takes every last label for a top-level domain',
  },
  {
    id: 'dot-before-the-at',
    rule: 'EM3',
    file: 'scope/valid-emails.ts',
    find: 'if (odd !== 0 || last === DOT || at === to',
    replace: 'if (odd !== 0 || at === to',
    why: 'takes a dot before the @ in the quick check',
  },
  {
    id: 'validity-by-any-key',
    rule: 'EM3',
    file: 'scope/scope.ts',
    find: "field.normalize.length === 1 && field.normalize[0] === 'email';",
    replace: 'field.normalize.length >= 0;',
    why: 'judges the e-mail as some other normaliser left it',
  },
  {
    id: 'direction-and-e-mail-together',
    rule: 'PH5',
    file: 'plan/judge-lone.ts',
    find: "if (!plan.scope.mayCreate[side]) return reasonBit('direction-forbids-create');",
    replace:
      "if (!plan.scope.mayCreate[side]) return reasonBit('direction-forbids-create') | (loneTakesPart(plan.scope, side, row) ? 0 : reasonBit('no-valid-email')) | (plan.matching.matches.kind[side][row] === KIND.noKey ? reasonBit('no-identifier') : 0);",
    why: 'lists other causes beside the direction (S34)',
  },
  {
    id: 'mapping-outranks-the-sync',
    rule: 'DI1',
    file: 'model/effective-direction.ts',
    find: "intersect(sync.direction, mapping.direction ?? 'both')",
    replace: '(mapping.direction ?? sync.direction)',
    why: 'lets a mapping widen the direction of its sync',
  },
  {
    id: 'read-only-right-is-written',
    rule: 'DI2',
    file: 'model/effective-direction.ts',
    find: "return rightStays ? 'right-to-left' : 'both';",
    replace: "return 'both';",
    why: 'writes a read-only field of the right side',
  },
  {
    id: 'rule-outranks-the-direction',
    rule: 'DI3',
    file: 'merge/verdict.ts',
    find: "  if (!mayWrite(direction, side)) return { kind: 'both-stay', rule: 'DI3', decidedBy: 'direction', winner };\n",
    replace: '',
    why: 'writes the value of the winner also against the direction',
  },
];
