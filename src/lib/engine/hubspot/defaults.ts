import { checkDesign } from '../design/check/check-design.ts';
import { checkMappings } from '../design/check/check-mappings.ts';
import type { Association } from '../model/association.ts';
import type { Choices } from '../model/choices.ts';
import type { FieldMapping, MatchKey, Matching, ObjectSync, SyncDesign } from '../model/design.ts';
import { effectiveDirection } from '../model/effective-direction.ts';
import { DEFAULT_IDENTIFIERS, keysOf, writtenKeys } from '../model/keys.ts';
import { SIDES, onBoth, type Both } from '../model/side.ts';
import { isOff } from '../model/turned-off.ts';
import type { HubSpotChange, HubSpotRefusal, KeyNamed } from './change.ts';
import { identifiersOf, type InFiles } from './identifiers.ts';

/** A design as HubSpot's defaults have it, and what of it is otherwise. */
export type HubSpotDesign =
  | { readonly ok: true; readonly design: SyncDesign; readonly otherwise: readonly HubSpotChange[] }
  | { readonly ok: false; readonly why: HubSpotRefusal };

/**
 * What HubSpot lets one choose stays as the design has it; what it has no setting for goes back to its default (S190). A design that
 * has nothing else stays as it is. `headers`: the fields of the files, by sync id.
 */
export function hubspotDesign(
  design: SyncDesign,
  headers: ReadonlyMap<string, Both<readonly string[]>>,
): HubSpotDesign {
  if (design.profile !== 'data-sync') return { ok: false, why: { code: 'profile' } };
  const otherwise: HubSpotChange[] = [];
  const syncs: ObjectSync[] = [];
  for (const sync of design.syncs) {
    if (isOff(sync)) {
      syncs.push(sync);
      continue;
    }
    const own = headers.get(sync.id);
    const isThere: InFiles = (fields) => SIDES.every((side) => own?.[side].includes(fields[side]) !== false);
    const matching = matchingOf(sync, isThere);
    const wanted = DEFAULT_IDENTIFIERS[sync.kind];
    if (wanted.length > 0 && keysOf({ ...sync, matching: matching.matching }).length === 0) {
      return { ok: false, why: { code: 'no-identifier', sync: sync.id, kind: sync.kind, wanted } };
    }
    otherwise.push(...matching.otherwise);
    syncs.push(withoutOwnRules({ ...sync, matching: matching.matching }, otherwise));
  }
  const then = { ...design, syncs };
  const { errors } = checkDesign(then, headers);
  return errors.length > 0
    ? { ok: false, why: { code: 'design', errors } }
    : { ok: true, design: then, otherwise };
}

/** A person's links and conflicts decided are no part of HubSpot; records restored are (S193). */
export function hubspotChoices(choices: Choices | null): {
  readonly choices: Choices | null;
  readonly otherwise: readonly HubSpotChange[];
} {
  if (choices === null) return { choices, otherwise: [] };
  const links = choices.links.filter(({ verdict }) => verdict !== 'unsure');
  const count = choices.choices.length + links.length;
  if (count === 0) return { choices, otherwise: [] };
  return {
    choices: { ...choices, choices: [], links: [] },
    otherwise: [{ code: 'by-hand', rule: 'S193', count }],
  };
}

function matchingOf(
  sync: ObjectSync,
  isThere: InFiles,
): { readonly matching: Matching; readonly otherwise: readonly HubSpotChange[] } {
  const { id, kind, matching: own } = sync;
  const otherwise: HubSpotChange[] = [];
  const { identifiers, web } = identifiersOf(sync, isThere);
  const method = kind === 'custom' ? own.method : 'default';
  const keys = kind === 'custom' ? customKeys(own) : own.keys;
  const isSwitchedOff = hasNoEmailRule(sync);
  const matching: Matching = {
    ...own,
    ...{ method, keys, idPair: null },
    identifiers: kind === 'custom' ? own.identifiers : identifiers,
    ...{ ambiguous: 'report', noKey: isSwitchedOff ? own.noKey : 'exclude' },
    ...{ placeholders: 'keep', publicDomains: 'keep', contested: 'first' },
  };
  const [before, after] = [written(own, kind), written(matching, kind)];
  if (web !== null) otherwise.push({ sync: id, code: 'web-address', rule: 'MA4', ...web });
  if (JSON.stringify(before) !== JSON.stringify(after)) {
    const named = { own: before.map(namesOf), keys: after.map(namesOf) };
    otherwise.push({ sync: id, code: 'keys', rule: 'MA1', kind, ...named });
  }
  if (own.idPair !== null) otherwise.push({ sync: id, code: 'id-pair', rule: 'MA1', ...own.idPair });
  if (own.ambiguous === 'first-key') otherwise.push({ sync: id, code: 'first-key', rule: 'MA8' });
  if (own.noKey !== matching.noKey) otherwise.push({ sync: id, code: 'no-key', rule: 'MA11' });
  if (own.placeholders === 'blank') otherwise.push({ sync: id, code: 'placeholders', rule: 'KW9' });
  if (own.publicDomains === 'blank') otherwise.push({ sync: id, code: 'public-domains', rule: 'KW9' });
  if (own.contested === 'closest') otherwise.push({ sync: id, code: 'closest', rule: 'KW10' });
  return { matching, otherwise };
}

