import { resolve } from '$app/paths';
import type { OpenProject } from '../lib/workbench/project/open-project.svelte.ts';
import { hashOf } from '../lib/workbench/place/place.ts';

/** The rail: the way of the work, with what is done and what waits for a person. */
export function placesOf(project: OpenProject, route: string) {
  const { head, plan, id } = project;
  const hash = hashOf(id);
  const home = {
    href: resolve('/'),
    word: 'Home',
    icon: 'home',
    current: route === '/',
    badge: null,
    says: '',
  } as const;
  if (id === null) return [home];
  const read =
    head !== null && head.syncs.length > 0 && head.syncs.every(({ sides }) => sides.left && sides.right);
  const points = head === null ? 0 : head.design.errors.length + head.design.warnings.length;
  const people = plan === null ? null : plan.syncs.reduce((sum, { needsPerson }) => sum + needsPerson, 0);
  return [
    home,
    {
      href: resolve(`/sides${hash}`),
      word: 'Sides',
      icon: 'data',
      current: route === '/sides',
      badge: read ? true : null,
      says: 'both sides are read',
    },
    {
      href: resolve(`/design${hash}`),
      word: 'Design',
      icon: 'design',
      current: route === '/design',
      badge: points > 0 ? points : head?.design.design != null ? true : null,
      says: points > 0 ? 'points of the design are open' : 'no open points',
    },
    {
      href: resolve(`/plan${hash}`),
      word: 'Plan',
      icon: 'plan',
      current: route === '/plan',
      badge: people === null ? null : people > 0 ? people : true,
      says: people === 0 ? 'nothing needs a person' : 'need a person',
    },
  ] as const;
}
