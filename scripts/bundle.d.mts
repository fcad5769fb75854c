export function bundled(entry: string): Promise<Record<string, unknown>>;
