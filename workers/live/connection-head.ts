import type { ConnectionHead } from '../../src/lib/conversation/index.ts';
import type { Side } from '../../src/lib/engine/index.ts';
import type { Connection } from './live-project.ts';
import type { LiveSides } from './live-sides.ts';

/** What the page is told of a side's app. */
export function headOf(
  { account, settings, checked }: Connection,
  live: LiveSides,
  side: Side,
): ConnectionHead {
  const open = live.of(side);
  return {
    account,
    settings,
    checked,
    signedIn:
      open === null
        ? null
        : {
            can: open.connector.can,
            objects: open.description.objects.map(({ name, label, fields, pipelines }) => ({
              name,
              label,
              fields: fields.length,
              pipelines: pipelines.length,
            })),
            owners: open.description.owners.length,
          },
    cut: live.cut(side),
  };
}
