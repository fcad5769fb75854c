import { canaryOf, type PushItem, type PushPlan, type Result } from '../../../src/lib/push/index.ts';

/** A push as the server asks the page for it. */
export interface AskedPush {
  readonly push: string;
  readonly account: string;
  readonly items: readonly AskedItem[];
}

export interface AskedItem {
  readonly key: string;
  readonly object: 'contacts' | 'deals';
  /** Null: it is created. */
  readonly id: string | null;
  readonly from: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

/** How the page says it ended. */
export interface EndedPush {
  readonly push: string;
  readonly isDone: boolean;
  readonly said: string;
  readonly results: readonly {
    readonly key: string;
    readonly is: Result['is'];
    readonly id: string | null;
  }[];
}

export function planIn({ push, account, items: asked }: AskedPush): PushPlan {
  const items = asked.map(itemOf);
  return {
    id: push,
    project: 'P',
    kind: 'push',
    basis: { plan: push, design: '', inputs: new Map(), baseline: null, filter: '' },
    approval: { by: 'ada', at: '2026-01-01T00:00:00Z', confirmed: [] },
    accounts: { left: account, right: account },
    items,
    canary: canaryOf(items).keys,
  };
}

function itemOf({ key, object, id, from, values }: AskedItem): PushItem {
  const email = values['email'];
  return {
    key,
    sync: object,
    side: 'right',
    object,
    act: id === null ? 'create' : 'update',
    id,
    from: new Map(Object.entries(from)),
    values: new Map(Object.entries(values)),
    refs: new Map(),
    unique: id === null && email !== undefined ? { field: 'email', value: email } : null,
    subject: { left: key, right: id },
  };
}
