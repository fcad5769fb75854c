import { languageOf, Words } from '../lib/words/index.ts';
import type { LayoutLoad } from './$types';

/** A page of this app is made in the browser; the build writes its empty shell. */
export const ssr = false;
export const prerender = true;
export const trailingSlash = 'always';

/** The words of the frame, before anything is shown. */
export const load: LayoutLoad = async () => {
  const language = languageOf(chosenLanguage());
  const words = new Words(language);
  await words.need('terms', 'shell', 'problems');
  document.documentElement.lang = language.tag;
  return { words };
};

/** What was chosen on this machine; null where nothing was, or where a browser forbids to ask. */
function chosenLanguage(): string | null {
  try {
    return localStorage.getItem('drysync.language');
  } catch {
    return null;
  }
}
