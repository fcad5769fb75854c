/**
 * Everything the page says to the workers of a project, and what they answer: plain data, so it survives a structured clone.
 * Facts cross here, words do not: codes with values; the words are those of the catalogue.
 */
/** What every question is answered with. */
export type * from './answer.ts';
/** What went wrong, by code. */
export type * from './problem.ts';
export type { Kept, ReadOnlyBecause } from '../store/problem.ts';
/** What the page notices the end of a worker by. */
export type * from './supervised.ts';
/** The store and the projects in it. */
export type * from './store.ts';
/** The files of the sides and what their columns hold. */
export type * from './sides.ts';
/** What files leave open, and the rows it is about. */
export type * from './questions.ts';
/** Sides that are apps: signing in, and reading. */
export type * from './live.ts';
/** The worker that reads files into the store. */
export type * from './import-worker.ts';
/** The design, its steps and what it does on the records. */
export type * from './design.ts';
/** A plan as a whole, its subjects as a list, and one of them. */
export type * from './plan.ts';
/** Why values differ, and what would take it away. */
export type * from './differ.ts';
/** Why two records are not linked. */
export type * from './why-not.ts';
/** What a person decides on the subjects of a plan. */
export type * from './decisions.ts';
/** The one history of a project. */
export type * from './history.ts';
/** What the worker tells without having been asked. */
export type * from './events.ts';
/** What was handed over, and what result files say of it. */
export type * from './hand-over.ts';
/** The plan beside HubSpot's. */
export type * from './hubspot.ts';
/** Rounds of a rehearsal. */
export type * from './rounds.ts';
/** Why records fail, and all records by their state. */
export type * from './health.ts';
/** Files that leave the workbench. */
export type * from './files.ts';
/** The worker that owns store, records, plan and decisions of a project. */
export type * from './project-worker.ts';
/** Pushes: what would be written, what was, and the way back. */
export type * from './push.ts';
export type * from './push-line.ts';
/** Continuous sync: what rules approve is pushed while the apps are watched. */
export type * from './continuous.ts';
