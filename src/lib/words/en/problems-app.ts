import type { LiveApp, Problem } from '../../conversation/index.ts';
import type { Speech } from '../speech.ts';
import { callFaults } from './fault-calls.ts';

type AppProblem = Extract<
  Problem,
  {
    readonly code:
      | 'app-fault'
      | 'app-other-account'
      | 'app-signed-out'
      | 'app-no-object'
      | 'push-runs'
      | 'app-window'
      | 'app-other-host'
      | 'app-not-taken-back'
      | 'no-vault'
      | 'wrong-passphrase'
      | 'passphrase-short'
      | 'vault-damaged';
  }
>;

const NAMES: Readonly<Record<LiveApp, string>> = {
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  odoo: 'Odoo',
  pocketbase: 'PocketBase',
};

/** What each app calls the secret it did not take, and where a person finds it. */
const SECRETS: Readonly<Record<LiveApp, string>> = {
  hubspot:
    'HubSpot does not accept this token. Copy it once more from the private app in HubSpot (Settings, Integrations); it begins with pat-.',
  salesforce:
    'Salesforce does not accept this sign-in any more. A session token ends with its session, and an administrator can end a sign-in: sign in again.',
  odoo: 'Odoo does not accept this API key for this database. Make a new one in Odoo (My profile, Account security).',
  pocketbase: 'PocketBase does not know this e-mail with this password as a superuser.',
};

/** What went wrong with an app, and what stands. */
export function appProblem(
  problem: AppProblem,
  { plural }: Speech,
): { readonly title: string; readonly detail: string } {
  switch (problem.code) {
    case 'app-fault': {
      const { app, during, fault, read } = problem;
      const { code, status, said } = fault;
      const [sentence = '', step = ''] = callFaults(NAMES[app])[code] ?? [];
      const title = code === 'signed-out' && during === 'sign-in' ? SECRETS[app] : sentence;
      const words = said === '' ? '' : `It says: ${said}${status === null ? '' : ` (${String(status)})`}. `;
      if (during === 'sign-in')
        return { title, detail: `${words}${code === 'signed-out' ? '' : `${step} `}Nobody is signed in.` };
      const stands = plural(read, {
        one: '# record was read and waits: reading goes on behind it.',
        other: '# records were read and wait: reading goes on behind them.',
      });
      return { title, detail: `${words}${step} ${read === 0 ? 'What the side had before stands.' : stands}` };
    }
    case 'app-other-account': {
      const { app, kept, found } = problem;
      return {
        title: `This is another account of ${NAMES[app]}: ${found.name} (${found.id}).`,
        detail: `The records of this side are of ${kept.name} (${kept.id}), and an id means a record in one account only. Sign in to that one, or part from it first.`,
      };
    }
    case 'app-signed-out':
      return {
        title:
          problem.app === null ? 'This side is no app.' : `Nobody is signed in to ${NAMES[problem.app]}.`,
        detail: 'A sign-in is kept in memory alone and ends when the page is loaded again. Sign in first.',
      };
    case 'app-no-object':
      return {
        title: `${NAMES[problem.app]} has no ${problem.object} that this sign-in may read.`,
        detail: 'What the side had before stands. Choose what to read again.',
      };
    case 'push-runs':
      return {
        title: 'A push of this project runs.',
        detail: 'What it writes is read once it is over. Nothing was read now.',
      };
    case 'app-window': {
      const name = NAMES[problem.app];
      const words = problem.said === '' ? '' : `It says: ${problem.said}. `;
      return problem.because === 'refused'
        ? {
            title: `The sign-in was refused at ${name}.`,
            detail: `${words}Nobody is signed in. Try again, and allow what is asked for; where the org does not let this user in, its administrator can.`,
          }
        : {
            title: `What came back from ${name} is not the sign-in that was begun here.`,
            detail:
              'It may be of an older window, or of somebody else, so nothing of it was taken. Go on in the window that was opened last, or begin again.',
          };
    }
    case 'app-other-host':
      return {
        title: `This org of ${NAMES[problem.app]} is at ${problem.found}, and this page may call ${problem.named} only.`,
        detail: `Nobody is signed in. End Drysync and start it for that org: npm start -- --salesforce ${problem.found}`,
      };
    case 'app-not-taken-back': {
      const name = NAMES[problem.app];
      return {
        title: `The account is parted from, but its sign-in still holds at ${name}.`,
        detail: `${problem.said === '' ? 'Nobody was signed in here, so there was nothing to take it back with.' : `It could not be taken back: ${problem.said}.`} Take it back in ${name}: in the settings of the person, or as an administrator under OAuth usage of the connected app.`,
      };
    }
    case 'no-vault':
      return {
        title: 'This project has no vault any more.',
        detail: 'It was forgotten, here or in another window. Sign in by hand.',
      };
    case 'wrong-passphrase':
      return {
        title: 'This is not the passphrase of the vault.',
        detail:
          'Nothing was changed. Look at capital letters and the keyboard’s language; a vault that is damaged says the same. Without its passphrase it can only be forgotten.',
      };
    case 'passphrase-short':
      return {
        title: `A passphrase has at least ${String(problem.least)} characters.`,
        detail: 'Who gets at this machine’s files can try short ones one after the other. No vault was made.',
      };
    case 'vault-damaged':
      return {
        title: 'What the vault holds for this side cannot be opened.',
        detail: 'Sign in by hand: what is typed takes its place in the vault.',
      };
    default:
      return problem satisfies never;
  }
}
