import { BY } from '../../match/links/prior-links.ts';
import type { LinkBy } from '../../model/line.ts';

/** The word for how a record came to be bound, by the numbers of `BY`. */
export const LINK_BY: Readonly<Record<number, LinkBy>> = {
  [BY.person]: 'person',
  [BY.baseline]: 'baseline',
  [BY.idPair]: 'id-pair',
  [BY.key]: 'key',
};
