import type { PlanSummary, Warning } from '../engine/index.ts';

/** `summary.json` (FORMATS.md, Plan); `sentence` says each warning. */
export function summaryText(summary: PlanSummary, sentence: (warning: Warning) => string): string {
  const warnings = summary.warnings.map((warning) => ({
    code: warning.code,
    count: warning.count,
    message: sentence(warning),
  }));
  const guards = summary.guards.map(({ code, sync, count, of, limit, stops, ...more }) => {
    const side = 'side' in more ? { side: more.side } : {};
    return { code, sync, ...side, count, of, limit, stops };
  });
  return `${JSON.stringify({ ...summary, warnings, guards }, null, 2)}\n`;
}
