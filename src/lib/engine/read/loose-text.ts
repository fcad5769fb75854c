import { caseFold, comparisonText } from './fold.ts';

/** Case, runs of white space, characters without width, kinds of quotes and dashes, `&amp;`; no sign that can carry meaning. */
export function looseText(text: string): string {
  return caseFold(
    comparisonText(text)
      .replace(/&amp;/g, '&')
      .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
      .replace(/[\u2018\u2019\u201a\u201b\u2032]/g, "'")
      .replace(/[\u201c-\u201f\u2033]/g, '"')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/\s+/g, ' '),
  ).trim();
}
