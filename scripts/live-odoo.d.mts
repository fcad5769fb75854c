import type { ChildProcess } from 'node:child_process';

export function findOdoo(): string | null;
export function getOdoo(): void;
export function startOdoo(port: number): {
  readonly child: ChildProcess;
  sql(text: string): string;
  stop(): Promise<void>;
};
