/** Node's `fetch` with what a browser says of a page of this origin. */
export const asPage =
  (origin: string): typeof fetch =>
  (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Origin', origin);
    headers.set('Sec-Fetch-Site', 'same-origin');
    return fetch(input, { ...init, headers });
  };
