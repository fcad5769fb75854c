import type { connect } from './en/connect.ts';
import type { design } from './en/design.ts';
import type { errors } from './en/errors.ts';
import type { faults } from './en/faults.ts';
import type { health } from './en/health.ts';
import type { home } from './en/home.ts';
import type { live } from './en/live.ts';
import type { plan } from './en/plan.ts';
import type { problems } from './en/problems.ts';
import type { push } from './en/push.ts';
import type { reading } from './en/reading.ts';
import type { shell } from './en/shell.ts';
import type { sides } from './en/sides.ts';
import type { signs } from './en/signs.ts';
import type { terms } from './en/terms.ts';
import type { whyNot } from './en/why-not.ts';
import type { Speech } from './speech.ts';

/**
 * Every word a person reads, by part: a string, or a function of values that gives a whole sentence. English is the
 * language the type is taken from; every other one has to say the same things.
 */
export interface Messages {
  /** The field's terms, used on several screens: outcomes, reasons, sides, types. */
  readonly terms: ReturnType<typeof terms>;
  /** What frames every screen: bar, rail, help, jobs, updates. */
  readonly shell: ReturnType<typeof shell>;
  /** What went wrong, by code, and what to do. */
  readonly problems: ReturnType<typeof problems>;
  /** What is wrong with a design, and what a plan warns of. */
  readonly errors: ReturnType<typeof errors>;
  /** How files were read and what their columns are. */
  readonly reading: ReturnType<typeof reading>;
  /** Characters nobody can see, and values that look alike. */
  readonly signs: ReturnType<typeof signs>;
  readonly home: ReturnType<typeof home>;
  readonly health: ReturnType<typeof health>;
  readonly sides: ReturnType<typeof sides>;
  /** Sides that are apps. */
  readonly connect: ReturnType<typeof connect>;
  /** Sides that are apps, read again. */
  readonly live: ReturnType<typeof live>;
  readonly design: ReturnType<typeof design>;
  readonly plan: ReturnType<typeof plan>;
  /** What would be written to the apps, what was, and the way back. */
  readonly push: ReturnType<typeof push>;
  /** What every refusal and failure of an app, a push or a file says, and what takes it away. */
  readonly faults: ReturnType<typeof faults>;
  readonly whyNot: ReturnType<typeof whyNot>;
}

export type Part = keyof Messages;

/** How a language gives its parts. */
export type Parts = { readonly [P in Part]: () => Promise<(speech: Speech) => Messages[P]> };
