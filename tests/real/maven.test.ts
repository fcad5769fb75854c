import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../src/lib/connectors/source.ts';
import { sharedSource } from './shared-data.ts';
import { outcomesOf, planOfFiles } from '../sample/plan-of-files.ts';
import { apps, laid, linesOf, missing, order, rowsOf, side, toRight, written } from './parents.ts';

describe('Maven: accounts, products and the deals that name them', () => {
  const folder = 'crm/maven-crm-opportunities';
  const named = (left: string, right: string) => [{ fields: [{ left, right, normalize: ['name'] }] }];
  const design = {
    format: 'drysync/design@1',
    name: 'Maven',
    apps,
    syncs: [
      {
        ...toRight,
        id: 'deals',
        kind: 'deals',
        left: side('sales_pipeline', 'opportunity_id'),
        right: side('Opportunity', 'Id'),
        matching: { method: 'none' },
        mappings: [{ left: 'deal_stage', right: 'StageName' }],
        associations: [
          { to: 'accounts', required: true, left: { field: 'account' }, right: { field: 'AccountId' } },
          { to: 'products', left: { field: 'product' }, right: { field: 'Product2Id' } },
        ],
      },
      {
        ...toRight,
        id: 'accounts',
        kind: 'companies',
        left: side('accounts', 'account'),
        right: side('Account', 'Id'),
        matching: { method: 'keys', keys: named('account', 'Name') },
        mappings: [{ left: 'account', right: 'Name' }],
        associations: [{ to: 'accounts', left: { field: 'subsidiary_of' }, right: { field: 'ParentId' } }],
      },
      {
        ...toRight,
        id: 'products',
        kind: 'products',
        left: side('products', 'product'),
        right: side('Product2', 'Id'),
        matching: { method: 'keys', keys: named('product', 'Name') },
        mappings: [{ left: 'product', right: 'Name' }],
      },
    ],
  };
  const planned = (accounts: ByteSource, products: ByteSource) =>
    planOfFiles(design, {
      accounts: { left: sharedSource(`${folder}/accounts.csv`), right: accounts },
      products: { left: sharedSource(`${folder}/products.csv`), right: products },
      deals: {
        left: sharedSource(`${folder}/sales_pipeline.csv`),
        right: laid('Opportunity', ['Id', 'StageName', 'AccountId', 'Product2Id']),
      },
    });

  test('[AS6] 1,480 deals name a product nobody has, and 1,425 lack the account they cannot be without', async () => {
    const { plan, summary } = await planned(
      laid('Account', ['Id', 'Name', 'ParentId']),
      laid('Product2', ['Id', 'Name']),
    );
    expect(order(plan)).toEqual(['accounts', 'products', 'deals']);
    const lines = linesOf(plan, 'deals');
    expect(missing(lines, 'GTXPro')).toHaveLength(1_480);
    expect(missing(lines, '')).toHaveLength(1_425);
    expect(missing(lines, '').every(({ outcome }) => outcome === 'failing')).toBe(true);
    // Of 222 deals both are so: a subject is counted once a code.
    expect(summary.counts['deals']!.reasons).toEqual({ 'parent-missing': 1_480 + 1_425 - 222 });
    expect(outcomesOf(summary, 'deals').left).toEqual({ create: 8_800 - 1_425, failing: 1_425 });
    expect(outcomesOf(summary, 'accounts').left).toEqual({ create: 85 });
    expect(outcomesOf(summary, 'products').left).toEqual({ create: 7 });
  });

  test('[AS1] each deal is created with its parents, and accounts with the one they belong to', async () => {
    const { plan } = await planned(
      laid('Account', ['Id', 'Name', 'ParentId']),
      laid('Product2', ['Id', 'Name']),
    );
    const deals = rowsOf(`${folder}/sales_pipeline.csv`);
    for (const line of linesOf(plan, 'deals')) {
      const row = deals[line.left!.row]!;
      if (line.outcome !== 'create') continue;
      expect(written(line, 'AccountId')).toBe(`created from ${row['account']!}`);
      expect(written(line, 'Product2Id')).toBe(
        row['product'] === 'GTXPro' ? null : `created from ${row['product']!}`,
      );
    }
    const accounts = rowsOf(`${folder}/accounts.csv`);
    expect(linesOf(plan, 'accounts').map((line) => written(line, 'ParentId'))).toEqual(
      accounts.map(({ subsidiary_of: parent }) => (parent === '' ? null : `created from ${parent!}`)),
    );
  });

  test('[AS1] parents that are linked are written by the id they have there', async () => {
    const accounts = rowsOf(`${folder}/accounts.csv`).map(({ account }) => account!);
    const products = rowsOf(`${folder}/products.csv`).map(({ product }) => product!);
    const idOf = (prefix: string, at: number): string => `${prefix}${String(1000 + at)}`;
    const ids = new Map([
      ...accounts.map((name, at) => [name, idOf('001-', at)] as const),
      ...products.map((name, at) => [name, idOf('01t-', at)] as const),
    ]);
    const { plan, summary } = await planned(
      laid(
        'Account',
        ['Id', 'Name', 'ParentId'],
        accounts.map((name) => [ids.get(name)!, name, '']).reverse(),
      ),
      laid('Product2', ['Id', 'Name'], products.map((name) => [ids.get(name)!, name]).reverse()),
    );
    const deals = rowsOf(`${folder}/sales_pipeline.csv`);
    for (const line of linesOf(plan, 'deals').filter(({ outcome }) => outcome === 'create')) {
      const row = deals[line.left!.row]!;
      expect(written(line, 'AccountId')).toBe(ids.get(row['account']!));
      expect(written(line, 'Product2Id')).toBe(ids.get(row['product']!) ?? null);
    }
    const belongs = rowsOf(`${folder}/accounts.csv`).filter(({ subsidiary_of: parent }) => parent !== '');
    expect(outcomesOf(summary, 'accounts').left).toEqual({
      update: belongs.length,
      'in-sync': 85 - belongs.length,
    });
    expect(outcomesOf(summary, 'deals').left).toEqual({ create: 8_800 - 1_425, failing: 1_425 });
  });
});
