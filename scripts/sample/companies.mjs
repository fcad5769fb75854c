import { COUNTRIES, INDUSTRIES, NAME_ENDS, NAME_STARTS, TRADES } from './words.mjs';
import { asciiHost, fullPhone, hubspotTime, isoDate, nationalPhone, nordicDate, phoneOf, salesforceTime, slug, zeroPhone } from './values.mjs'; // prettier-ignore

export const COMPANY_LEFT = ['Record ID', 'Company name', 'Company Domain Name', 'Phone Number', 'City', 'Country/Region', 'Industry', 'Number of Employees', 'Annual Revenue', 'Customer since', 'Last Modified Date']; // prettier-ignore
export const COMPANY_RIGHT = ['Id', 'Name', 'Website', 'Phone', 'BillingCity', 'BillingCountry', 'Industry', 'NumberOfEmployees', 'AnnualRevenue', 'Customer_Since__c', 'LastModifiedDate']; // prettier-ignore

/** Invented companies, no two with one name or host. */
export function companyMaker(random) {
  const taken = new Set(['solbakken']);
  const weighted = COUNTRIES.flatMap((country) => Array(country.share * 2).fill(country));
  return function company(group = null) {
    const country = group === null ? random.pick(weighted) : group.country;
    for (;;) {
      const stem = group === null ? random.pick(NAME_STARTS) + random.pick(NAME_ENDS) : group.stem;
      const trade = random.pick(TRADES);
      const host = `${slug(stem)}${slug(trade).slice(0, 3)}`;
      if (taken.has(host)) continue;
      taken.add(host);
      const form = random.pick(country.forms);
      return {
        stem, trade, country, form,
        name: `${stem} ${trade}`,
        host: group?.host ?? `${host}.example.${country.tld}`,
        city: random.pick(country.towns),
        phone: phoneOf(random, country.name),
        industry: random.pick(INDUSTRIES),
        employees: 2 + random.below(random.chance(0.1) ? 2400 : 90),
        revenue: (10 + random.below(4000)) * 50_000,
        since: [2004 + random.below(20), 1 + random.below(12), 1 + random.below(28)],
        modified: random.below(400_000),
      }; // prettier-ignore
    }
  };
}

/** The company as each app holds it when both agree: same facts, each app's habits. */
export function companyRows(random, it) {
  const left = {
    'Company name': `${it.name} ${it.form}`,
    'Company Domain Name': it.host,
    'Phone Number': fullPhone(it.phone),
    City: it.city,
    'Country/Region': it.country.name,
    Industry: it.industry,
    'Number of Employees': String(it.employees),
    'Annual Revenue': String(it.revenue),
    'Customer since': nordicDate(it.since),
    'Last Modified Date': hubspotTime(it.modified),
  };
  const right = {
    Name: random.chance(0.2) ? it.name : `${it.name} ${it.form}`,
    Website: random.chance(0.35) ? `https://www.${it.host}/` : it.host,
    Phone: random.chance(0.75) ? fullPhone(it.phone) : random.pick([zeroPhone, nationalPhone])(it.phone),
    BillingCity: it.city,
    BillingCountry: it.country.name,
    Industry: it.industry,
    NumberOfEmployees: String(it.employees),
    AnnualRevenue: random.chance(0.1)
      ? it.revenue.toExponential().replace('e+', 'E')
      : `${String(it.revenue)}.0`,
    Customer_Since__c: isoDate(it.since),
    LastModifiedDate: salesforceTime(it.modified + 3),
  };
  if (random.chance(0.05)) left['Company name'] = left['Company name'].toUpperCase();
  if (random.chance(0.04)) left['Company name'] = left['Company name'].replace(' ', '  ');
  if (random.chance(0.03)) left.City = `${left.City} `;
  return { left, right };
}

const other = (random, list, not) => random.pick(list.filter((value) => value !== not));
const newer = (row, it, minutes = 5000) => (row['Last Modified Date'] = hubspotTime(it.modified + minutes));

