import type { Workbench } from '../workbench.ts';
import { DesignDesk } from './design-desk.svelte.ts';

/** The design's desk of the open project: it outlives the screens that ask for it. */
export const designDesk = ({
  client,
  project,
  jobs,
  screens,
}: Pick<Workbench, 'client' | 'project' | 'jobs' | 'screens'>): DesignDesk =>
  screens.of(
    project.id,
    DesignDesk,
    () =>
      new DesignDesk(project, (sync) =>
        jobs.run({ title: '', work: 'counting', again: true }, (job) => client.facts(sync, job)),
      ),
  );
