interface UrlPolicy {
  createScriptURL(url: string): unknown;
}

interface WithTrustedTypes {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): UrlPolicy;
  };
}

/** Makes the one policy that may name worker scripts (Trusted Types): files of this origin, nothing else. */
export function workerUrls(): (url: string) => string {
  const own = (url: string): string => {
    const full = new URL(url, location.href);
    if (full.origin !== location.origin) throw new Error(`no worker from ${full.origin}`);
    return full.href;
  };
  const { trustedTypes } = globalThis as WithTrustedTypes;
  if (trustedTypes === undefined) return own;
  const policy = trustedTypes.createPolicy('drysync-worker-url', { createScriptURL: own });
  // A TrustedScriptURL stands where lib.dom still asks for a string.
  return (url) => policy.createScriptURL(url) as string;
}
