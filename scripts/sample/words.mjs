/** Invented names: no word list here is taken from a register of companies or people. */

export const NAME_STARTS = [
  'Fjord', 'Nord', 'Berg', 'Sol', 'Stor', 'Lille', 'Øst', 'Vest', 'Sør', 'Kval', 'Tind', 'Bratt', 'Skog', 'Elve', 'Sjø',
  'Blå', 'Grønn', 'Kvit', 'Myr', 'Furu', 'Gran', 'Bjørke', 'Hav', 'Strand', 'Vik', 'Holm', 'Ask', 'Älg', 'Örn', 'Sund',
]; // prettier-ignore

export const NAME_ENDS = [
  'bakken', 'haug', 'lund', 'dal', 'nes', 'vik', 'heim', 'stad', 'fjell', 'moen', 'sætra', 'ås', 'eide', 'tun', 'borg',
  'backa', 'gård', 'mark', 'hamn', 'skær',
]; // prettier-ignore

export const TRADES = [
  'Energi', 'Eiendom', 'Logistikk', 'Bygg', 'Data', 'Marin', 'Consulting', 'Regnskap', 'Transport', 'Elektro', 'Industri',
  'Sjømat', 'Maskin', 'Helse', 'Design', 'Teknikk', 'Handel', 'Invest', 'Rör', 'Mejeri',
]; // prettier-ignore

export const FIRST_NAMES = [
  'Anna', 'Bjørn', 'Kari', 'Ola', 'Ingrid', 'Lars', 'Sofie', 'Magnus', 'Åse', 'Øyvind', 'Nils', 'Marit', 'Henrik', 'Eva',
  'Jørgen', 'Astrid', 'Karl', 'Linnea', 'Göran', 'Åsa', 'Mikael', 'Freja', 'Søren', 'Mette', 'Rasmus', 'Birgitte', 'Emil',
  'Hedda', 'Torbjørn', 'Sigrid', 'Jonas', 'Maja', 'Petter', 'Ragnhild', 'Anders', 'Elin', 'Håkon', 'Tuva', 'Jürgen', 'Katja',
  'Oliver', 'Charlotte', 'Per Arne', 'Anne-Grete', 'Synnøve', 'Kristian', 'Vilde', 'Sindre', 'Ylva', 'Zoë',
]; // prettier-ignore

export const LAST_NAMES = [
  'Aasgaard', 'Bakkelund', 'Brattli', 'Dalsbø', 'Eikeland', 'Fjeldstad', 'Granmo', 'Haugsand', 'Isdahl', 'Jernberg', 'Kvamsø',
  'Lindvall', 'Myrvang', 'Nordbø', 'Oppedal', 'Prestmo', 'Rønnevik', 'Skogheim', 'Tveitan', 'Ulvestad', 'Vangsnes', 'Ødegaard',
  'Åkerblom', 'Bergqvist', 'Cederlöf', 'Dahlström', 'Ekdahl', 'Forsgård', 'Hällberg', 'Kjærholt', 'Lauridsen', 'Møllegård',
  'Nørrelund', 'Østerby', 'Pilgaard', 'Rosenvinge', 'Sandholdt', 'Thygesen', 'Vestergren', 'Winterfeld', 'Müllrich', 'Schönau',
  'Ashdown', 'Fairbrook', 'Holloway-Berg', 'van der Skog', 'af Ekenstam', 'Strøm Nilsen', "O'Brekke", 'Zachrisen',
]; // prettier-ignore

export const TITLES = [
  'Daglig leder', 'Salgssjef', 'Markedssjef', 'Innkjøper', 'Økonomisjef', 'Prosjektleder', 'IT-ansvarlig', 'Driftssjef', 'CEO',
  'CFO', 'Head of Sales', 'Account Manager', 'Verkställande direktör', 'Inköpschef', 'Indkøber', 'Regnskabschef', 'Butikksjef',
  'HR-sjef', 'Controller', 'Kundeansvarlig',
]; // prettier-ignore

