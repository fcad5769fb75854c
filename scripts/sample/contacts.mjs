import { BAD_EMAILS, FIRST_NAMES, LAST_NAMES, STAGES, TITLES } from './words.mjs';
import { asciiHost, fullPhone, hubspotTime, mojibake, nationalPhone, phoneOf, salesforceTime, slug, zeroPhone } from './values.mjs'; // prettier-ignore

export const CONTACT_LEFT = ['Record ID', 'First Name', 'Last Name', 'Email', 'Phone Number', 'Job Title', 'City', 'Lifecycle Stage', 'Last Modified Date']; // prettier-ignore
export const CONTACT_RIGHT = ['Id', 'FirstName', 'LastName', 'Email', 'Phone', 'Title', 'MailingCity', 'Customer_Stage__c', 'LastModifiedDate']; // prettier-ignore

/** Invented people, no two with one address. */
export function contactMaker(random, companies) {
  const taken = new Set();
  const known = STAGES.filter(({ right }) => right !== null);
  return function contact() {
    for (;;) {
      const company = random.pick(companies);
      const [first, last] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
      const email = `${slug(first)}.${slug(last)}@${asciiHost(company.host)}`;
      if (taken.has(email)) continue;
      taken.add(email);
      return {
        first, last, email, company,
        city: company.city,
        phone: phoneOf(random, company.country.name),
        title: random.pick(TITLES),
        stage: random.pick(known),
        modified: random.below(400_000),
      }; // prettier-ignore
    }
  };
}

/** The person as each app holds them when both agree. */
export function contactRows(random, it) {
  const left = {
    'First Name': it.first,
    'Last Name': it.last,
    Email: it.email,
    'Phone Number': fullPhone(it.phone),
    'Job Title': it.title,
    City: it.city,
    'Lifecycle Stage': it.stage.label,
    'Last Modified Date': hubspotTime(it.modified),
  };
  const right = {
    FirstName: it.first,
    LastName: it.last,
    Email: it.email,
    Phone: fullPhone(it.phone),
    Title: it.title,
    MailingCity: it.city,
    Customer_Stage__c: it.stage.right,
    LastModifiedDate: salesforceTime(it.modified + 2),
  };
  if (random.chance(0.12)) right.Email = it.email.replace(/^./, (c) => c.toUpperCase()).replace(/\.(.)/, (c) => c.toUpperCase()); // prettier-ignore
  if (random.chance(0.02)) left.Email = it.email.toUpperCase();
  if (random.chance(0.02)) left.Email = ` ${it.email}`;
  if (random.chance(0.01)) right.Email = `mailto:${it.email}`;
  if (random.chance(0.1)) right.Phone = random.pick([zeroPhone, nationalPhone])(it.phone);
  if (random.chance(0.06)) left['Phone Number'] = right.Phone = '';
  if (random.chance(0.03)) left['First Name'] = `${it.first} `;
  if (random.chance(0.02)) right.LastName = it.last.normalize('NFD');
  return { left, right };
}

/** What stands in the e-mail field of somebody without one. */
export const badEmail = (random, it) =>
  random
    .pick(BAD_EMAILS)
    .replace('{first}', slug(it.first))
    .replace('{last}', slug(it.last))
    .replace('{host}', asciiHost(it.company.host))
    .replace('{word}', slug(it.company.stem));

const SIGNATURE = 'Senior rådgiver strategiske kunder – Solbakken Group, avd. Marked og Kommunikasjon, Storgata 1, inngang B, 3. etasje. Denne e-posten kan være fortrolig'; // prettier-ignore
const other = (random, list, not) => random.pick(list.filter((value) => value !== not));
const otherStage = (random, it) => other(random, STAGES.slice(0, 6), it.stage);
const otherTown = (random, it, ...not) => other(random, it.company.country.towns.filter((town) => !not.includes(town)), it.city); // prettier-ignore
const newAddress = (it, n = 2) => it.email.replace('@', `${String(n)}@`);

