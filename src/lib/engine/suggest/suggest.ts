import type { ObjectKind, PresenceFields } from '../model/design.ts';
import { SIDES, onBoth, type Both, type Side } from '../model/side.ts';
import { guessApp, type AppGuess } from './app.ts';
import { assign, type Assigned } from './assign.ts';
import { candidatesOf } from './candidates.ts';
import { declaredFields } from './declared.ts';
import { overlapOf, type ColumnEvidence, type SuggestSide } from './evidence.ts';
import { findJoined, isOfPart } from './joined.ts';
import { guessKind, type KindGuess } from './kind.ts';
import { misleadingKeys } from './misleading.ts';
import { suggestMatching } from './matching.ts';
import { meaningsOf, type Meaning } from './meaning.ts';
import { IdeaReader } from './names/idea-words.ts';
import { readLexicon } from './names/lexicon.ts';
import { appName, objectName } from './object-name.ts';
import { notesOf } from './notes.ts';
import {
  idFaults,
  ownReason,
  pickId,
  pickModified,
  type FieldPick,
  type LeftOutCode,
} from './own-columns.ts';
import { pickPresence } from './presence.ts';
import type { Candidate } from './pair-score.ts';
import { salesforceIdsOf } from './salesforce-ids.ts';
import { sameFormNotes } from './same-form-notes.ts';
import { findStages } from './stages.ts';
import type { SuggestNote } from './suggest-note.ts';
import type {
  LeftOut,
  MappingNote,
  SuggestedDesign,
  SuggestedField,
  SuggestedMapping,
} from './suggestion.ts';

/** Lists each app fills with its own words; written only once the values are known to be the same. */
const OWN_LISTS = new Set([
  'stage',
  'pipeline',
  'lifecycle-stage',
  'lead-status',
  'ticket-status',
  'deal-type',
  'owner',
]);

/**
 * Suggests a design for two files from their header names and from what their columns hold (`sideOf`).
 * Pure and the same for the same input; never maps a field twice. `kind` overrides the guess.
 */
export function suggest(input: {
  readonly left: SuggestSide;
  readonly right: SuggestSide;
  readonly kind?: ObjectKind;
}): SuggestedDesign {
  const lexicon = readLexicon();
  const reader = new IdeaReader();
  const sides: Both<SuggestSide> = { left: input.left, right: input.right };
  const salesforce = onBoth((side) => salesforceIdsOf(sides[side]));
  const apps = onBoth((side) => {
    const { header, file } = sides[side];
    const ids = salesforce[side];
    return guessApp(header, file, ids === null ? null : header[ids.index]!);
  });
  const prefixOf = (side: Side): string | null =>
    apps[side].kind === 'salesforce' ? (salesforce[side]?.prefix ?? null) : null;
  const bare = onBoth((side) => meaningsOf(sides[side].header, lexicon, null, reader));
  const kind: KindGuess =
    input.kind === undefined
      ? guessKind([
          { file: sides.left.file, meanings: bare.left, prefix: prefixOf('left') },
          { file: sides.right.file, meanings: bare.right, prefix: prefixOf('right') },
        ])
      : { kind: input.kind, sure: 1, because: [] };

  const meanings = onBoth((side) => meaningsOf(sides[side].header, lexicon, kind.kind, reader));
  const idFields = onBoth((side) =>
    pickId(sides[side], meanings[side], apps[side].kind, kind.kind, salesforce[side]),
  );
  const modifiedFields = onBoth((side) => pickModified(sides[side], meanings[side]));
  const presence = onBoth((side) => pickPresence(sides[side], meanings[side], apps[side].kind));
  const oneApp = apps.left.kind === apps.right.kind && apps.left.kind !== 'file' && shareIds(sides, idFields);
  const reasons = onBoth((side) =>
    reasonsOf(sides[side], meanings[side], idFields[side], apps[side], kind.kind, oneApp),
  );
  const candidates = onBoth((side) =>
    candidatesOf(sides[side], meanings[side]).filter(({ index }) => reasons[side][index] === null),
  );
  const assignment = assign(candidates.left, candidates.right);
  const joined = findJoined(candidates, assignment.pairs);
  const pairs = assignment.pairs.filter((pair) => keepIds(pair, idFields) && !isOfPart(pair, joined));

  const { composite, ...matching } = suggestMatching(kind.kind, sides, candidates, pairs, idFields, oneApp);
  const stages = findStages(kind.kind, candidates);
  const misleading = misleadingKeys(sides, matching);
  const mappings = pairs.map((pair) =>
    mappingOf(pair, idFields, matching.method === 'keys' && !oneApp, oneApp),
  );
  const emails = onBoth(
    (side) => candidates[side].find(({ main }) => main.has('email'))?.meaning.name ?? null,
  );
  const schema = onBoth((side) => [
    ...(apps[side].kind === 'hubspot' && kind.kind === 'contacts' ? keptOnce(emails[side]) : []),
    ...declaredFields(sides[side], pairs, side, modifiedFields[side]?.field ?? null),
  ]);
  return {
    apps,
    kind,
    objects: onBoth((side) => objectName(apps[side].kind, kind.kind, sides[side].file)),
    names: onBoth((side) => appName(apps[side].kind, sides[side].file)),
    idFields,
    modifiedFields,
    emails,
    presence,
    ...matching,
    misleading,
    mappings,
    schema,
    stages,
    notes: [
      ...notesOf(sides, pairs, idFields, schema, matching),
      ...SIDES.flatMap((side) => {
        const faults = idFaults(
          sides[side],
          meanings[side],
          apps[side].kind,
          kind.kind,
          idFields[side]?.field ?? null,
        );
        return faults === null ? [] : [{ code: 'id-faults', side, ...faults } as const];
      }),
      ...(composite === null ? [] : [{ code: 'composite-key', ...composite } as const]),
      ...(stages === null ? [] : [{ code: 'stages', ...stages } as const]),
      ...joined.map((one) => ({ code: 'joined', ...one }) as const),
      ...assignment.perhaps.flatMap(({ left, right, sure, why }) =>
        sure < ASKED
          ? []
          : [
              {
                code: 'perhaps-same',
                left: left.meaning.name,
                right: right.meaning.name,
                sure,
                why,
              } as const,
            ],
      ),
      ...misleading.map((one) => ({ code: 'misleading-key', ...one }) as const),
      ...sameFormNotes(pairs, matching),
      ...SIDES.flatMap((side) => presenceNotes(side, presence[side])),
    ],
    leftOut: onBoth((side) =>
      leftOutOf(meanings[side], reasons[side], idFields[side], new Set(mappings.map((m) => m[side]))),
    ),
  };
}

