export const ROOT: string;
export function ensureInstalled(): void;
export function ensureBuilt(options?: { quiet?: boolean }): boolean;
