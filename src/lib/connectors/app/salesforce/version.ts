/** The version of the API that this connector speaks: the one place that names it. */
const VERSION = '64.0';

export const BASE = `/services/data/v${VERSION}`;
