export const LAUNCH_ARGS: string[];
export function findBrowser(): string | null;
export function installBrowser(): string | null;
