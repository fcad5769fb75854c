import { readRules, type Rule } from './read-rules.ts';

export type { Rule } from './read-rules.ts';

/** The rules of a sync, of files and of matching as `docs/rules/` has them; loaded when somebody asks. */
export async function loadRules(): Promise<readonly Rule[]> {
  const pages = await Promise.all([
    import('../../../docs/rules/SYNC.md?raw'),
    import('../../../docs/rules/FORMATS.md?raw'),
  ]);
  return pages.flatMap(({ default: page }) => readRules(page));
}
