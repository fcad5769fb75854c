import type { HandleClientError } from '@sveltejs/kit';

/** What a page that could not be loaded or made says of it: the error page shows it. */
export const handleError: HandleClientError = ({ error, message }) => ({
  message: error instanceof Error && error.message !== '' ? error.message : message,
});
