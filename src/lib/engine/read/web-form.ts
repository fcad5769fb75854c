/** An address without its scheme as its host, in lower case and without `www.`, and what follows it, without a last `/`. */
export function hostAndRest(address: string): { readonly host: string; readonly rest: string } {
  const end = address.search(/[/?#]/);
  const host = end < 0 ? address : address.slice(0, end);
  const rest = end < 0 ? '' : address.slice(end);
  return { host: host.toLowerCase().replace(/^www\./, ''), rest: rest.replace(/\/$/, '') };
}
