import type { ActCounts } from '../../conversation/push-counts.ts';
import type { Speech } from '../speech.ts';

/** What is written, by act: `2 creates and 1 update`. */
export const actWords =
  ({ plural, list }: Speech) =>
  ({ create, update, remove, restore }: ActCounts): string => {
    const parts = [
      ...(create > 0 ? [plural(create, { one: '# create', other: '# creates' })] : []),
      ...(update > 0 ? [plural(update, { one: '# update', other: '# updates' })] : []),
      ...(remove > 0 ? [plural(remove, { one: '# delete', other: '# deletes' })] : []),
      ...(restore > 0 ? [plural(restore, { one: '# restored', other: '# restored' })] : []),
    ];
    return parts.length === 0 ? 'nothing' : list(parts);
  };
