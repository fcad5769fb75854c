import type { FieldDef, FieldType } from '../../../src/lib/engine/model/field.ts';
import type { FieldView } from '../../../src/lib/engine/read/field-view.ts';

export const view = (type: FieldType, more: Partial<FieldView> = {}): FieldView => ({
  type,
  options: null,
  dateOrder: 'ymd',
  decimal: '.',
  zone: null,
  ...more,
});

export const field = (type: FieldType, more: Partial<FieldDef> = {}): FieldDef => ({
  name: 'Field',
  type,
  label: null,
  required: false,
  readOnly: false,
  maxLength: null,
  options: null,
  unique: false,
  multiple: false,
  dateOrder: null,
  decimal: null,
  ...more,
});
