/** What no document can hold as it stands, or would change: signs of control but tab and line end, halves of pairs, and two that are none. */
const UNHELD =
  '[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';

/** Such a sign, or an underscore that would begin an escape: also one that only the escape behind it would close. */
const ESCAPED = new RegExp(`_(?=[xX][0-9a-fA-F]{4}(?:_|${UNHELD}))|${UNHELD}`, 'g');
const MARKUP = /[&<>"]/g;
const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML holds it, for contents and for values of attributes. */
export const xmlText = (text: string): string => text.replaceAll(MARKUP, (sign) => MARKS[sign]!);

/** Nothing of a text is escaped or marked: nearly all texts. */
const PLAIN = /^[\t\n !#-%'-;=?-^`-\ud7ff\ue000-\ufffd]*$/;

/** The text of a cell: what XML cannot hold is `_x000D_`, and what looks like that `_x005F_x000D_` (ECMA-376, ST_Xstring). */
export const cellText = (text: string): string =>
  PLAIN.test(text)
    ? text
    : xmlText(
        text.replaceAll(
          ESCAPED,
          (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
        ),
      );

/** `A` of column 0, `AA` of 26. */
export function columnName(column: number): string {
  let name = '';
  for (let at = column; at >= 0; at = Math.floor(at / 26) - 1)
    name = String.fromCharCode(65 + (at % 26)) + name;
  return name;
}