function reasonsOf(
  side: SuggestSide,
  meanings: readonly Meaning[],
  id: FieldPick | null,
  app: AppGuess,
  kind: ObjectKind,
  oneApp: boolean,
): (LeftOutCode | null)[] {
  return meanings.map((meaning, index) =>
    oneApp && meaning.name === id?.field
      ? null
      : ownReason(meaning, side.columns[index], id?.field ?? null, app.kind, kind, meanings),
  );
}

/** What the design does with such records is said, so that nobody wonders where they are. */
const presenceNotes = (side: Side, { archived, mergedInto, mergedFrom }: PresenceFields): SuggestNote[] => [
  ...(archived === undefined ? [] : [{ code: 'archived-field', side, ...archived } as const]),
  ...[mergedInto, mergedFrom].flatMap((field) =>
    field === undefined ? [] : [{ code: 'merged-field', side, field } as const],
  ),
];

/** HubSpot takes one contact for each e-mail. */
const keptOnce = (email: string | null): SuggestedField[] =>
  email === null ? [] : [{ name: email, type: 'text', dateOrder: null, decimal: null, unique: true }];

/** Two exports of one app hold the same records. */
function shareIds(sides: Both<SuggestSide>, ids: Both<FieldPick | null>): boolean {
  const of = (side: Side): ColumnEvidence | undefined =>
    sides[side].columns[sides[side].header.indexOf(ids[side]?.field ?? '')];
  return (overlapOf(of('left'), of('right')) ?? 0) >= ONE_NUMBERING;
}

/** Are these both files' record ids, by what the suggestion took or by what they are called (S475)? */
const areIds = (pair: Assigned, ids: Both<FieldPick | null>): boolean =>
  SIDES.every(
    (side) =>
      pair[side].meaning.name === ids[side]?.field ||
      (ids[side] === null && pair[side].meaning.senses[0]?.concept === 'record-id'),
  );

/** Two files' record ids without any value in common are two numberings. */
function keepIds(pair: Assigned, ids: Both<FieldPick | null>): boolean {
  return !areIds(pair, ids) || overlapOf(pair.left.evidence, pair.right.evidence) !== 0;
}

/** Pairs from here on are asked about. */
const ASKED = 0.5;

/** From this share of ids in common on, two files have one numbering. */
const ONE_NUMBERING = 0.5;

/** One numbering for sure: many ids in common that are more than counting from 1. */
function oneNumbering({ left, right }: Assigned): boolean {
  const overlap = overlapOf(left.evidence, right.evidence);
  const samples = left.evidence?.samples ?? [];
  return overlap !== null && overlap >= ONE_NUMBERING && !samples.every((sample) => /^\d{1,5}$/.test(sample));
}

function mappingOf(
  pair: Assigned,
  ids: Both<FieldPick | null>,
  byKeys: boolean,
  oneApp: boolean,
): SuggestedMapping {
  const notes: MappingNote[] = [];
  const ownList = [pair.left, pair.right].every(({ meaning }) =>
    meaning.senses.some((s) => OWN_LISTS.has(s.concept)),
  );
  const overlap = overlapOf(pair.left.evidence, pair.right.evidence);
  const differ = ownList && overlap !== null && overlap < 0.5;
  if (differ) notes.push('values-differ');
  if ([pair.left, pair.right].some(hasUnknownOrder)) notes.push('date-order-unknown');
  const doubtful = areIds(pair, ids) && !byKeys && (oneApp || !oneNumbering(pair));
  if (doubtful) notes.push(oneApp ? 'own-ids' : 'record-ids');
  const { left, right } = { left: pair.left.meaning.name, right: pair.right.meaning.name };
  return { left, right, sure: pair.sure, why: pair.why, notes, enabled: !differ && !doubtful };
}

function hasUnknownOrder({ evidence }: Candidate): boolean {
  const guess = evidence?.guess;
  return (guess?.form === 'date' || guess?.form === 'datetime') && guess.dateOrder === null;
}

function leftOutOf(
  meanings: readonly Meaning[],
  reasons: readonly (LeftOutCode | null)[],
  id: FieldPick | null,
  mapped: ReadonlySet<string>,
): LeftOut[] {
  return meanings.flatMap(({ name }, index) =>
    mapped.has(name)
      ? []
      : [{ field: name, why: reasons[index] ?? (name === id?.field ? 'record-id' : 'no-counterpart') }],
  );
}
