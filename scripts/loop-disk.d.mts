export class LoopDisk {
  private constructor();
  static make(megabytes: number): Promise<LoopDisk>;
  readonly folder: string;
  cut(): Promise<void>;
  putBack(): Promise<void>;
  remove(): Promise<void>;
}
export function whyNoPowerCut(): Promise<string | null>;
