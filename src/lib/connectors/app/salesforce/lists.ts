import type { Option } from '../../../engine/index.ts';
import type { Account, AppPipeline } from '../app-connector.ts';
import type { Answer } from '../fault.ts';
import { isJson, isText } from './form.ts';
import type { Line } from './line.ts';
import { everyRow, queryPage } from './pages.ts';
import type { ObjectSchema } from './schema.ts';
import { isId, longId, queryPath } from './soql.ts';

/** The org, never a person of it. One call. */
export async function readAccount(line: Line): Promise<Answer<Account>> {
  return line.get(queryPath('SELECT Id,Name FROM Organization'), (json) => {
    const [account] = queryPage(json, accountOf)?.rows ?? [];
    return account ?? null;
  });
}

function accountOf(json: unknown): Account | null {
  if (!isJson(json)) return null;
  const { Id: id, Name: name } = json;
  return isText(id) && isId(id) && isText(name) ? { id: longId(id), name } : null;
}

/** People who can own records. Nobody where the sign-in may not see people. */
export const readOwners = (line: Line): Promise<Answer<readonly Option[]>> =>
  whereAllowed(
    everyRow(line, "SELECT Id,Email FROM User WHERE IsActive = TRUE AND UserType = 'Standard'", (json) =>
      isJson(json) && isText(json['Id']) && isText(json['Email'])
        ? { value: longId(json['Id']), label: json['Email'] }
        : null,
    ),
  );

/** Objects whose records stand at stages, and where the app keeps which of these end them. */
const STAGES: ReadonlyMap<
  string,
  { readonly field: string; readonly kept: string; readonly active: boolean }
> = new Map([
  ['Opportunity', { field: 'StageName', kept: 'OpportunityStage', active: true }],
  ['Case', { field: 'Status', kept: 'CaseStatus', active: false }],
]);

/** One pipeline of all stages: Salesforce has no others outside of record types (S317). None where the app does not say which are closed. */
export async function readPipelines(
  line: Line,
  { name, label }: ObjectSchema,
): Promise<Answer<readonly AppPipeline[]>> {
  const place = STAGES.get(name);
  if (place === undefined) return { ok: true, value: [] };
  const where = place.active ? ' WHERE IsActive = TRUE' : '';
  const soql = `SELECT ApiName,MasterLabel,IsClosed FROM ${place.kept}${where} ORDER BY SortOrder`;
  const stages = await whereAllowed(everyRow(line, soql, stageOf));
  if (!stages.ok) return stages;
  return {
    ok: true,
    value: stages.value.length === 0 ? [] : [{ id: place.field, label, stages: stages.value }],
  };
}

const stageOf = (json: unknown): { id: string; label: string; closed: boolean } | null =>
  isJson(json) &&
  isText(json['ApiName']) &&
  isText(json['MasterLabel']) &&
  typeof json['IsClosed'] === 'boolean'
    ? { id: json['ApiName'], label: json['MasterLabel'], closed: json['IsClosed'] }
    : null;

/** A kind of records or a field that this sign-in may not see is not there for it; every other fault stays one. */
async function whereAllowed<T>(asked: Promise<Answer<readonly T[]>>): Promise<Answer<readonly T[]>> {
  const answer = await asked;
  const isHidden = !answer.ok && /^INVALID_(?:TYPE|FIELD)\b/.test(answer.fault.said);
  return isHidden ? { ok: true, value: [] } : answer;
}
