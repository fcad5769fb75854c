import { designError, type DesignError, type NotCarriedOut } from '../model/design-error.ts';
import { Place } from './read/read-design-place.ts';

interface Refusal {
  /** Rule ids of the behaviour that is not there yet. */
  readonly rule: string;
  /** Where a design asks for it (`[]` for every element of a list). */
  readonly place: string;
  readonly what: NotCarriedOut;
  /** Does this value, which is not absent, ask for it? */
  readonly asks: (value: unknown, design: Place) => boolean;
}

/** S135: only HubSpot's Salesforce integration deletes what was deleted on the other side. */
const isDelete = (value: unknown, design: Place): boolean =>
  value === 'delete' && design.member('profile').value !== 'salesforce';

/** The one list of what this version refuses rather than plans without. Carrying a rule out removes its entry. */
export const NOT_CARRIED_OUT: readonly Refusal[] = [
  { rule: 'DE4', place: 'syncs[].deletes.left', what: 'delete-rule', asks: isDelete },
  { rule: 'DE4', place: 'syncs[].deletes.right', what: 'delete-rule', asks: isDelete },
];

/** What a design's JSON asks for that is not carried out, in the order of the list. */
export function refusedParts(json: unknown): DesignError[] {
  const design = new Place(json, '', []);
  return NOT_CARRIED_OUT.flatMap((refusal) =>
    placesOf(json, refusal.place)
      .filter((place) => !place.absent && refusal.asks(place.value, design))
      .map((place) => refused(refusal, place.at)),
  );
}

const refused = ({ rule, what }: Refusal, at: string): DesignError =>
  designError(at, { is: 'not-carried-out', what, rule });

function placesOf(json: unknown, pattern: string): Place[] {
  let found = [new Place(json, '', [])];
  for (const step of pattern.split('.')) {
    found = found.map((place) => place.member(step.replace('[]', '')));
    if (step.endsWith('[]')) found = found.flatMap((place) => place.items());
  }
  return found;
}
