import { describe, expect, it } from 'vitest';
import { PART, SCREEN } from '../../src/lib/ui/styles/breakpoints.ts';
import { sources, styled } from './sources.ts';

/** Conditions on a width or height, with their file. */
const conditions = (rule: 'media' | 'container'): [string, string][] =>
  styled().flatMap(({ path, text }) =>
    [...text.matchAll(new RegExp(`@${rule}([^{]*)\\{`, 'g'))]
      .map(([, condition = '']): [string, string] => [path, condition.trim()])
      .filter(([, condition]) => /width|height/.test(condition)),
  );

describe('breakpoints', () => {
  for (const [rule, list] of [
    ['media', SCREEN],
    ['container', PART],
  ] as const) {
    it(`every @${rule} on a size is one of the list`, () => {
      const named = new Set<string>(Object.values(list));
      const found = conditions(rule);
      expect(found.length).toBeGreaterThan(4);
      expect(found.filter(([, condition]) => !named.has(condition))).toEqual([]);
    });
  }

  it('a component asks for one by its name', () => {
    const raw = sources(['src'], ['.svelte', '.ts']).filter(({ text }) =>
      /(MediaQuery|matchMedia)\(\s*['"`]\(?(min|max)-/.test(text),
    );
    expect(raw.map(({ path }) => path)).toEqual([]);
  });

  it('none of the list is unused', () => {
    const code = sources(['src'], ['.svelte', '.ts'])
      .map(({ text }) => text)
      .join('\n');
    const used = new Set([...conditions('media'), ...conditions('container')].map(([, one]) => one));
    const all = [...Object.entries(SCREEN), ...Object.entries(PART)];
    expect(
      all.filter(([name, condition]) => !used.has(condition) && !code.includes(`SCREEN.${name}`)),
    ).toEqual([]);
  });
});
