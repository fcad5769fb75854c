import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { styled } from './sources.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const tokens = readFileSync(join(ROOT, 'src/lib/ui/styles/tokens.css'), 'utf8');

const block = (start: string): ReadonlyMap<string, string> => {
  const from = tokens.indexOf('{', tokens.indexOf(start)) + 1;
  const text = tokens.slice(from, tokens.indexOf('}', from)).replaceAll(/\/\*.*?\*\//gs, '');
  return new Map(
    [...text.matchAll(/(--[\w-]+|color-scheme):\s*([^;]+);/g)].map(([, name, value]) => [
      name!,
      value!.trim(),
    ]),
  );
};
const light = block('[data-theme="light"] {'.replaceAll('"', tokens.includes("'light'") ? "'" : '"'));
const dark = block(tokens.includes("'dark'") ? ":root[data-theme='dark']" : ':root[data-theme="dark"]');
const auto = block(tokens.includes("'auto'") ? ":root[data-theme='auto']" : ':root[data-theme="auto"]');

describe('tokens', () => {
  it('dark as chosen and dark as the system wishes are the same', () => {
    expect(dark.size).toBeGreaterThan(40);
    expect([...auto]).toEqual([...dark]);
  });

  for (const [theme, own] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    it(`text is readable on its ground (4.5 : 1) in ${theme}`, () => {
      const color = (name: string): string => own.get(name) ?? light.get(name) ?? '';
      const papers = ['--paper-0', '--paper-1', '--paper-2', '--paper-3', '--hover', '--select'];
      const pairs = ['--ink-1', '--ink-2', '--ink-3', '--link'].flatMap((ink) =>
        papers.map((paper) => [ink, paper] as const),
      );
      const outcomes = [...light.keys()]
        .filter((name) => name.endsWith('-band'))
        .map((name) => name.slice(0, -5));
      expect(outcomes.length).toBe(10);
      for (const one of [...outcomes, '--left', '--right'])
        pairs.push([one, `${one}-soft`], [one, '--paper-1']);
      const weak = pairs.filter(([ink, paper]) => contrast(color(ink), color(paper)) < 4.5);
      expect(weak).toEqual([]);
      for (const paper of papers) {
        expect(contrast(color('--line-3'), color(paper)), `--line-3 on ${paper}`).toBeGreaterThanOrEqual(3);
        expect(contrast(color('--focus'), color(paper)), `--focus on ${paper}`).toBeGreaterThanOrEqual(3);
      }
    });
  }

  it('no component names a colour of its own', () => {
    const files = styled().filter(({ path }) => !path.endsWith('/tokens.css'));
    expect(files.filter(({ path }) => path.endsWith('.svelte')).length).toBeGreaterThan(90);
    expect(files.filter(({ text }) => namesColour(text)).map(({ path }) => path)).toEqual([]);
    for (const raw of ['color: #fff;', 'fill="#12ab34"', 'rgb(0 0 0)', 'border: 1px solid oklch(1 0 0)']) {
      expect(namesColour(raw), raw).toBe(true);
    }
    expect(namesColour('<use href="#add" />')).toBe(false);
  });
});

const namesColour = (text: string): boolean =>
  /#[0-9a-f]{3,8}(?![-\w])(?=["';,)\s])|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(/i.test(
    text.replaceAll(/(?:xlink:)?href="#[^"]*"/g, '').replaceAll(/\{#[a-z]+/g, ''),
  );

/** WCAG 2 contrast of two `#rrggbb` colours. */
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function luminance(hex: string): number {
  const part = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}
