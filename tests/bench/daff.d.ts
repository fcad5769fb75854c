/** The part of daff the benchmark uses; the package has no types. */
declare module 'daff/lib/core.js' {
  interface Table {
    readonly height: number;
  }
  interface Flags {
    addPrimaryKey(column: string): void;
    ignoreColumn(column: string): void;
  }
  const daff: {
    readonly CompareFlags: new () => Flags;
    readonly TableView: new (rows: unknown[][]) => Table;
    readonly TableDiff: new (alignment: object, flags: Flags) => { hilite(output: Table): boolean };
    compareTables(left: Table, right: Table, flags: Flags): { align(): object };
  };
  export default daff;
}
