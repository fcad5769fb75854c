/** How long a step of the browser is waited for (milliseconds): far beyond any busy machine, so that only what never comes fails. */
export const PATIENCE = 600_000;
