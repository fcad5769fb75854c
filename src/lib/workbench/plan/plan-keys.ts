import { keysOf, type NormalizerName, type ObjectSync } from '../../engine/index.ts';

const WORDS: Readonly<Partial<Record<NormalizerName, string>>> = {
  domain: 'domain',
  email: 'e-mail',
  phone: 'phone',
  'salesforce-id': 'record id',
  name: 'name',
  'name-no-diacritics': 'name',
  'name-no-legal-form': 'name',
};

/** The keys of a sync by what they are made of, in their order: `domain`, `name + City`. */
export const keyNames = (sync: ObjectSync): readonly string[] =>
  keysOf(sync).map(({ fields }) =>
    fields
      .map(
        ({ left, normalize }) =>
          normalize.map((one) => WORDS[one]).find((word) => word !== undefined) ?? left,
      )
      .join(' + '),
  );
