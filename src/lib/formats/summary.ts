import type { PlanSummary, Warning } from '../engine/index.ts';

/** `summary.json` (FORMATS.md, Plan); `sentence` says each warning. */
export function summaryText(summary: PlanSummary, sentence: (warning: Warning) => string): string {
  const warnings = summary.warnings.map((warning) => ({
    code: warning.code,
    count: warning.count,
    message: sentence(warning),
  }));
  return `${JSON.stringify({ ...summary, warnings }, null, 2)}\n`;
}
