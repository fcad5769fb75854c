import Papa from 'papaparse';
import { bytesSource, type ByteSource } from '../../src/lib/connectors/source.ts';
import { planLines, type Plan, type PlanLine } from '../../src/lib/engine/index.ts';
import { sharedText } from './shared-data.ts';

type Row = Readonly<Record<string, string>>;

export const rowsOf = (path: string): readonly Row[] =>
  Papa.parse<Row>(sharedText(path).replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;

/** A file of the other side, as a test makes it. */
export function laid(
  name: string,
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
): ByteSource {
  return bytesSource(`${name}.csv`, new TextEncoder().encode(Papa.unparse([[...header], ...rows])));
}

export const linesOf = (plan: Plan, sync: string): readonly PlanLine[] =>
  [...planLines(plan)].filter((line) => line.sync === sync);

/** What a line writes into a field of the right side: a text, or the record its id will come from. */
export const written = (line: PlanLine, field: string): string | null => {
  const write = line.writes.find((one) => one.side === 'right' && one.field === field);
  return write === undefined ? null : (write.to ?? `created from ${write.ref?.id ?? ''}`);
};

/** Lines that say a parent of this name is missing. */
export const missing = (lines: readonly PlanLine[], value: string): readonly PlanLine[] =>
  lines.filter(({ reasons }) =>
    reasons.some((reason) => reason.code === 'parent-missing' && reason.value === value),
  );

/** Syncs in the order they are planned in. */
export const order = (plan: Plan): readonly string[] => [
  ...new Set([...planLines(plan)].map(({ sync }) => sync)),
];

/** The parts of a design from HubSpot to Salesforce. */
export const apps = {
  left: { name: 'HubSpot', kind: 'file' },
  right: { name: 'Salesforce', kind: 'file' },
};
export const toRight = { direction: 'left-to-right', winner: 'left' } as const;
export const side = (object: string, idField: string) => ({ object, idField });
