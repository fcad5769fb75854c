import { wordsOf, keyOf, saysDoNotModify } from './words.ts';

export type AppKind = 'hubspot' | 'salesforce' | 'pipedrive' | 'dynamics' | 'odoo' | 'file';

export interface AppGuess {
  readonly kind: AppKind;
  /** 0 to 1. */
  readonly sure: number;
  /** The header names that speak for it. */
  readonly because: readonly string[];
}

/** Names (keys) an app writes and others hardly do. One is a hint, two are enough. */
const SIGNS: readonly (readonly [AppKind, RegExp, number])[] = [
  ['salesforce', /^(?:systemmodstamp|isdeleted|masterrecordid|createdbyid|lastmodifiedbyid|jigsaw\w*)$/, 1],
  [
    'salesforce',
    /^(?:ownerid|mailing(?:street|city|country)|billing(?:street|city|country)|accountid)$/,
    0.3,
  ],
  [
    'hubspot',
    /^(?:recordid|postid|oppforingsid|datensatzid|iddelenregistrement|idrecord|idde[l]?registro)$/,
    0.4,
  ],
  [
    'hubspot',
    /^(?:lifecyclestage|lifecyclephase|lebenszyklusphase|originaltrafficsource|recordsource|associated(?:deal|company|contact)\w*)$/,
    0.6,
  ],
  [
    'hubspot',
    /^(?:(?:contact|company|deal|ticket)owner|createdate|companydomainname|closedlostreason|leadstatus)$/,
    0.3,
  ],
  ['hubspot', /^hs(?:objectid|lastmodifieddate|\w*createdate)$/, 1],
  [
    'hubspot',
    /^(?:kontakteier|kontaktejer|kontaktagare|eigenaarcontact|furkontaktzustandigermitarbeiter|propri?etari[oa]delconta[ct]to|propietariodelcontacto|proprietaireducontact)$/,
    0.3,
  ],
  ['odoo', /^(?:externalid|iscompany|isacompany|relatedcompany|xstudio\w*|\w+idid)$/, 0.5],
];

const FILE_HINTS: readonly AppKind[] = ['hubspot', 'salesforce', 'pipedrive', 'dynamics', 'odoo'];

/** More than one sign, less than what several headers of another app say together. */
const BY_IDS = 1.5;

/**
 * Which app wrote this header row; `file` where nothing speaks for one. `salesforce`: the name of a column of record ids with
 * Salesforce's check letters and one key prefix (RD11).
 */
export function guessApp(header: readonly string[], file: string, salesforce: string | null): AppGuess {
  const score = new Map<AppKind, number>();
  const because = new Map<AppKind, string[]>();
  const add = (kind: AppKind, points: number, name: string): void => {
    score.set(kind, (score.get(kind) ?? 0) + points);
    because.set(kind, [...(because.get(kind) ?? []), name]);
  };
  for (const name of header) {
    const key = keyOf(wordsOf(name));
    for (const [kind, sign, points] of SIGNS) if (sign.test(key)) add(kind, points, name);
    if (/__[cr]$/i.test(name)) add('salesforce', 0.7, name);
    if (saysDoNotModify(name)) add('dynamics', 1, name);
    if (/^(?:address|adresse|adres|indirizzo|dirección|adress) \d: /i.test(name)) add('dynamics', 0.5, name);
    if (/^(?:person|organization|deal|lead|activity|product|organisation|persona|personne) - /i.test(name)) {
      add('pipedrive', 0.4, name);
    }
    if (/^\w+_id\/(?:\.?id|name)$/.test(name) || /\/(?:external id|database id)$/i.test(name))
      add('odoo', 1, name);
  }
  for (const kind of FILE_HINTS) if (file.toLowerCase().includes(kind)) add(kind, 0.5, file);
  if (salesforce !== null) add('salesforce', BY_IDS, salesforce);
  let best: AppKind = 'file';
  for (const kind of FILE_HINTS) if ((score.get(kind) ?? 0) > (score.get(best) ?? 0.45)) best = kind;
  const points = score.get(best) ?? 0;
  if (best === 'file') return { kind: 'file', sure: 0.5, because: [] };
  return { kind: best, sure: Math.min(0.98, 0.5 + points * 0.2), because: because.get(best)!.slice(0, 4) };
}
