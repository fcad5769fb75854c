import { hubspotTime, isoDate, nordicDate, osloTime, salesforceTime } from './values.mjs';
import { DEAL_KINDS, NEXT_STEPS, OWNERS, PIPELINES } from './words.mjs';

export const DEAL_LEFT = ['Record ID', 'Deal Name', 'Pipeline', 'Deal Stage', 'Amount', 'Close Date', 'Contract signed', 'Deal Type', 'Deal owner', 'Next step', 'Closed Lost Reason', 'Deal Description', 'Associated Company IDs', 'Last Modified Date']; // prettier-ignore
export const DEAL_RIGHT = ['Id', 'Name', 'RecordType.Name', 'StageName', 'Amount', 'CloseDate', 'Signed_At__c', 'Type', 'Owner.Email', 'NextStep', 'Loss_Reason__c', 'Description', 'AccountId', 'LeadSource', 'LastModifiedDate']; // prettier-ignore

/** Invented deals of companies both apps hold, no two of one name. */
export function dealMaker(random, companies) {
  const taken = new Set();
  return function deal(kind = random.chance(0.7) ? 0 : 1) {
    for (;;) {
      const company = random.pick(companies);
      const pipeline = PIPELINES[kind];
      const year = 2024 + random.below(3);
      const what = random.pick(pipeline.subjects);
      const name = `${company.it.stem} ${company.it.trade}: ${what} ${String(year)}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return {
        name, company, pipeline,
        stage: random.pick(pipeline.stages),
        amount: (4 + random.below(400)) * 2500,
        close: [year, 1 + random.below(12), 1 + random.below(28)],
        signed: random.below(400_000),
        type: random.pick(DEAL_KINDS),
        owner: random.pick(OWNERS.slice(0, 5)),
        next: random.pick(NEXT_STEPS),
        modified: random.below(400_000),
      }; // prettier-ignore
    }
  };
}

/** The deal as each app holds it when both agree: same facts, each app's habits. */
export function dealRows(random, it) {
  const { won, lost } = it.stage;
  const reason = lost ? random.pick(['Price', 'Timing', 'Lost to competitor']) : '';
  const left = {
    'Deal Name': it.name,
    Pipeline: it.pipeline.left,
    'Deal Stage': it.stage.left,
    Amount: String(it.amount),
    'Close Date': nordicDate(it.close),
    'Contract signed': won ? osloTime(it.signed) : '',
    'Deal Type': it.type.left,
    'Deal owner': it.owner.name,
    'Next step': it.next,
    'Closed Lost Reason': reason,
    'Deal Description': `Agreed with ${it.company.it.stem}: ${it.next}.`,
    'Associated Company IDs': it.company.left['Record ID'],
    'Last Modified Date': hubspotTime(it.modified),
  };
  const right = {
    Name: it.name,
    'RecordType.Name': it.pipeline.right,
    StageName: it.stage.right,
    Amount: `${String(it.amount)}.00`,
    CloseDate: isoDate(it.close),
    Signed_At__c: won ? salesforceTime(it.signed) : '',
    Type: it.type.right,
    'Owner.Email': it.owner.email,
    NextStep: it.next,
    Loss_Reason__c: reason,
    Description: `Agreed with ${it.company.it.stem}: ${it.next}.`,
    AccountId: it.company.right.Id,
    LeadSource: 'HubSpot',
    LastModifiedDate: salesforceTime(it.modified + 3),
  };
  if (random.chance(0.06)) left['Next step'] = ` ${left['Next step']} `;
  if (random.chance(0.08)) right.Name = it.name.replace(': ', ':  ');
  if (random.chance(0.1)) right.Description = `<p>${right.Description}</p>`;
  return { left, right };
}

const otherStage = (random, it) => random.pick(it.pipeline.stages.filter((stage) => stage !== it.stage && !stage.won && !stage.lost)); // prettier-ignore
const raised = (it, by) => String(it.amount + by);

/** What happened to deals linked by the earlier sync: [how many, what happened]. */
export const LINKED_DEALS = [
  [9, ({ left, it, random }) => { left['Deal Stage'] = otherStage(random, it).left; }],
  [6, ({ right, it, random }) => { right.StageName = otherStage(random, it).right; }],
  [5, ({ left }) => { left['Deal Stage'] = 'On hold'; }], // no stage of the other side stands for it
  [6, ({ left, right, it }) => { left.Amount = raised(it, 5000); right.Amount = `${raised(it, 12_500)}.00`; }], // asked
  [4, ({ right }) => { right.CloseDate = right.CloseDate.replace(/-\d\d$/, '-28'); }],
  [4, ({ left, it }) => { left['Closed Lost Reason'] = ''; left['Deal Stage'] = it.pipeline.stages.at(-1).left; }], // lost, and nobody says why
  [3, ({ left }) => { left['Deal owner'] = 'Bo Nyansatt'; }], // of whom the table of owners does not know
  [3, ({ left }) => { left['Deal Type'] = 'Pilot'; }], // a kind the value map does not know
  [4, ({ left, it }) => { left['Associated Company IDs'] = `${it.company.left['Record ID']};18299999999`; }], // only the first counts
  [3, ({ left }) => { left['Associated Company IDs'] = '18299999999'; }], // a company no file has
]; // prettier-ignore

/** What became of values handed over last time: [how many, what], `by`: what was sent in place of what stood there. */
export const SENT_DEALS = [
  // Taken, and nothing since.
  [4, ({ left, right, it }) => { left.Amount = raised(it, 7500); right.Amount = `${raised(it, 7500)}.00`; return raised(it, 7500); }],
  // Not taken: what stood there stands there still.
  [3, ({ left, it }) => { left.Amount = raised(it, 2500); return raised(it, 2500); }],
  // Something else stands there now.
  [3, ({ left, right, it }) => { left.Amount = raised(it, 2500); right.Amount = `${raised(it, 99_000)}.00`; return raised(it, 2500); }],
]; // prettier-ignore

/** How deals differ that both apps hold but that no sync linked yet. */
export const UNLINKED_DEALS = [
  [16, ({ right, it, random }) => { right.StageName = otherStage(random, it).right; }],
  [10, ({ right }) => { right.NextStep = ''; }],
  [8, ({ right }) => { right.LeadSource = ''; }],
  [8, ({ left }) => { left.Amount = ''; }],
  [6, ({ right }) => { right.Name = right.Name.toUpperCase(); }], // the same, but for its form
  [5, ({ right, it }) => { right.Signed_At__c = it.stage.won ? salesforceTime(it.signed + 60) : ''; }],
]; // prettier-ignore
