import type { AppForms } from '../../src/lib/engine/index.ts';
import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { SIDES } from '../../src/lib/engine/model/side.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { declaredOf, formatOfCells, type Format } from './app-form.ts';
import { comparedViews, inferredKind, type View } from './field-kind.ts';
import { withJoined } from './plan-joined.ts';
import { fieldOf, readWorldDesign } from './read-world-design.ts';
import { isBlank, readDatetime, readNumber } from './values.ts';
import { cell, readRecords, type World } from './world.ts';

interface Known {
  readonly view: View;
  readonly format: Format;
}

/** S150, word for word: what each field of a world is for its app, told of the world as it is now. */
export function habitsOf(
  world: World,
  forms: Both<AppForms>,
  tools: Tools,
): (sync: ObjectSync, side: Side, field: string, text: string) => string {
  const known = new Map<string, Known | null>();
  const design = readWorldDesign(world.design);
  for (const sync of design.syncs.map(withJoined)) {
    const records = Object.fromEntries(
      SIDES.map((side) => [
        side,
        readRecords(
          world.tables[sync.id]?.[side] ?? { header: [], rows: [] },
          side,
          sync[side].idField,
          design.apps[side].kind === 'salesforce',
        ),
      ]),
    ) as unknown as Both<ReturnType<typeof readRecords>>;
    for (const mapping of sync.mappings) {
      if (!mapping.enabled) continue;
      const own = (side: Side): string[] => records[side].map((one) => cell(one, mapping[side]));
      const cells = SIDES.flatMap(own);
      const views = comparedViews(sync, mapping, records);
      for (const side of SIDES) {
        const type = fieldOf(sync, side, mapping[side])?.type ?? null;
        const key = JSON.stringify([sync.id, side, mapping[side]]);
        if (type === 'reference' || type === 'owner' || known.has(key)) continue;
        // Stages an app keeps as they are.
        if (mapping.defaultStage !== undefined) {
          known.set(key, null);
          continue;
        }
        const looked = own(side).every(isBlank) ? own(side === 'left' ? 'right' : 'left') : own(side);
        const def = (of: Side) => fieldOf(sync, of, mapping[of]);
        const { format } = declaredOf(def(side), def(side === 'left' ? 'right' : 'left'));
        const kind = type === null ? inferredKind(looked) : views[side].kind;
        known.set(key, { view: { ...views[side], kind }, format: format ?? formatOfCells(cells) });
      }
    }
  }
  return (sync, side, field, text) => {
    const of = known.get(JSON.stringify([sync.id, side, field]));
    return of == null ? text : made(text, forms[side], of, tools);
  };
}

function made(given: string, forms: AppForms, { view, format }: Known, tools: Tools): string {
  if (!['text', 'number', 'date', 'datetime'].includes(view.kind)) return given;
  let text = forms.trims ? given.trim() : given;
  if (view.kind === 'text') {
    if (forms.email && format === 'email' && formatOfCells([text]) === 'email') text = text.toLowerCase();
    if (forms.phone !== null && format === 'phone' && formatOfCells([text]) === 'phone')
      text = tools.phone(text, forms.phone.country) ?? text;
    const isWeb = format === 'web-address' || format === 'domain';
    if (forms.web && isWeb && !isBlank(text) && !/^\s*[a-z][a-z0-9+.-]*:/i.test(text))
      text = `https://${text.trim()}`;
    if (forms.cut !== null) text = Array.from(text).slice(0, forms.cut).join('');
  }
  if (view.kind === 'number' && forms.round !== null) text = shortNumber(text, view, forms.round);
  if (view.kind === 'date' || view.kind === 'datetime') {
    if (forms.days && text.includes(':'))
      text = readDatetime(text, view.order, view.zone)?.slice(0, 10) ?? text;
    if (forms.local !== null && text.includes(':')) {
      const moment = readDatetime(text, view.order, view.zone);
      if (moment !== null) text = wallClock(moment, forms.local);
    }
  }
  return text;
}

function shortNumber(text: string, view: View, decimals: number): string {
  const number = readNumber(text, view.decimal);
  const [whole = '', fraction = ''] = (number ?? '').split('.');
  if (number === null || fraction.length <= decimals) return text;
  const up = fraction.slice(decimals) >= '5';
  const scaled = BigInt(whole.replace('-', '') + fraction.slice(0, decimals)) + (up ? 1n : 0n);
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const cut = readNumber(
    `${whole.startsWith('-') ? '-' : ''}${digits.slice(0, digits.length - decimals)}.${digits.slice(digits.length - decimals)}`,
    '.',
  );
  return (cut ?? '').replace('.', view.decimal);
}

/** What a clock of that zone shows. */
function wallClock(moment: string, zone: string): string {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).format(new Date(moment));
  return `${shown.replace(' ', 'T')}${/\.\d+/.exec(moment)?.[0] ?? ''}`;
}
