import { resolve } from '$app/paths';
import { isLive, PLACES } from '../lib/commands/places.ts';
import type { OpenProject } from '../lib/workbench/project/open-project.svelte.ts';
import { hashOf } from '../lib/workbench/place/place.ts';

/** The rail's places with their addresses, what is done and what waits for a person; those of a project only with one. */
export const placesOf = (project: OpenProject, route: string) =>
  PLACES.filter(
    ({ id, ofProject }) =>
      id !== 'why-not' && (!ofProject || project.id !== null) && (id !== 'push' || isLive(project.head)),
  ).map((place) => ({
    id: place.id,
    icon: place.icon,
    href: resolve(`${place.path}${hashOf(place.ofProject ? project.id : null)}`),
    current: route === place.path || (place.id === 'plan' && route === '/why-not'),
    badge: place.badge(project),
  }));
