/**
 * The engine's only door: a table of contents, each room by what it is for. Everything behind it is pure; docs/rules has the rules,
 * ARCHITECTURE.md the way.
 */
/** The nouns, one a file. */
export * from './model/index.ts';
/** How long work is driven and remembered. */
export * from './run/index.ts';
/** Record sets as columns: made, opened, read. */
export * from './columns/index.ts';
/** Text → value. */
export * from './read/index.ts';
/** What a column looks like. */
export * from './profile/index.ts';
/** Keys and links. */
export * from './match/index.ts';
/** What result files say of what was handed over. */
export { answerHandOvers, type Answered } from './merge/handed/answers.ts';
/** A design: read, checked, edited, refused. */
export * from './design/index.ts';
/** The dry run. */
export * from './plan/index.ts';
/** What a plan says of one subject. */
export * from './plan/lines/index.ts';
/** What a plan comes to. */
export * from './plan/totals/index.ts';
/** What of the differences an owner of data mends. */
export { ownedTest, toDoNow } from './differ/index.ts';
/** Finding subjects in a plan. */
export * from './plan/find/index.ts';
/** Why records fail, by cause. */
export * from './plan/health/index.ts';
/** What must be true of a plan. */
export * from './checks/index.ts';
/** Two plans of the same records. */
export * from './plan/compare/index.ts';
/** Why two records are not linked, and what would link them. */
export * from './explain/index.ts';
/** What HubSpot's defaults would do with the same records. */
export * from './hubspot/index.ts';
/** What leaves: change files, the next baseline. */
export * from './plan/out/index.ts';
/** Rounds of it, carried out on copies. */
export * from './rehearse/index.ts';
/** What is approved: exactly these writes. */
export * from './approve/index.ts';
export type { HashStream, Tools, TopLevelDomains } from './tools.ts';
export { evidenceOfColumn, evidenceOfTexts, sideOf, suggest, toDesignFile } from './suggest/index.ts';
export type * as suggesting from './suggest/index.ts';
