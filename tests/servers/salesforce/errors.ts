import { json, type FakeReply } from '../faults/index.ts';

/** The app's no to a whole request. */
export class AppError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly string[] | null;

  constructor(status: number, code: string, said: string, fields: readonly string[] | null = null) {
    super(said);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

/** As the app says it. */
export const refused = ({ status, code, message, fields }: AppError): FakeReply =>
  json(status, [{ message, errorCode: code, ...(fields !== null && { fields }) }]);

/** The app's no to one record of many. */
export interface RowError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export const rowError = (statusCode: string, message: string, fields: readonly string[] = []): RowError => ({
  statusCode,
  message,
  fields,
});
