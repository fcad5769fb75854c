/** Session ids, refresh tokens and headers of sign-ins, wherever a text has them. */
const SECRETS = /00D[A-Za-z0-9]{12,15}![\w.~+/=-]+|5Aep[\w.~+/=-]{8,}|\b(?:Bearer|OAuth) [\w.!~+/=-]+/g;
/** Characters of what an app says that are kept. */
const LONGEST = 500;

/** What an app said, without what nobody else may see; `known` are secrets that were sent to it. */
export function withoutSecrets(said: string, known: readonly string[] = []): string {
  let text = said;
  for (const one of known) if (one !== '') text = text.replaceAll(one, '…');
  return text.replaceAll(SECRETS, '…').slice(0, LONGEST);
}
