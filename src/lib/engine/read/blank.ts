/** CO5: nothing is left after trimming (ECMAScript white space and line ends). */
export function isBlankText(text: string): boolean {
  if (text.length === 0) return true;
  const first = text.charCodeAt(0);
  if (first > 32 && first < 128) return false;
  return text.trim().length === 0;
}
