import { json, type FakeReply } from '../faults/index.ts';
import type { FakeObject } from './schema.ts';

/** What is said of a kind of records before its fields. */
const about = ({ fields, ...object }: FakeObject, base: string): Record<string, unknown> => ({
  ...object,
  labelPlural: `${object.label}s`,
  retrieveable: true,
  updateable: object.updateable,
  undeletable: object.deletable,
  mergeable: fields.some(({ name }) => name === 'MasterRecordId'),
  searchable: true,
  layoutable: true,
  triggerable: true,
  replicateable: true,
  deprecatedAndHidden: false,
  customSetting: false,
  feedEnabled: false,
  urls: {
    sobject: `${base}/sobjects/${object.name}`,
    describe: `${base}/sobjects/${object.name}/describe`,
    rowTemplate: `${base}/sobjects/${object.name}/{ID}`,
  },
});

export const describeGlobal = (objects: readonly FakeObject[], base: string): FakeReply =>
  json(200, { encoding: 'UTF-8', maxBatchSize: 200, sobjects: objects.map((one) => about(one, base)) });

export const describe = (object: FakeObject, base: string): FakeReply =>
  json(200, {
    ...about(object, base),
    fields: object.fields.map((field) => ({
      ...field,
      soapType: 'xsd:string',
      byteLength: field.length * 3,
    })),
    childRelationships: [],
    recordTypeInfos: [],
  });
