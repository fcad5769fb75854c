/**
 * Where an app sends a person back to after a sign-in: the page `path` of this server. As `localhost`: of addresses without encryption Salesforce
 * takes that one alone, and the server sends it on to 127.0.0.1 (S423).
 */
export function signInAddress(path: string, page: string): string {
  const address = new URL(path, page);
  if (address.hostname === '127.0.0.1') address.hostname = 'localhost';
  return address.href;
}
