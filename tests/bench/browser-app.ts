import type { ExportFiles } from './browser-files.ts';
import type { Report } from './browser-report.ts';

export async function runInApp(
  _report: Report,
  _files: ExportFiles,
  _options: { executablePath: string; replans: number },
): Promise<void> {
  await Promise.resolve();
}
