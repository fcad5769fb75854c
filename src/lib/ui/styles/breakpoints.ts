/**
 * Where the layout changes. CSS cannot name a condition, so styles write it out: a house test holds every @media and
 * @container on a width or height against these two lists, and a component asks `new MediaQuery` by the name.
 */
export const SCREEN = {
  /** A rail or a drawer beside the page has no room: one column, and what is said twice is left out. */
  narrow: '(max-width: 1180px)',
  /** Heads and cards break into lines. */
  small: '(max-width: 900px)',
  /** Steps, drops and guards stand below each other. */
  slim: '(max-width: 800px)',
  /** The picture above a list and its legend have no room. */
  tiny: '(max-width: 720px)',
  /** A phone, or 200 % text: the rail is at the foot. */
  phone: '(max-width: 640px)',
  /** Two fields of a dialog stand below each other. */
  dialog: '(max-width: 560px)',
  /** The drawer's keys are left to the help. */
  drawer: '(max-width: 480px)',
  /** Too low for the picture above a list. */
  low: '(max-height: 800px)',
} as const;

/** The same for the width of what a part stands in. */
export const PART = {
  /** A list's row leaves out the id. */
  row: '(max-width: 660px)',
  /** The bar below a list stands closer. */
  bar: '(max-width: 600px)',
  /** A list's row leaves out the match and the right record. */
  shortRow: '(max-width: 520px)',
  /** The bar below a list leaves out its words. */
  shortBar: '(max-width: 440px)',
} as const;
