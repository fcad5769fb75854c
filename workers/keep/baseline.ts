import { BaselineReader } from '../../src/lib/formats/index.ts';
import { idForm, type Baseline, type Both, type SyncDesign, type Tools } from '../../src/lib/engine/index.ts';
import type { Store, WhichBaseline } from '../../src/lib/store/index.ts';
import type { Answer, Problem } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { Lines } from '../file/lines.ts';

interface OpenBaseline {
  readonly baseline: Baseline;
  /** SHA-256 of its bytes. */
  readonly hash: string;
}

/** The project's baseline as this design reads ids; null where it never had one, a problem where it is damaged (L15). */
export async function openBaseline(
  store: Store,
  project: string,
  design: Pick<SyncDesign, 'apps'>,
  tools: Tools,
  which: WhichBaseline = 'baseline',
): Promise<Answer<OpenBaseline | null>> {
  const reader = new BaselineReader(sameIds(design));
  const hash = tools.sha256Stream();
  const lines = new Lines((line) => reader.add(line));
  const take = (bytes: Uint8Array): void => {
    hash.update(bytes);
    lines.push(bytes);
  };
  const read = await store.baselines.read(project, take, which);
  if (!read.ok) return failed(read.problem);
  if (read.value === null) return done(null);
  lines.end();
  const reading = reader.finish();
  if (!reading.ok) return failed({ code: 'bad-baseline', line: reading.line, fault: reading.fault });
  return done({ baseline: reading.baseline, hash: hash.digest() });
}

/** What is wrong with a baseline's bytes, before any design is known; null where nothing is. */
export function baselineTextProblem(bytes: Uint8Array): Problem | null {
  const reader = new BaselineReader();
  const lines = new Lines((line) => reader.add(line));
  try {
    lines.push(bytes);
    lines.end();
  } catch {
    return { code: 'bad-baseline', line: 0, fault: { is: 'not-utf-8' } };
  }
  const reading = reader.finish();
  return reading.ok ? null : { code: 'bad-baseline', line: reading.line, fault: reading.fault };
}

/** Saves a baseline's bytes as they are. */
export async function saveBaseline(store: Store, project: string, blob: Blob): Promise<Answer<null>> {
  const links = (await lineCount(blob)) - 1;
  const saved = await store.baselines.save(project, piecesOf(blob), { links, about: null });
  return saved.ok ? done(null) : failed(saved.problem);
}

export function sameIds({ apps }: Pick<SyncDesign, 'apps'>): Both<(id: string) => string> {
  return { left: idForm(apps.left.kind), right: idForm(apps.right.kind) };
}

/** Lines that are not empty, counted by bytes: a baseline can be longer than a text may be. */
export async function lineCount(blob: Blob): Promise<number> {
  let count = 0;
  let isEmpty = true;
  for await (const bytes of piecesOf(blob)) {
    for (const byte of bytes) {
      if (byte !== LINE_END) isEmpty = false;
      else {
        if (!isEmpty) count++;
        isEmpty = true;
      }
    }
  }
  return isEmpty ? count : count + 1;
}

const LINE_END = 10;
const PIECE = 1024 * 1024;

/** The bytes of a blob in pieces that fit into a write. */
export async function* piecesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += PIECE) {
    yield new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer());
  }
}
