import { companyMaker, companyRows, LINKED_COMPANIES, UNLINKED_COMPANIES } from './companies.mjs';
import { badEmail, contactMaker, contactRows, LINKED_CONTACTS, UNLINKED_CONTACTS } from './contacts.mjs';
import { dealMaker, dealRows, LINKED_DEALS, SENT_DEALS, UNLINKED_DEALS } from './deals.mjs';
import { pairsOf } from './world.mjs';

/** Who is in the sample: pairs with and without a common past, and every kind of record that stands alone. */

export function makeCompanies(random, { mappings }) {
  const make = companyMaker(random);
  const common = { random, make, rowsOf: companyRows, mappings };
  const linked = pairsOf({ ...common, count: 560, stories: LINKED_COMPANIES, linked: true });
  const unlinked = pairsOf({ ...common, count: 1080, stories: UNLINKED_COMPANIES, linked: false });
  const subjects = [...linked, ...unlinked];
  const steady = linked.filter(({ plain }) => plain);
  const lone = alone(subjects, { random, make, rowsOf: companyRows });

  // Groups whose companies share one domain: the name tells them apart, a new one waits for a person.
  times(8, () => {
    const parent = make();
    const group = { stem: parent.stem, country: parent.country, host: parent.host };
    const member = () => make(group);
    subjects.push(...pairsOf({ ...common, make: member, count: 3, stories: [], linked: false }));
    const row = companyRows(random, member()).left;
    subjects.push({ it: parent, left: row, right: null, base: null });
  });
  times(150, () => lone('left'));
  times(130, () => lone('right'));
  times(8, () => lone('left', (row) => (row['Company name'] = ''))); // required on the right
  times(14, () => lone('left', (row) => (row['Company name'] = row['Company Domain Name'] = '')));
  times(9, () => lone('right', (row) => (row.Name = row.Website = '')));
  times(6, () => lone('left', (row) => (row.Industry = 'Aquaculture')));
  times(4, () => lone('left', (row) => (row['Customer since'] = '00.00.0000')));

  // Duplicates of a company both apps hold.
  times(26, (n) =>
    copy(
      subjects,
      unlinked[400 + n],
      'left',
      (row) => (row['Company name'] = row['Company name'].toUpperCase()),
    ),
  );
  times(20, (n) => copy(subjects, unlinked[440 + n], 'right', (row) => (row.Phone = '')));
  // Name of one company, domain of another.
  times(12, (n) =>
    copy(
      subjects,
      steady[n],
      'left',
      (row) => (row['Company Domain Name'] = steady[n + 20].left['Company Domain Name']),
    ),
  );
  times(6, (n) =>
    copy(subjects, steady[n + 40], 'right', (row) => (row.Website = steady[n + 60].right.Website)),
  );
  // A linked company takes a new name; another one carries the old name.
  times(6, (n) => {
    const renamed = steady[n + 80];
    copy(subjects, renamed, n % 2 === 0 ? 'left' : 'right', (row, it) => {
      const host = it.host.replace('.example', '-drift.example');
      if (n % 2 === 0) row['Company Domain Name'] = host;
      else row.Website = host;
    });
    renamed.left['Company name'] = `${renamed.it.stem} Norden ${renamed.it.form}`;
  });
  times(4, (n) => (steady[n + 100].left = null));
  times(5, (n) => (steady[n + 110].right = null));
  return subjects;
}

