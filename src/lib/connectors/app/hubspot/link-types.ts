import type { Answer } from '../fault.ts';
import type { WriteItem } from '../write.ts';
import { notUnderstood } from './answers.ts';
import { objectsIn, textOf } from './form.ts';
import { PATHS } from './paths.ts';
import { idsIn, linkedKind } from './standard.ts';
import type { Talk } from './talk.ts';

interface LinkType {
  readonly associationCategory: string;
  readonly associationTypeId: number;
}

/** How two kinds can be associated: the plain way, and the primary one where there is one. */
export interface Pair {
  readonly plain: LinkType;
  readonly primary: LinkType | null;
}

/** Asked once for every pair of kinds. */
export class LinkTypes {
  readonly #talk: Talk;
  readonly #pairs = new Map<string, Pair>();

  constructor(talk: Talk) {
    this.#talk = talk;
  }

  async of(from: string, to: string): Promise<Answer<Pair>> {
    const key = `${from}>${to}`;
    const known = this.#pairs.get(key);
    if (known !== undefined) return { ok: true, value: known };
    const reply = await this.#talk.get(PATHS.labels(from, to));
    if (!reply.ok) return { ok: false, fault: reply.fault };
    const types = objectsIn(reply.body['results']).filter((type) => type['category'] === 'HUBSPOT_DEFINED');
    const labelled = (label: string | null): LinkType | null => {
      const type = types.find((one) => textOf(one['label']) === label);
      const id = type?.['typeId'];
      return typeof id === 'number'
        ? { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: id }
        : null;
    };
    const plain = labelled(null);
    if (plain === null) return { ok: false, fault: notUnderstood(reply.status) };
    const pair = { plain, primary: labelled('Primary') };
    this.#pairs.set(key, pair);
    return { ok: true, value: pair };
  }
}

/** The types by which one of `count` is associated: alone it is the primary one. */
export const typesFor = ({ plain, primary }: Pair, count: number): readonly LinkType[] =>
  count === 1 && primary !== null ? [primary] : [plain];

interface Association {
  readonly to: { readonly id: string };
  readonly types: readonly LinkType[];
}

/** What a create carries of them. */
export async function associationsOf(
  types: LinkTypes,
  object: string,
  { values }: WriteItem,
): Promise<Answer<readonly Association[]>> {
  const all: Association[] = [];
  for (const [name, value] of values) {
    const kind = linkedKind(name);
    const ids = idsIn(value);
    if (kind === null || ids.length === 0) continue;
    const pair = await types.of(object, kind);
    if (!pair.ok) return pair;
    all.push(...ids.map((id) => ({ to: { id }, types: typesFor(pair.value, ids.length) })));
  }
  return { ok: true, value: all };
}
