import daff from 'daff/lib/core.js';
import Papa from 'papaparse';

/** daff's whole job for two exports: the rows aligned by e-mail and every difference marked. Answers milliseconds. */
self.addEventListener('message', ({ data }: MessageEvent<{ left: File; right: File }>) => {
  void compare(data.left, data.right).then(
    (answer) => self.postMessage(answer),
    (error: unknown) => self.postMessage({ error: String(error) }),
  );
});

async function compare(leftFile: File, rightFile: File): Promise<{ milliseconds: number; rows: number }> {
  const left = await table(leftFile);
  const right = await table(rightFile);
  // The same columns under the same names: what daff needs to see them as one table.
  right[0] = [...left[0]!];
  const started = performance.now();
  const flags = new daff.CompareFlags();
  flags.addPrimaryKey('Email');
  flags.ignoreColumn('Record ID');
  const alignment = daff.compareTables(new daff.TableView(left), new daff.TableView(right), flags).align();
  const marked = new daff.TableView([]);
  new daff.TableDiff(alignment, flags).hilite(marked);
  return { milliseconds: performance.now() - started, rows: marked.height };
}

async function table(file: File): Promise<string[][]> {
  const { data } = Papa.parse<string[]>(await file.text(), { header: false, skipEmptyLines: true });
  return data;
}
