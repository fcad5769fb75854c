import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { done, unreadable, type Attempt } from './attempt.ts';

/** A text file's content with the hash of its bytes. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/** Reads a UTF-8 file as a whole. */
export async function readTextFile(path: string): Promise<Attempt<TextFile>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return unreadable(path, null, whyUnreadable(error));
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    return done({
      name: basename(path),
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      sha256,
    });
  } catch {
    return unreadable(path, null, 'The file is not UTF-8.');
  }
}

/** Gives a UTF-8 file line by line, without line ends; returns the hash of its bytes. */
export async function readLines(path: string, take: (line: string) => void): Promise<Attempt<string>> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const hash = createHash('sha256');
  let rest = '';
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    }
    rest += decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) return unreadable(path, null, 'The file is not UTF-8.');
    return unreadable(path, null, whyUnreadable(error));
  }
  if (rest !== '') take(rest);
  return done(hash.digest('hex'));
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'This is a folder, not a file.',
  ENOTDIR: 'A part of this path is a file, not a folder.',
  EACCES: 'The file may not be read.',
  EPERM: 'The file may not be read.',
};

export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return SENTENCES[code] ?? `The file cannot be read (${code === '' ? String(error) : code}).`;
}
