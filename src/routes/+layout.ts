/** A page of this app is made in the browser; the build writes its empty shell. */
export const ssr = false;
export const prerender = true;
export const trailingSlash = 'always';
