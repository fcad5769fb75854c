/** A property as HubSpot's properties API gives it. */
export interface Property {
  readonly name: string;
  readonly label: string;
  readonly type: 'string' | 'number' | 'date' | 'datetime' | 'enumeration' | 'bool' | 'phone_number';
  readonly fieldType: string;
  readonly description: string;
  readonly groupName: string;
  readonly options: readonly PropertyOption[];
  readonly hidden: boolean;
  readonly calculated: boolean;
  readonly externalOptions: boolean;
  readonly referencedObjectType?: string;
  readonly hasUniqueValue: boolean;
  readonly hubspotDefined: boolean;
  readonly formField: boolean;
  readonly archived: boolean;
  readonly modificationMetadata: {
    readonly archivable: boolean;
    readonly readOnlyDefinition: boolean;
    readonly readOnlyOptions: boolean;
    readonly readOnlyValue: boolean;
  };
}

interface PropertyOption {
  readonly label: string;
  readonly value: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
}

const FIELD_TYPES: Readonly<Record<Property['type'], string>> = {
  string: 'text',
  number: 'number',
  date: 'date',
  datetime: 'date',
  enumeration: 'select',
  bool: 'booleancheckbox',
  phone_number: 'phonenumber',
};

interface Wish {
  readonly label?: string;
  readonly fieldType?: string;
  readonly options?: readonly string[];
  readonly readOnly?: boolean;
  readonly hidden?: boolean;
  readonly calculated?: boolean;
  readonly unique?: boolean;
  readonly references?: string;
  readonly own?: boolean;
}

/** Made short: `property('amount', 'number')`. Options are named by their values. */
export function property(name: string, type: Property['type'] = 'string', wish: Wish = {}): Property {
  const { label = name, options = [], readOnly = false, references } = wish;
  return {
    name,
    label,
    type,
    fieldType: wish.fieldType ?? FIELD_TYPES[type],
    description: '',
    groupName: 'information',
    options: options.map((value, displayOrder) => ({ value, label: value, displayOrder, hidden: false })),
    hidden: wish.hidden ?? false,
    calculated: wish.calculated ?? false,
    externalOptions: references !== undefined,
    ...(references !== undefined && { referencedObjectType: references }),
    hasUniqueValue: wish.unique ?? false,
    hubspotDefined: wish.own !== true,
    formField: !readOnly,
    archived: false,
    modificationMetadata: {
      archivable: wish.own === true,
      readOnlyDefinition: wish.own !== true,
      readOnlyOptions: false,
      readOnlyValue: readOnly,
    },
  };
}
