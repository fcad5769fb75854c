import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { byKey, COMMANDS, keyOf, type Where } from '../../src/lib/commands/commands.ts';
import { keyLabel, keyLabels } from '../../src/lib/commands/key-label.ts';
import { PLACES, placeOf } from '../../src/lib/commands/places.ts';
import { said } from '../support/english.ts';

const shell = said('shell');

describe('the list of commands', () => {
  it('gives no key twice where both could act', () => {
    const together: readonly (readonly Where[])[] = [['everywhere'], ['everywhere', 'records', 'record']];
    for (const wheres of together) {
      const keys = COMMANDS.filter(({ where }) => wheres.includes(where)).map(({ key }) => key);
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    }
  });

  it('has words for each command, and no words for another', () => {
    expect(Object.keys(shell.commands).sort()).toEqual(COMMANDS.map(({ id }) => id).sort());
  });

  it('is bound by a screen, each command but those of what has the focus', () => {
    const sources = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.svelte'))
      .map((name) => readFileSync(`src/routes/${name}`, 'utf8'))
      .filter((text) => text.includes('byKey('));
    const places: readonly string[] = PLACES.map(({ id }) => id);
    const bound = (id: string): boolean =>
      places.includes(id) ||
      sources.some((text) => new RegExp(`^\\s+'?${id}'?:|[{,] ${id}:`, 'm').test(text));
    expect(COMMANDS.filter((one) => !('own' in one) && !bound(one.id))).toEqual([]);
  });

  it('is what a screen does, by key; an act whose time is not now takes the key and does nothing', () => {
    const next = vi.fn();
    const approve = vi.fn();
    const keys = byKey({ next, approve: { when: () => false, run: approve } });
    expect(Object.keys(keys)).toEqual(['j', 'a']);
    keys['j']?.();
    keys['a']?.();
    expect(next).toHaveBeenCalledOnce();
    expect(approve).not.toHaveBeenCalled();
  });

  it('is printed as on the keys', () => {
    expect(keyLabels('design', shell.keyNames)).toEqual(['G', 'D']);
    expect(keyLabel('redo', shell.keyNames)).toBe('Ctrl Shift Z');
    expect(keyLabel('next-row', shell.keyNames)).toBe('↓');
    expect(keyLabel('close', shell.keyNames)).toBe('Esc');
    expect(keyLabel('previous-tab', shell.keyNames)).toBe('[');
  });
});

describe('the list of places', () => {
  it('has a folder of routes for each, and a key of its own', () => {
    for (const { id, path, key } of PLACES) {
      expect(readdirSync(`src/routes${path}`)).toContain('+page.svelte');
      expect(keyOf(id)).toBe(key);
      expect(placeOf(path)?.id).toBe(id);
    }
  });
});
