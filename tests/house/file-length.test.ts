import { expect, it } from 'vitest';
import { sources, type Source } from './sources.ts';

/** Lines from which a file says on top why it is not split. */
const MOST = 300;
const REASON = /Over 300 lines: \S/;

const tooLong = ({ path, text }: Source): string | null => {
  const lines = text.split('\n').length - 1;
  const top = text.split('\n').slice(0, 12).join('\n');
  return lines <= MOST || REASON.test(top) ? null : `${path}: ${String(lines)} lines`;
};

it('no file is over 300 lines without its reason on top', () => {
  const all = sources(
    ['src', 'workers', 'server', 'scripts', 'tests'],
    ['.ts', '.svelte', '.css', '.mjs', '.js', '.cjs'],
  ).filter(({ path }) => !path.endsWith('.generated.ts'));
  expect(all.length).toBeGreaterThan(500);
  expect(all.map(tooLong).filter((one) => one !== null)).toEqual([]);
});

it('a reason is a sentence on top, not further down', () => {
  const text = 'x\n'.repeat(301);
  expect(tooLong({ path: 'a.ts', text: 'x\n'.repeat(300) })).toBeNull();
  expect(tooLong({ path: 'a.ts', text })).toBe('a.ts: 301 lines');
  expect(tooLong({ path: 'a.ts', text: `// Over 300 lines: one table.\n${text}` })).toBeNull();
  expect(tooLong({ path: 'a.ts', text: `${text}// Over 300 lines: one table.\n` })).not.toBeNull();
});
