import type { SyncDesign } from '../../model/design.ts';
import { designError, type DesignError } from '../../model/design-error.ts';
import { SIDES, type Both, type Side } from '../../model/side.ts';
import { refusedParts } from '../not-carried-out.ts';
import { readApproval } from './read-design-approval.ts';
import { readChecks } from './read-design-checks.ts';
import { withDefaultStages } from './read-design-lifecycle.ts';
import { readGuards } from './read-design-guards.ts';
import { isObject, Place, shown } from './read-design-place.ts';
import { underProfile } from './read-design-salesforce.ts';
import { checkRefusedParts } from './read-design-refused.ts';
import { readSync } from './read-design-sync.ts';
import { readToDos } from './read-design-to-dos.ts';
import { loneSurrogate } from '../well-formed.ts';

export const DESIGN_FORMAT = 'drysync/design@1';

/** With errors `design` is there where it can be read apart from what is not carried out, so that all can be said at once. */
export type DesignReading =
  | { readonly ok: true; readonly design: SyncDesign }
  | { readonly ok: false; readonly errors: readonly DesignError[]; readonly design: SyncDesign | null };

/**
 * A design file's JSON with every default filled in (FORMATS.md, Design file). Unknown members are ignored: who writes the
 * design back keeps the JSON. Parts this version does not carry out are errors, never dropped.
 */
export function readDesign(json: unknown): DesignReading {
  const errors: DesignError[] = [];
  const root = new Place(json, '', errors);
  if (!readFormat(root)) return { ok: false, errors, design: null };
  const broken = loneSurrogate(json);
  if (broken !== null) {
    return { ok: false, errors: [designError(broken, { is: 'half-character' })], design: null };
  }

  const checks = readChecks(root.member('checks'));
  const toDos = readToDos(root.member('toDos'));
  const approval = readApproval(root.member('approval'));
  const design: SyncDesign = underProfile({
    format: DESIGN_FORMAT,
    name: root.member('name').text(),
    profile: root.member('profile').oneOfOr(['data-sync', 'salesforce'], 'data-sync'),
    apps: readApps(root.member('apps')),
    syncs: withDefaultStages(root.member('syncs').items().map(readSync)),
    guards: readGuards(root.member('guards')),
    ...(checks.length === 0 ? {} : { checks }),
    ...(toDos.length === 0 ? {} : { toDos }),
    ...(approval.length === 0 ? {} : { approval }),
  });
  repeatedIds(root.member('syncs').items());
  const readable = errors.length === 0;
  checkRefusedParts(root, design);
  errors.push(...refusedParts(json));
  if (errors.length > 0) return { ok: false, errors, design: readable ? design : null };
  return { ok: true, design };
}

function readFormat(root: Place): boolean {
  if (!isObject(root.value)) {
    root.error({ is: 'no-object', found: shown(root.value) });
    return false;
  }
  const format = root.member('format');
  if (format.value === DESIGN_FORMAT) return true;
  if (format.absent) {
    format.bad({ oneOf: [DESIGN_FORMAT] });
  } else if (typeof format.value === 'string' && format.value.startsWith('drysync/design@')) {
    format.error({ is: 'other-version', found: format.value, reads: DESIGN_FORMAT });
  } else {
    format.error({ is: 'other-format', found: shown(format.value), reads: DESIGN_FORMAT });
  }
  return false;
}

function readApps(apps: Place): SyncDesign['apps'] {
  const read = (side: Side) => {
    const app = apps.member(side);
    if (!isObject(apps.value) || !app.isObject()) return { name: '', kind: '' };
    return { name: app.member('name').textOr(side), kind: app.member('kind').textOr('file') };
  };
  apps.isObject();
  return both(read);
}

function repeatedIds(syncs: readonly Place[]): void {
  const seen = new Set<unknown>();
  for (const sync of syncs) {
    const id = sync.member('id');
    if (typeof id.value !== 'string') continue;
    if (seen.has(id.value)) id.error({ is: 'id-twice', id: shown(id.value) });
    seen.add(id.value);
  }
}

function both<T>(read: (side: Side) => T): Both<T> {
  const [left, right] = SIDES;
  return { left: read(left), right: read(right) };
}
