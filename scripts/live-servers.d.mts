export function findPocketBase(): string | null;
export function getPocketBase(): string;
