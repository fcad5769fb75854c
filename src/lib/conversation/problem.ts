import type { Account, LiveApp } from '../connectors/app/app-connector.ts';
import type { AppFault } from '../connectors/app/fault.ts';
import type { DesignError, Side } from '../engine/index.ts';
import type { BaselineFault, ChoicesFault } from '../formats/fault.ts';
import type { StoreProblem } from '../store/problem.ts';
import type { ReadProblem } from '../connectors/report.ts';

/** What is not as it should be: a code with all its sentence needs. The words, and what to do, are the catalogue's. */
export type Problem =
  | StoreProblem
  | ReadProblem
  | { readonly code: 'no-store' | 'no-project' | 'no-records' | 'no-design' }
  /** `name`: of the design; empty where it has none. */
  | { readonly code: 'design-errors'; readonly name: string; readonly errors: readonly DesignError[] }
  | { readonly code: 'bad-baseline'; readonly line: number; readonly fault: BaselineFault }
  | { readonly code: 'not-there'; readonly name: string; readonly because: string | number }
  | { readonly code: 'bad-project-file'; readonly name: string; readonly fault: ProjectFileFault }
  | {
      readonly code: 'newer-project-file';
      readonly name: string;
      readonly format: string;
      readonly known: string;
    }
  | { readonly code: 'decisions-not-taken'; readonly count: number; readonly sync: string }
  /** Put right at opening: what a browser that ended left unfinished; parts of a project whose own entry is gone. */
  | { readonly code: 'unfinished-removed' }
  | { readonly code: 'lost-project'; readonly id: string }
  /** Checks that are broken and block: nothing more is approved (S400). `names`: theirs. */
  | { readonly code: 'checks-broken'; readonly names: readonly string[] }
  | { readonly code: 'superseded' | 'no-plan' | 'no-view' | 'no-such-record' }
  | { readonly code: 'unknown-sync'; readonly sync: string }
  | { readonly code: 'unknown-subject'; readonly sync: string; readonly subject: number }
  /** A worker died, or never came; what it says of it, empty where it says nothing. */
  | { readonly code: 'worker-stopped'; readonly because: string }
  /** PH6: a file of only what changed, and the columns that are not those of the file it was to be put into. */
  | {
      readonly code: 'other-columns';
      readonly file: string;
      readonly of: string;
      readonly missing: readonly string[];
      readonly unknown: readonly string[];
    }
  /** An app did not let somebody in, or did not give what it was asked for. `read`: records that came before, and are not lost. */
  | {
      readonly code: 'app-fault';
      readonly app: LiveApp;
      readonly during: 'sign-in' | 'read';
      readonly fault: Pick<AppFault, 'code' | 'status' | 'said'>;
      readonly read: number;
    }
  /** S352: the side is another account's. */
  | {
      readonly code: 'app-other-account';
      readonly app: LiveApp;
      readonly kept: Account;
      readonly found: Account;
    }
  /** S423: a sign-in in a window of the app's own was refused there, or is not the one that had begun here. */
  | {
      readonly code: 'app-window';
      readonly app: LiveApp;
      readonly because: 'refused' | 'other-sign-in';
      readonly said: string;
    }
  /** Signed in, at a host that this page may not call (S353). */
  | { readonly code: 'app-other-host'; readonly app: LiveApp; readonly found: string; readonly named: string }
  /** The account is parted from, and the app still takes its sign-in (S445). `said`: why; `''` where nothing was here to take it back with. */
  | { readonly code: 'app-not-taken-back'; readonly app: LiveApp; readonly said: string }
  | { readonly code: 'app-signed-out'; readonly app: LiveApp | null }
  | { readonly code: 'app-no-object'; readonly app: LiveApp; readonly object: string }
  /** S420: of the vault. `side`: what it holds for that side cannot be opened though the passphrase is the right one. */
  | { readonly code: 'no-vault' | 'wrong-passphrase' }
  | { readonly code: 'passphrase-short'; readonly least: number }
  | { readonly code: 'vault-damaged'; readonly side: Side }
  /** Records are not read while they are written. */
  | { readonly code: 'push-runs' }
  /** A result file, and nothing it can tell of. */
  | { readonly code: 'no-hand-over'; readonly name: string }
  /** Files could not be handed to the person. */
  | { readonly code: 'not-saved'; readonly because: string }
  /** The journal of a push cannot be read or written, and so nothing is sent; the store's own code. */
  | { readonly code: 'push-journal'; readonly because: string }
  /** The browser would not promise to keep the data. */
  | { readonly code: 'not-persisted' }
  /** Dropped where nothing takes it. */
  | { readonly code: 'dropped-beside'; readonly name: string }
  /** A fault of ours that nothing else has caught. */
  | { readonly code: 'unexpected'; readonly because: string };

export type ProblemCode = Problem['code'];

/** Why a file is no project file. `choices`: those inside it cannot be used. */
export type ProjectFileFault =
  | { readonly is: 'another-file' | 'damaged' | 'no-design' | 'incomplete' | 'not-utf8' }
  /** `bytes`: of the entry once it is unpacked; `most`: of what is taken. */
  | { readonly is: 'too-large'; readonly entry: string; readonly bytes: number; readonly most: number }
  | { readonly is: 'format'; readonly found: string }
  | { readonly is: 'no-head'; readonly format: string }
  | { readonly is: 'broken-rows'; readonly count: number }
  | { readonly is: 'rows-missing'; readonly found: number; readonly named: number }
  | { readonly is: 'decisions-line' | 'decisions-rows' }
  | { readonly is: 'choices'; readonly fault: ChoicesFault };
