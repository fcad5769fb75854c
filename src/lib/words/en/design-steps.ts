import type { DoneStep } from '../../conversation/index.ts';
import type { GuardValue, SyncName } from '../../engine/model/design-step.ts';
import type { FilterCondition } from '../../engine/model/filter.ts';
import type { Both } from '../../engine/model/side.ts';
import type { Speech } from '../speech.ts';
import type { PresenceFields, SameForm } from '../../engine/model/design.ts';
import { DIFFER_WORDS, FORM_WORDS } from './differ-words.ts';
import { designFilters } from './design-filters.ts';
import { designGuards } from './design-guards.ts';
import { designMatching } from './design-matching.ts';
import { PROFILES, SALESFORCE_WORDS } from './design-salesforce.ts';
import { designTransforms } from './design-transforms.ts';
import { toDoSteps } from './to-do-steps.ts';
import { flowWord, KINDS, ruleWord, TYPES } from './design-mappings.ts';

/** What a person changed of a design, as the strip and the history say it: what it is about, before → after. */
export const designSteps = (speech: Speech) => {
  const { count, percent } = speech;
  const matching = designMatching(speech);
  const { guards } = designGuards(speech);
  const filters = designFilters(speech);
  const transforms = designTransforms(speech);
  const condition = (values: { readonly app: string; readonly condition: FilterCondition }): string =>
    `${values.app}, ${filters.parts(values.condition).join(' ').trim()}`;
  const normalisers = (names: readonly (keyof typeof matching.normalisers)[]): string =>
    names.length === 0
      ? matching.normalisers.text.word
      : names.map((name) => matching.normalisers[name].word).join(', ');
  const guard = (value: GuardValue): string => {
    if (value === null) return 'off';
    if (typeof value === 'object') return `${percent(value.share)} or ${count(value.count)}`;
    return percent(value);
  };
  const said = ({ code, values }: DoneStep): string => {
    switch (code) {
      case 'several':
        return values.steps.map(said).join(' · ');
      case 'check-added':
        return `Check added: ${values.name}`;
      case 'check':
        return `Check: ${values.name}`;
      case 'check-removed':
        return `Check deleted: ${values.name}`;
      case 'approval-rule-added':
        return `Rule of approval added: ${values.name}`;
      case 'approval-rule':
        return `Rule of approval: ${values.name}`;
      case 'approval-rule-removed':
        return `Rule of approval deleted: ${values.name}`;
      case 'approval-rule-moved':
        return `Rule of approval moved: ${values.name}, ${count(values.from + 1)} → ${count(values.to + 1)}`;
      case 'check-waived':
        return `Check waived by ${values.by}: ${values.name}, ${count(values.number)}`;
      case 'to-do-added':
      case 'to-do-noted':
      case 'to-do-done':
      case 'to-do-open':
      case 'to-do-removed':
        return toDoSteps[code](values, DIFFER_WORDS[values.is]);
      case 'text':
        return values.text;
      case 'suggested':
        return `Suggested for ${values.sync}`;
      case 'sample':
        return 'The sample design';
      case 'taken-in':
        return 'Taken in';
      case 'app-fields':
        return 'Fields as the app has them';
      case 'reverted':
        return 'Back to the kept plan';
      case 'app-name':
        return `Name of a side: ${values.from} → ${values.to}`;
      case 'profile':
        return `Profile: ${PROFILES[values.from]} → ${PROFILES[values.to]}`;
      case 'sync-on':
        return values.on ? `${sync(values)}: turned on` : `${sync(values)}: turned off`;
      case 'sync-deleted':
        return `${sync(values)}: deleted`;
      case 'direction':
        return `${sync(values)}, direction: ${flowWord(values.from, values.apps)} → ${flowWord(values.to, values.apps)}`;
      case 'winner':
        return `${sync(values)}, winner: ${values.apps[values.from]} → ${values.apps[values.to]}`;
      case 'fill-winner':
        return values.on
          ? `${sync(values)}, fill winner’s blanks: off → on`
          : `${sync(values)}, fill winner’s blanks: on → off`;
      case 'clears':
        return `${sync(values)}, clears travel: ${CLEARS[values.from]} → ${CLEARS[values.to]}`;
      case 'deletes': {
        const { apps, side, from, to } = values;
        const there = apps[side === 'left' ? 'right' : 'left'];
        return `${sync(values)}, deleted in ${there}: ${DELETES[from]} → ${DELETES[to]}`;
      }
      case 'email-rule':
        return values.on
          ? `${sync(values)}, e-mail rule: off → on`
          : `${sync(values)}, e-mail rule: on → off`;
      case 'email-fields':
        return `${sync(values)}, e-mail rule: other fields`;
      case 'modified-field':
        return `${sync(values)}, changed date in ${values.app}: ${values.from ?? 'none'} → ${values.to ?? 'none'}`;
      case 'presence':
        return `${sync(values)}, archived and merged in ${values.app}: ${presence(values.from)} → ${presence(values.to)}`;
      case 'complete':
        return values.on
          ? `${sync(values)}, the ${values.app} file is complete`
          : `${sync(values)}, the ${values.app} file is not called complete`;
      case 'method':
        return `${sync(values)}, matching: ${matching.methods[values.from]} → ${matching.methods[values.to]}`;
      case 'ambiguous':
        return `${sync(values)}, several keys: ${matching.ambiguous[values.from]} → ${matching.ambiguous[values.to]}`;
      case 'contested':
        return `${sync(values)}, several records of one key: ${matching.contested[values.from]} → ${matching.contested[values.to]}`;
      case 'filter-mode':
        return `${sync(values)}, filters asked: ${filters.modes[values.from]} → ${filters.modes[values.to]}`;
      case 'condition-added':
        return `Filter added: ${condition(values)}`;
      case 'condition':
        return `Filter: ${condition(values)}`;
      case 'condition-removed':
        return `Filter removed: ${condition(values)}`;
      case 'filter-list':
        return `${filters.lists[values.list]}, ${values.app}: ${count(values.from)} → ${count(values.to)}`;
      case 'lifecycle': {
        const first = values.default === null ? '' : `, ${values.default} where there is none`;
        return `${values.app}, lifecycle stages (${values.field}): ${values.stages.join(', ')}${first}`;
      }
      case 'lifecycle-off':
        return `${values.app}, lifecycle stages: all take part`;
      case 'stages-on':
        return `${sync(values)}, stages are mapped`;
      case 'stages-off':
        return `${sync(values)}, stages are not mapped any more`;
      case 'stage-fields':
        return `${sync(values)}, stages: other fields`;
      case 'stage-paired':
        return `Stage ${values.left} is ${values.right}`;
      case 'stages-paired':
        return `${sync(values)}, pairs of stages with equal names: ${count(values.count)}`;
      case 'stage-unpaired':
        return `Stage ${values.stage} of ${values.app} is not mapped any more`;
      case 'association-added':
        return `${sync(values)}, parents among ${sync({ sync: values.parents })} named by ${pair(values.pair)}`;
      case 'association':
        return `${sync(values)}, association ${pair(values.pair)}: changed`;
      case 'association-removed':
        return `${sync(values)}, no parents among ${sync({ sync: values.parents })} any more`;
      case 'no-key':
        return `${sync(values)}, records without a key: ${matching.noKey[values.from]} → ${matching.noKey[values.to]}`;
      case 'misleading':
        return `${sync(values)}, ${matching.misleading[values.what]}: ${matching.misled[values.from]} → ${matching.misled[values.to]}`;
      case 'identifier':
        return `${sync(values)}, ${matching.identifiers[values.name].word}: ${pair(values.from)} → ${pair(values.to)}`;
      case 'key-added':
        return `Added key ${count(values.key + 1)}: ${pair(values.pair)}`;
      case 'key-removed':
        return `Removed key ${count(values.key + 1)}: ${values.fields.join(' + ')}`;
      case 'key-moved':
        return `${values.fields.join(' + ')}: key ${count(values.from + 1)} → key ${count(values.to + 1)}`;
      case 'key-pair-added':
        return `Key ${count(values.key + 1)}: also ${pair(values.pair)}`;
      case 'key-pair-removed':
        return `Key ${count(values.key + 1)}: without ${pair(values.pair)}`;
      case 'key-fields':
        return `Key ${count(values.key + 1)}: ${pair(values.from)} → ${pair(values.to)}`;
      case 'normalisers':
        return `Key ${count(values.key + 1)}, ${values.fields.join(' + ')}: ${normalisers(values.from)} → ${normalisers(values.to)}`;
      case 'country':
        return `Key ${count(values.key + 1)}, country of numbers: ${values.from ?? 'none'} → ${values.to ?? 'none'}`;
      case 'mapping-on':
        return values.on ? `${values.field}: off → on` : `${values.field}: on → off`;
      case 'mapping-direction':
        return `${values.field}: ${flowWord(values.from, values.apps)} → ${flowWord(values.to, values.apps)}`;
      case 'reference':
        return `Reference field: ${values.pair.left} / ${values.pair.right} confirmed`;
      case 'salesforce-rule':
        return `${values.field}: ${SALESFORCE_WORDS[values.from]} → ${SALESFORCE_WORDS[values.to]}`;
      case 'mapping-rule':
        return `${values.field}: ${ruleWord(values.from, values.apps)} → ${ruleWord(values.to, values.apps)}`;
      case 'mapping-transform':
        return transforms.step(values);
      case 'mapping-added':
        return `Added: ${pair(values.pair)}`;
      case 'mapping-removed':
        return `Removed: ${pair(values.pair)}`;
      case 'same':
        return `${values.field}, the same but for: ${formsSaid(values.from)} → ${formsSaid(values.to)}`;
      case 'zone':
        return `${values.field} in ${values.app}: times of ${values.to}`;
      case 'read-alike':
        return `Read alike: ${pair(values.pair)}`;
      case 'confirmed':
        return `Confirmed: ${values.field}`;
      case 'confirmed-many':
        return `Confirmed: ${count(values.count)} mappings`;
      case 'field':
        if (values.from === null)
          return `${values.field} in ${values.app}: not declared → ${TYPES[values.to]}`;
        return values.from === values.to
          ? `${values.field} in ${values.app}: ${TYPES[values.to]}, changed`
          : `${values.field} in ${values.app}: ${TYPES[values.from]} → ${TYPES[values.to]}`;
      case 'field-dropped':
        return `${values.field} in ${values.app}: not declared`;
      case 'guard':
        return values.name === 'createsPerMatch'
          ? `${guards[values.name].word}: ${times(values.from, count)} → ${times(values.to, count)}`
          : `${guards[values.name].word}: ${guard(values.from)} → ${guard(values.to)}`;
      default:
        return code satisfies never;
    }
  };
  return said;
};

const formsSaid = (forms: readonly SameForm[]): string =>
  forms.length === 0 ? 'nothing' : forms.map((form) => FORM_WORDS[form]).join(', ');

const sync = ({ sync: { kind, id } }: { readonly sync: SyncName }): string =>
  kind === null ? id : KINDS[kind];

const pair = (fields: Both<string> | null): string =>
  fields === null ? 'none' : `${fields.left} with ${fields.right}`;

const times = (value: GuardValue, count: Speech['count']): string =>
  typeof value === 'number' ? count(value) : 'off';

const presence = ({ archived, mergedInto, mergedFrom }: PresenceFields): string => {
  const said = [
    ...(archived === undefined ? [] : [`${archived.field} is ${archived.is.join(' or ')}`]),
    ...[mergedInto, mergedFrom].flatMap((field) => field ?? []),
  ];
  return said.length === 0 ? 'not said' : said.join(', ');
};

const DELETES = { report: 'do nothing', delete: 'delete too', recreate: 'create again' } as const;
const CLEARS = { never: 'never', ask: 'ask me', always: 'always' } as const;
