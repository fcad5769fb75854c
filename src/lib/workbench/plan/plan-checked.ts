/** Subjects a person has checked; every verb makes a new set. */
export type Checked = ReadonlySet<number>;

export const NONE_CHECKED: Checked = new Set();

export const checkedAll = (subjects: readonly number[]): Checked => new Set(subjects);

/** With more subjects checked. */
export const checkedAlso = (checked: Checked, subjects: readonly number[]): Checked =>
  new Set([...checked, ...subjects]);

/** With one subject the other way. */
export function checkedOther(checked: Checked, subject: number): Checked {
  const next = new Set(checked);
  if (!next.delete(subject)) next.add(subject);
  return next;
}
