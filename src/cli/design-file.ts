import { readDesign, type DesignReading } from '../lib/engine/index.ts';
import { designHash, readJson } from '../lib/formats/index.ts';
import type { Tools } from '../lib/engine/tools.ts';
import { jsonSentence } from '../lib/words/en/problems-formats.ts';
import { done, unreadable, type Attempt } from './attempt.ts';
import { readTextFile } from './text-file.ts';

export interface DesignFile {
  readonly path: string;
  readonly reading: DesignReading;
  /** Of the JSON as it stands; null where it cannot be hashed (the reading says why). */
  readonly hash: string | null;
}

/** A design as JSON can be an error of the file (2); what it says is judged later (3). */
export async function loadDesign(path: string, tools: Tools): Promise<Attempt<DesignFile>> {
  const file = await readTextFile(path);
  if (!file.ok) return file;
  const json = readJson(file.value.text);
  if (!json.ok) return unreadable(path, json.line, jsonSentence(json.fault));
  const reading = readDesign(json.value);
  return done({ path, reading, hash: reading.ok ? designHash(json.value, tools) : null });
}