export function makeContacts(random, { mappings }, companies) {
  const make = contactMaker(
    random,
    companies.map(({ it }) => it),
  );
  const common = { random, make, rowsOf: contactRows, mappings };
  const linked = pairsOf({ ...common, count: 1250, stories: LINKED_CONTACTS, linked: true });
  const unlinked = pairsOf({ ...common, count: 3880, stories: UNLINKED_CONTACTS, linked: false });
  const subjects = [...linked, ...unlinked];
  const steady = linked.filter(({ plain }) => plain);
  const lone = alone(subjects, { random, make, rowsOf: contactRows });

  const created = times(384, () => lone('left'));
  times(300, () => lone('right'));
  times(14, () => lone('left', (row) => (row['Last Name'] = ''))); // required on the right
  times(16, () => lone('left', (row) => (row['Lifecycle Stage'] = 'Partner')));
  times(6, () => lone('left', (row) => (row['Job Title'] = `${'Fagansvarlig '.repeat(11)}`.trim())));
  times(8, () => lone('right', (row) => (row.Customer_Stage__c = 'Hot')));
  times(150, () => lone('left', (row, it) => (row.Email = badEmail(random, it))));
  times(110, () => lone('right', (row, it) => (row.Email = badEmail(random, it))));

  times(70, (n) =>
    copy(subjects, unlinked[800 + n], 'left', (row, it) => (row.Email = it.email.toUpperCase())),
  );
  times(10, (n) =>
    copy(subjects, created[n], 'left', (row) => (row['First Name'] = row['First Name'].slice(0, 1))),
  );
  times(55, (n) => copy(subjects, unlinked[900 + n], 'right', (row) => (row.Phone = '')));

  // A new person has taken over the mailbox that a linked one still has on the other side.
  times(12, (n) => {
    const moved = steady[n];
    copy(subjects, moved, n % 3 === 2 ? 'right' : 'left', (row, it) => {
      const [first, last] = n % 3 === 2 ? ['FirstName', 'LastName'] : ['First Name', 'Last Name'];
      row[first] = it.first === 'Tuva' ? 'Vilde' : 'Tuva';
      row[last] = 'Nyansatt';
    });
    moved.left.Email = moved.it.email.replace('@', '.privat@');
  });
  // The new address of a linked person is taken on the right by somebody else.
  times(6, (n) => {
    const taken = steady[n + 20];
    taken.left.Email = taken.it.email.replace('@', '.2@');
    copy(subjects, taken, 'right', (row) => (row.Email = taken.left.Email));
  });
  // Handed over in one form, kept by the app in another: unchanged.
  times(6, (n) => {
    const pair = steady[n + 40];
    pair.left['Phone Number'] = '+46 8 465 004 99';
    pair.right.Phone = '+4684650-0499';
    pair.base.left['Phone Number'] = pair.base.right.Phone = '+46 8 465 004 99';
    const to = pair.left['Phone Number'];
    pair.sent = { right: { Phone: { from: '', to, other: to, because: 'fill-blank', tries: 1 } } };
  });
  times(5, (n) => (steady[n + 50].by = 'person'));
  times(9, (n) => (steady[n + 60].left = null));
  times(11, (n) => (steady[n + 70].right = null));
  times(4, (n) => (steady[n + 90].left = steady[n + 90].right = null));
  return subjects;
}

/** Deals of companies that both apps hold, their ids known. */
export function makeDeals(random, { mappings, stages, associations: [company] }, companies) {
  const both = companies.filter(({ left, right }) => left !== null && right !== null);
  const make = dealMaker(random, both);
  const watched = [
    ...mappings,
    { left: stages.left.pipeline, right: stages.right.pipeline },
    { left: stages.left.stage, right: stages.right.stage },
    { left: company.left.field, right: company.right.field },
  ];
  const common = { random, make, rowsOf: dealRows, mappings: watched };
  const linked = pairsOf({ ...common, count: 160, stories: LINKED_DEALS, linked: true });
  const unlinked = pairsOf({ ...common, count: 220, stories: UNLINKED_DEALS, linked: false });
  const subjects = [...linked, ...unlinked];
  const steady = linked.filter(({ plain }) => plain);
  const lone = alone(subjects, { random, make, rowsOf: dealRows });

  times(40, () => lone('left'));
  times(26, () => lone('right'));
  times(18, () => lone('left', (row) => (row.Pipeline = 'Partners'))); // a pipeline that is not synced
  times(12, () => lone('right', (row) => (row.CloseDate = '2019-06-30'))); // long over
  times(6, () => lone('left', (row) => (row['Associated Company IDs'] = ''))); // no company, which a deal needs
  times(4, () => lone('left', (row) => (row['Associated Company IDs'] = '18299999998')));
  times(5, () => lone('left', (row) => (row['Deal Stage'] = 'On hold')));
  lone('left', (row) => (row['Deal Name'] = 'TEST, do not sync'));

  const stories = SENT_DEALS.flatMap(([count, story]) => Array(count).fill(story));
  stories.forEach((story, n) => {
    const pair = steady[n];
    const from = pair.right.Amount;
    const to = story(pair);
    pair.sent = { right: { Amount: { from, to, other: to, because: 'left-changed', tries: 1 } } };
  });
  times(4, (n) => (steady[n + 20].right = null)); // deleted there: its file is called complete
  times(3, (n) => (steady[n + 30].left = null));
  return subjects;
}

const times = (count, act) => Array.from({ length: count }, (_, n) => act(n));

/** Adds a record that one side alone has, with what is changed of it; gives the subject. */
const alone =
  (subjects, { random, make, rowsOf }) =>
  (side, change = () => {}) => {
    const it = make();
    const row = rowsOf(random, it)[side];
    change(row, it);
    const subject = {
      it,
      left: side === 'left' ? row : null,
      right: side === 'right' ? row : null,
      base: null,
    };
    subjects.push(subject);
    return subject;
  };

/** Another record of one side, made from the one that is there. */
function copy(subjects, { it, left, right }, side, change) {
  const row = { ...(side === 'left' ? left : right) };
  change(row, it);
  subjects.push({ it, left: side === 'left' ? row : null, right: side === 'right' ? row : null, base: null });
}