/** What happened to companies linked by the earlier sync: [how many, what happened]. */
export const LINKED_COMPANIES = [
  [30, ({ left, it, random }) => { left.City = other(random, it.country.towns, it.city); newer(left, it); }],
  [20, ({ right, it, random }) => { right.BillingCity = other(random, it.country.towns, it.city); }],
  [6, ({ left, right, it }) => { left['Number of Employees'] = right.NumberOfEmployees = String(it.employees + 7); }],
  [10, ({ left, right, it, random }) => { // both changed, to be decided by a person
    left.Industry = other(random, INDUSTRIES, it.industry);
    right.Industry = other(random, INDUSTRIES.filter((name) => name !== left.Industry), it.industry);
  }],
  [8, ({ left, right, it, random }) => {
    left.City = other(random, it.country.towns, it.city);
    right.BillingCity = other(random, it.country.towns.filter((town) => town !== left.City), it.city);
  }],
  [6, ({ left, right, it }) => { // most recent wins
    left['Number of Employees'] = String(it.employees + 3);
    right.NumberOfEmployees = String(it.employees + 12);
    right.LastModifiedDate = salesforceTime(it.modified + 9000);
  }],
  [4, ({ left, right, it }) => { // … unless nobody knows when
    left['Number of Employees'] = String(it.employees + 3);
    right.NumberOfEmployees = String(it.employees + 12);
    left['Last Modified Date'] = '';
  }],
  [14, ({ right, it }) => { right.AnnualRevenue = `${String(it.revenue + 750_000)}.0`; }],
  [6, ({ left, it }) => { left['Annual Revenue'] = String(it.revenue - 250_000); }],
  [6, ({ left }) => { left['Customer since'] = ''; }],
  [6, ({ right }) => { right.Customer_Since__c = ''; }], // a clear: asked
  [8, ({ left, it }) => { left['Company name'] = `${it.stem} Gruppen ${it.form}`; }],
  [5, ({ left, it }) => { left['Company Domain Name'] = it.host.replace('.example', '-ny.example'); }],
  [6, ({ left, it, random }) => { left['Number of Employees'] = random.pick(['ca. 50', '10-20', 'ukjent']); newer(left, it); }],
  [5, ({ left, random }) => { left['Customer since'] = random.pick(['31.02.2019', 'våren 2020', '2021']); }],
]; // prettier-ignore

/** How companies differ that the two apps both hold but that no sync linked yet. */
export const UNLINKED_COMPANIES = [
  [28, ({ right, random }) => { right[random.pick(['Phone', 'BillingCity', 'Industry', 'Customer_Since__c'])] = ''; }],
  [22, ({ left, random }) => { left[random.pick(['Phone Number', 'City', 'Number of Employees', 'Annual Revenue'])] = ''; }],
  [18, ({ right, it }) => { right.Name = `${it.stem} Holding`; }], // the domain alone matches
  [16, ({ left, it }) => { left['Company Domain Name'] = random0(it); }], // the name alone matches
  [18, ({ right, it }) => { right.BillingCountry = it.country.local; }],
  [16, ({ left, it, random }) => { left.Industry = other(random, INDUSTRIES, it.industry); }], // asked
  [12, ({ right, it }) => { right.AnnualRevenue = `${String(it.revenue + 500_000)}.0`; }],
  [9, ({ right, it }) => { right.NumberOfEmployees = String(it.employees + 20); }],
  [8, ({ left, it, random }) => { left['Number of Employees'] = random.pick(['ca. 30', '50+', '5 til 10']); newer(left, it); }],
  [6, ({ left }) => { left.Industry = 'Aquaculture'; left.City = ''; }], // no option, but asked first
  [12, ({ left, right, it }) => { // one host in two spellings
    const host = `${it.stem.toLowerCase()}-${it.trade.slice(0, 3).toLowerCase()}.example.${it.country.tld}`;
    left['Company Domain Name'] = host;
    right.Website = asciiHost(host);
  }],
]; // prettier-ignore

const random0 = (it) => (it.since[0] % 2 === 0 ? '' : it.host.replace('.example', '-web.example'));
