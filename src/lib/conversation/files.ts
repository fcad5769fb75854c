export interface OutFile {
  readonly name: string;
  readonly blob: Blob;
  readonly rows: number;
}
