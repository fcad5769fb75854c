import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Part } from '../../src/lib/words/index.ts';
import { english } from '../support/english.ts';
import { sentencesOfMarkup } from './words/markup.ts';
import { NOT_WORDS } from './words/not-words.ts';
import { sentencesOfScript } from './words/script.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The catalogue, the command line, and texts that are data: names of columns and apps that files are compared with. */
const ELSEWHERE =
  /^src\/(lib\/words|cli|lib\/engine\/suggest|lib\/formats\/result-columns|lib\/connectors\/csv\/table-end)|\.generated\.|\.d\.ts$/;

const files = ['src', 'workers']
  .flatMap((place) =>
    readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' }).map((name) => join(place, name)),
  )
  .map((name) => relative(ROOT, join(ROOT, name)).replaceAll('\\', '/'))
  .filter((name) => /\.(svelte|ts)$/.test(name) && !ELSEWHERE.test(name));
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** English in a file, each with its line. */
function found(file: string): string[] {
  const texts = file.endsWith('.svelte')
    ? sentencesOfMarkup(textOf(file))
    : sentencesOfScript(textOf(file), file);
  const allowed = NOT_WORDS[file]?.texts ?? [];
  return texts.filter((one) => !allowed.some((text) => text.test(one.replace(/^\d+: /, ''))));
}

describe('words', () => {
  it('stand in the catalogue: no letters in markup, no sentence in a file of code', () => {
    const spoken = files.map((file) => [file, found(file)] as const).filter(([, texts]) => texts.length > 0);
    expect(Object.fromEntries(spoken)).toEqual({});
  });

  it('that are none are still where they were said to be', () => {
    for (const [file, { texts }] of Object.entries(NOT_WORDS))
      for (const text of texts)
        expect(textOf(file), file).toMatch(new RegExp(text.source.replaceAll(/[\^$]/g, '')));
  });

  it('are looked for where they could be hidden', () => {
    const markup = (text: string): number => sentencesOfMarkup(text).length;
    expect(markup('<p>Hello</p>')).toBe(1);
    expect(markup('<b title="Next">{x}</b>')).toBe(1);
    expect(markup('<Button word="Next" />')).toBe(1);
    expect(markup("<b aria-label={x ? 'All records' : y}>{x} · {y}</b>")).toBe(1);
    expect(markup('<b aria-label="Next {x}">{words.next}</b>')).toBe(1);
    expect(markup('<script lang="ts">const one = \'Being read\';</script>')).toBe(1);
    expect(
      markup('<b class="two words" data-x="a b">{words.a}, 12 % {b}</b><style>b { color: red }</style>'),
    ).toBe(0);
    const script = (text: string): number => sentencesOfScript(text, 'a.ts').length;
    expect(script("const a = 'Nothing was changed.';")).toBe(1);
    expect(script('const a = `${b} more records`;')).toBe(1);
    expect(script("throw new Error('a broken caller'); import x from 'a b'; type A = 'two words';")).toBe(0);
    expect(script("node.querySelector('button, input'); const code = 'no-plan';")).toBe(0);
  });

  it('are used: every key of the catalogue is read somewhere', () => {
    const sources = [...files, ...filesOf('src/cli'), ...filesOf('src/lib/words')].map(textOf).join('\n');
    const parts: readonly Part[] = ['terms', 'shell', 'problems', 'home', 'sides', 'design', 'plan'];
    const unused = parts.flatMap((part) => unusedKeys(english.of(part), part, sources));
    expect(unused).toEqual([]);
  });
});

function filesOf(place: string): string[] {
  return readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })
    .map((name) => join(place, name))
    .filter((name) => name.endsWith('.ts') && !/words\/en\//.test(name));
}

/** Keys nobody names; those of an object that is read by a variable key are used with it. */
function unusedKeys(words: object, path: string, sources: string): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const own = `${path}.${key}`;
    const name = key.replaceAll(/[^\w]/g, '.');
    const isNamed = new RegExp(`\\.${name}\\b|[{,]\\s*${name}\\s*[,:}=]|['"]${name}['"]`).test(sources);
    if (!isNamed) return [own];
    // By a variable key, spread, or handed on as a whole.
    const whole = `\\b${name}\\s*(\\[|[,)}]|;)|\\.\\.\\.[\\w.]*\\b${name}\\b`;
    const isWhole = typeof value === 'object' && new RegExp(whole).test(sources);
    if (value === null || typeof value !== 'object' || Array.isArray(value) || isWhole) return [];
    return unusedKeys(value as object, own, sources);
  });
}
