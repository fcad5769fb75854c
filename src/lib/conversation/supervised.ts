/** What every worker answers, whatever else it does: the page has to notice its death. */
export interface Supervised {
  /** Holds the lock of this name for as long as the worker lives; false where the browser has no locks. */
  hold(name: string): Promise<boolean>;
}
