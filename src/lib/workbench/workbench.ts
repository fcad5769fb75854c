import { createContext } from 'svelte';
import { EngineClient } from './engine-client.ts';
import { FirstPlan } from './first-plan.svelte.ts';
import { Theme } from './theme.svelte.ts';
import { workerUrls } from './worker-url.ts';

/** What the pages share; made once by the layout. */
export interface Workbench {
  readonly theme: Theme;
  readonly firstPlan: FirstPlan;
}

export const [getWorkbench, setWorkbench] = createContext<Workbench>();

/** Makes the workbench of this page. */
export function openWorkbench(): Workbench {
  const today = (): string => new Date().toISOString().slice(0, 10);
  return {
    theme: new Theme(document.documentElement, storageOrNull()),
    firstPlan: new FirstPlan(new EngineClient(workerUrls()), today),
  };
}

/** Reading `localStorage` throws where a browser forbids it. */
function storageOrNull(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
