/** A field of each side that names a record of another object sync, its parent (AS1). */
export interface Association {
  /** The object sync the parents are in; may be the association's own. */
  readonly to: string;
  /** AS6: is a record without its parent not written at all? */
  readonly required: boolean;
  readonly left: AssociationSide;
  readonly right: AssociationSide;
}

export interface AssociationSide {
  /** The field that names the parent. */
  readonly field: string;
  /** The parent's field it holds; null: the parent's id. */
  readonly by: string | null;
  /** AS3: of several parents in a cell, split at `;`, only the first one counts. */
  readonly primaryOnly: boolean;
}
