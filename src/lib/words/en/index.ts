import type { Parts } from '../messages.ts';

/** English, a part at a time: each is loaded when a screen first needs it. */
export const EN: Parts = {
  terms: () => import('./terms.ts').then(({ terms }) => terms),
  shell: () => import('./shell.ts').then(({ shell }) => shell),
  problems: () => import('./problems.ts').then(({ problems }) => problems),
  errors: () => import('./errors.ts').then(({ errors }) => errors),
  reading: () => import('./reading.ts').then(({ reading }) => reading),
  signs: () => import('./signs.ts').then(({ signs }) => signs),
  health: () => import('./health.ts').then(({ health }) => health),
  home: () => import('./home.ts').then(({ home }) => home),
  sides: () => import('./sides.ts').then(({ sides }) => sides),
  connect: () => import('./connect.ts').then(({ connect }) => connect),
  live: () => import('./live.ts').then(({ live }) => live),
  design: () => import('./design.ts').then(({ design }) => design),
  push: () => import('./push.ts').then(({ push }) => push),
  plan: () => import('./plan.ts').then(({ plan }) => plan),
  faults: () => import('./faults.ts').then(({ faults }) => faults),
  whyNot: () => import('./why-not.ts').then(({ whyNot }) => whyNot),
};
