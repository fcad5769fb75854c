import type { Both } from '../lib/engine/index.ts';
import type { Messages } from '../lib/words/index.ts';
import type { StoppedItself } from '../lib/workbench/live/continuous.svelte.ts';

interface With {
  readonly words: Messages['live']['continuous'];
  readonly problems: Messages['problems'];
  readonly apps: Both<string>;
}

/** Why continuous sync stopped by itself, as it is told on every screen and outside the page. */
export function stoppedWords(
  { at, because }: StoppedItself,
  { words, problems, apps }: With,
): { readonly title: string; readonly detail: string } {
  return {
    title: words.stoppedTitle(new Date(at)),
    detail: words.stopped(because, apps, (problem) => {
      const { title, detail } = problems.of(problem);
      return `${title} ${detail}`;
    }),
  };
}