/** What happened to people linked by the earlier sync: [how many, what happened]. */
export const LINKED_CONTACTS = [
  [40, ({ left, it, random }) => { left['Job Title'] = other(random, TITLES, it.title); }],
  [35, ({ left, it, random }) => { left['Lifecycle Stage'] = otherStage(random, it).label; }],
  [30, ({ right, it, random }) => { right.Title = other(random, TITLES, it.title); }],
  [24, ({ right, it, random }) => { right.MailingCity = otherTown(random, it); }],
  [16, ({ left, right, it, random }) => { left['Job Title'] = right.Title = other(random, TITLES, it.title); }],
  [20, ({ left, right, it, random }) => { // both changed: the rule decides
    left['Last Name'] = `${it.last}-${random.pick(LAST_NAMES.slice(0, 20))}`;
    right.LastName = random.pick(LAST_NAMES.slice(20, 40));
  }],
  [24, ({ left, right, it, random }) => { // both changed: asked
    left.City = otherTown(random, it);
    right.MailingCity = otherTown(random, it, left.City);
  }],
  [16, ({ left, right, it, random }) => {
    left['Job Title'] = other(random, TITLES.slice(0, 10), it.title);
    right.Title = other(random, TITLES.slice(10), it.title);
  }],
  [8, ({ left, right, it, random }) => { // both changed at the same minute
    left['Job Title'] = other(random, TITLES.slice(0, 10), it.title);
    right.Title = other(random, TITLES.slice(10), it.title);
    right.LastModifiedDate = salesforceTime(it.modified);
  }],
  [14, ({ left }) => { left['Job Title'] = ''; }], // a clear that travels
  [10, ({ right }) => { right.MailingCity = ''; }],
  [8, ({ left, right, it, random }) => { left['Job Title'] = ''; right.Title = other(random, TITLES, it.title); }],
  [16, ({ left, it }) => { left.Email = newAddress(it); }],
  [8, ({ right, it }) => { right.Email = newAddress(it, 3); }],
  [8, ({ left, it }) => { left.Email = it.email.replace('@', '(at)'); }],
  [14, ({ left }) => { left['Lifecycle Stage'] = 'Partner'; }], // the right has no such stage
  [8, ({ left }) => { left['Job Title'] = SIGNATURE; }], // too long for the right
  [5, ({ left }) => { left['Last Name'] = ''; }], // cleared, but required on the right
  [4, ({ left, right }) => { left.Email = 'sluttet'; right.Email = ''; }],
]; // prettier-ignore

/** How people differ whom the two apps both hold but whom no sync linked yet. */
export const UNLINKED_CONTACTS = [
  [70, ({ right, random }) => { right[random.pick(['Phone', 'Title', 'MailingCity', 'FirstName', 'Customer_Stage__c'])] = ''; }],
  [50, ({ left, random }) => { left[random.pick(['Phone Number', 'Job Title', 'City', 'First Name'])] = ''; }],
  [22, ({ left, right }) => { [right.FirstName, right.LastName] = [left['Last Name'], left['First Name'].trim()]; }], // swapped
  [14, ({ right, it }) => { right.FirstName = it.first.toUpperCase(); right.LastName = it.last.toUpperCase(); }],
  [18, ({ right, it }) => { right.LastName = plain(it.last); right.FirstName = plain(it.first); }],
  [12, ({ right, it }) => { right.FirstName = mojibake(it.first); right.LastName = mojibake(it.last); }],
  [22, ({ left, right, it, random }) => { left['Job Title'] = it.title; right.Title = other(random, TITLES, it.title); }],
  [12, ({ right, left, it, random }) => { right.Title = other(random, TITLES, it.title); left['Last Modified Date'] = ''; }],
  [18, ({ right, it, random }) => { right.Customer_Stage__c = otherStage(random, it).right; }],
  [36, ({ right, it, random }) => { right.MailingCity = otherTown(random, it); }], // asked
  [16, ({ left }) => { left['Lifecycle Stage'] = 'Partner'; }],
  [8, ({ left }) => { left['Job Title'] = SIGNATURE; left['Last Modified Date'] = hubspotTime(520_000); }],
  [14, ({ left, right, it }) => { left.Email = right.Email = it.email.replace(/\.example\..*$/, '.con'); }], // no such domain
]; // prettier-ignore

/** Without the Nordic letters, as an old system exports it. */
const plain = (text) => text.replace(/ø/g, 'o').replace(/Ø/g, 'O').replace(/æ/g, 'ae').replace(/å/g, 'a').replace(/Å/g, 'A').normalize('NFD').replace(/[\u0300-\u036f]/g, ''); // prettier-ignore
