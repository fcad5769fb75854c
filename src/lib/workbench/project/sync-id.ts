const KINDS: readonly (readonly [RegExp, string])[] = [
  [/compan|account|organi[sz]ation|customer|partner/i, 'companies'],
  [/contact|people|person/i, 'contacts'],
  [/lead/i, 'leads'],
  [/deal|opportunit/i, 'deals'],
  [/product|item/i, 'products'],
  [/invoice/i, 'invoices'],
  [/ticket|case/i, 'tickets'],
  [/activit|task|event|meeting/i, 'activities'],
];

/** An id for a sync of two files, after what their names say; it stands in designs and file names. None is given twice. */
export function syncId(left: string, right: string, taken: readonly string[]): string {
  const named = KINDS.find(([word]) => word.test(left)) ?? KINDS.find(([word]) => word.test(right));
  const word = named?.[1] ?? 'records';
  for (let count = 1; ; count++) {
    const id = count === 1 ? word : `${word}-${String(count)}`;
    if (!taken.includes(id)) return id;
  }
}