/** EM2: contacts without an e-mail are let in, which HubSpot has a switch for. */
const hasNoEmailRule = ({ kind, requireValidEmail, matching }: ObjectSync): boolean =>
  (kind === 'contacts' || kind === 'leads') && requireValidEmail === null && matching.noKey === 'create';

/** Of custom objects the one field a person names as key: the confirmed one, else the first (S191). */
function customKeys({ keys, reference }: Matching): readonly MatchKey[] {
  const fields = reference ?? keys[0]?.fields[0];
  if (fields === undefined) return keys;
  const { left, right } = fields;
  return [{ fields: [{ left, right, normalize: ['text'], country: null }] }];
}

/** The keys as the design writes them, without what makes a value no key. */
const written = (matching: Matching, kind: ObjectSync['kind']): readonly MatchKey[] =>
  writtenKeys({ kind, matching });

const namesOf = ({ fields }: MatchKey): KeyNamed => fields.map(({ left, right }) => ({ left, right }));

/** A sync without the rules that are Drysync's own; what it had of them is added to `otherwise`. */
function withoutOwnRules(sync: ObjectSync, otherwise: HubSpotChange[]): ObjectSync {
  const { id, blanks, deletes } = sync;
  const requireValidEmail = validEmailOf(sync);
  if (requireValidEmail !== null) {
    otherwise.push({ sync: id, code: 'valid-email', rule: 'EM1', ...requireValidEmail });
  }
  const mappings = mappingsOf(sync, otherwise);
  if (!blanks.fillWinner) otherwise.push({ sync: id, code: 'fill-winner', rule: 'CO3' });
  if (blanks.propagateClears !== 'never') {
    otherwise.push({ sync: id, code: 'clears', rule: 'CO4', own: blanks.propagateClears });
  }
  const associations = sync.associations.map((one) => associationOf(one, id, otherwise));
  for (const side of SIDES) {
    if (deletes[side] === 'recreate') otherwise.push({ sync: id, code: 'recreate', rule: 'DE1', side });
  }
  return {
    ...sync,
    requireValidEmail: requireValidEmail ?? sync.requireValidEmail,
    mappings,
    associations,
    blanks: { fillWinner: true, propagateClears: 'never' },
    deletes: onBoth((side) => (deletes[side] === 'recreate' ? 'report' : deletes[side])),
  };
}

/** EM1: contacts take part by the e-mail of either side, unless a person let all of them in (EM2); null where the design has it so. */
function validEmailOf(sync: ObjectSync): Both<string> | null {
  const { kind, requireValidEmail: own } = sync;
  const { email } = sync.matching.identifiers;
  if (kind !== 'contacts' || email === undefined || hasNoEmailRule(sync)) return null;
  return own !== null && own.left !== null && own.right !== null ? null : email;
}

function mappingsOf(sync: ObjectSync, otherwise: HubSpotChange[]): readonly FieldMapping[] {
  const plain = sync.mappings.map((mapping) => plainOf(sync, mapping));
  const places = new Set(checkMappings({ ...sync, mappings: plain }, '').map(({ at }) => at));
  return plain.map((mapping, i) => {
    const own = sync.mappings[i]!;
    if (!own.enabled) return mapping;
    const { left, right } = own;
    const of = { sync: sync.id, left, right };
    if (own.conflict !== 'winner') {
      otherwise.push({ ...of, code: 'conflict', rule: 'CO1', own: own.conflict, winner: sync.winner });
    }
    if (own.rewriteForm) otherwise.push({ ...of, code: 'rewrite-form', rule: 'CO5' });
    if (own.same.length > 0) otherwise.push({ ...of, code: 'same', rule: 'SA2', forms: own.same });
    if (own.transform === null) return mapping;
    const enabled = mapping.enabled && !places.has(`.mappings[${String(i)}]`);
    const { kind } = own.transform;
    otherwise.push({ ...of, code: enabled ? 'transform' : 'mapping-off', rule: 'FM10', kind });
    return { ...mapping, enabled };
  });
}

/** A mapping as HubSpot has it: the sync's winner, texts as they are, the way it flowed (S192). */
function plainOf(sync: ObjectSync, mapping: FieldMapping): FieldMapping {
  const { transform } = mapping;
  const plain: FieldMapping = {
    ...mapping,
    conflict: 'winner',
    rewriteForm: false,
    same: [],
    transform: null,
  };
  if (transform === null || !mapping.enabled) return plain;
  const makesAnother = ['constant', 'split', 'join'].includes(transform.kind);
  return { ...plain, enabled: !makesAnother, direction: effectiveDirection(sync, mapping) };
}

function associationOf(association: Association, sync: string, otherwise: HubSpotChange[]): Association {
  const { to, required } = association;
  if (required) otherwise.push({ sync, code: 'required-parent', rule: 'AS6', to });
  for (const side of SIDES) {
    if (!association[side].primaryOnly) otherwise.push({ sync, code: 'all-parents', rule: 'AS3', to, side });
  }
  const [left, right] = SIDES.map((side) => ({ ...association[side], primaryOnly: true }));
  return { ...association, required: false, left: left!, right: right! };
}
