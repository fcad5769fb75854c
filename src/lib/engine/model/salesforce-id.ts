const ID = /^(?:[A-Za-z0-9]{15}|[A-Za-z0-9]{18})$/;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character form of a Salesforce id: 15 get their suffix, 18 get it computed again from the first 15, so a
 * suffix whose case a spreadsheet changed is repaired; anything else stays, trimmed (S18, S24).
 */
export function salesforceId(id: string): string {
  const text = id.trim();
  if (!ID.test(text)) return text;
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let upper = 0;
    for (let i = 0; i < 5; i++) {
      const code = text.charCodeAt(block + i);
      if (code >= 65 && code <= 90) upper |= 1 << i;
    }
    suffix += LETTERS.charAt(upper);
  }
  return text.slice(0, 15) + suffix;
}
