import ts from 'typescript';
import { expect, it } from 'vitest';
import { sources, type Source } from './sources.ts';

const PRODUCT = ['src', 'workers', 'server'];

/** Methods, accessors and properties others may see, of every class. */
function membersOf({ path, text }: Source): { readonly name: string; readonly where: string }[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const found: { name: string; where: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) {
      for (const member of node.members) {
        const { name } = member;
        if (name === undefined || !ts.isIdentifier(name)) continue;
        found.push({ name: name.text, where: `${path}: ${node.name?.text ?? 'a class'}.${name.text}` });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Names read from something: after a dot, or taken out of it in braces. */
function namesRead(text: string): string[] {
  const after = [...text.matchAll(/\.\s*([A-Za-z_$][\w$]*)/g)].map(([, name = '']) => name);
  const out = [...text.matchAll(/\{([^{}=;]*)\}\s*(?:=|:|\)|of\b)/g)].flatMap(([, inner = '']) =>
    [...inner.matchAll(/[A-Za-z_$][\w$]*/g)].map(([name]) => name),
  );
  return [...after, ...out];
}

it('every member of a class is read somewhere in the product', () => {
  const read = new Set(sources(PRODUCT, ['.ts', '.svelte']).flatMap(({ text }) => namesRead(text)));
  const members = sources(PRODUCT, ['.ts']).flatMap(membersOf);
  expect(members.length).toBeGreaterThan(200);
  expect(members.filter(({ name }) => !read.has(name)).map(({ where }) => where)).toEqual([]);
});

it('a member that is only declared is found', () => {
  const text =
    'class A { used = 1; unused() { return this.used; } get taken() { return 1; } }\nconst { taken } = a;';
  const read = new Set(namesRead(text));
  expect(membersOf({ path: 'a.ts', text }).filter(({ name }) => !read.has(name))).toEqual([
    { name: 'unused', where: 'a.ts: A.unused' },
  ]);
});
