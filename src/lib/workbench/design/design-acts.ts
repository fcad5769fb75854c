import { EDITS, type DesignActs, type DesignEdit } from '../../engine/index.ts';
import type { DesignDesk } from './design-desk.svelte.ts';

type Edit = (json: unknown, sync: number, ...given: unknown[]) => DesignEdit;

/** The verbs of the Design screen, each one edit of the open sync. */
export const designActs = (desk: DesignDesk): DesignActs =>
  Object.fromEntries(
    Object.entries(EDITS as Readonly<Record<string, unknown>>).map(([verb, edit]) => [
      verb,
      (...given: unknown[]): void => {
        const { index } = desk;
        void desk.edit((json) => (edit as Edit)(json, index, ...given));
      },
    ]),
  ) as unknown as DesignActs;