/** The countries of the group: top-level part of the reserved domains, legal forms, towns, share in ten. */
export const COUNTRIES = [
  { name: 'Norway', local: 'Norge', tld: 'no', forms: ['AS', 'ASA', 'DA'], share: 5,
    towns: ['Oslo', 'Bergen', 'Trondheim', 'Tromsø', 'Ålesund', 'Bodø', 'Stavanger', 'Hønefoss'] },
  { name: 'Sweden', local: 'Sverige', tld: 'se', forms: ['AB', 'HB'], share: 2,
    towns: ['Stockholm', 'Göteborg', 'Malmö', 'Luleå', 'Västerås', 'Örebro'] },
  { name: 'Denmark', local: 'Danmark', tld: 'dk', forms: ['A/S', 'ApS'], share: 2,
    towns: ['København', 'Aarhus', 'Ålborg', 'Odense', 'Køge'] },
  { name: 'Germany', local: 'Deutschland', tld: 'de', forms: ['GmbH', 'AG'], share: 0.5,
    towns: ['Berlin', 'Hamburg', 'Lübeck', 'Köln'] },
  { name: 'United Kingdom', local: 'UK', tld: 'com', forms: ['Ltd', 'plc'], share: 0.5,
    towns: ['London', 'Leeds', 'Aberdeen'] },
]; // prettier-ignore

/** Lifecycle: HubSpot's internal name and label, Salesforce's value. `partner` has no counterpart there. */
export const STAGES = [
  { value: 'subscriber', label: 'Subscriber', right: 'SUB' },
  { value: 'lead', label: 'Lead', right: 'LEAD' },
  { value: 'marketingqualifiedlead', label: 'Marketing Qualified Lead', right: 'MQL' },
  { value: 'salesqualifiedlead', label: 'Sales Qualified Lead', right: 'SQL' },
  { value: 'opportunity', label: 'Opportunity', right: 'OPP' },
  { value: 'customer', label: 'Customer', right: 'CUST' },
  { value: 'partner', label: 'Partner', right: null },
];

export const INDUSTRIES = ['Energy', 'Real Estate', 'Transportation', 'Construction', 'Technology', 'Food & Beverage', 'Healthcare', 'Retail', 'Manufacturing']; // prettier-ignore

/** What a person without a usable address has in the field. */
export const BAD_EMAILS = [
  '', '', '', 'n/a', '-', 'mangler', 'ukjent', '{first}@', '{first}.{last}', '{first}(at){host}', '{first}@{word}',
  '{first} {last}@{host}', '{first}@{host}, post@{host}', '{first}@@{host}', '{first}@{word}.con', 'www.{host}',
]; // prettier-ignore

/** Pipelines of deals: HubSpot's name and Salesforce's record type, what is sold, and the stages of both. The last stage is lost. */
export const PIPELINES = [
  {
    left: 'New business', right: 'New Business', subjects: ['Licences', 'Rollout', 'Support', 'Advisory', 'Training'],
    stages: [
      { left: 'Appointment scheduled', right: 'Prospecting' },
      { left: 'Qualified to buy', right: 'Qualification' },
      { left: 'Proposal sent', right: 'Proposal/Price Quote' },
      { left: 'Closed won', right: 'Closed Won', won: true },
      { left: 'Closed lost', right: 'Closed Lost', lost: true },
    ],
  },
  {
    left: 'Renewals', right: 'Renewal', subjects: ['Renewal', 'Extension', 'Service agreement'],
    stages: [
      { left: 'Up for renewal', right: 'Renewal Due' },
      { left: 'In negotiation', right: 'Negotiation/Review' },
      { left: 'Renewed', right: 'Renewed', won: true },
      { left: 'Churned', right: 'Churned', lost: true },
    ],
  },
]; // prettier-ignore

export const DEAL_KINDS = [
  { left: 'New Business', right: 'New Customer' },
  { left: 'Existing Business', right: 'Existing Customer - Upgrade' },
];

/** Owners as HubSpot names them and as Salesforce knows them. */
export const OWNERS = [
  { name: 'Kari Vangsnes', email: 'kari.vangsnes@solbakken.example.com' },
  { name: 'Nils Eikeland', email: 'nils.eikeland@solbakken.example.com' },
  { name: 'Freja Kjærholt', email: 'freja.kjarholt@solbakken.example.com' },
  { name: 'Göran Åkerblom', email: 'goran.akerblom@solbakken.example.com' },
  { name: 'Sigrid Tveitan', email: 'sigrid.tveitan@solbakken.example.com' },
];

export const NEXT_STEPS = ['Send the contract', 'Call back on Monday', 'Meet the board', 'Wait for the budget', 'Book a demonstration']; // prettier-ignore
