/** Where a command speaks, so that tests can listen. */
export interface Terminal {
  /** Standard output, as given. */
  out(text: string): void;
  /** A line on standard error. */
  err(line: string): void;
  /** Today in UTC, `YYYY-MM-DD`. */
  today(): string;
}

/** The process's own. */
export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (line) => void process.stderr.write(`${line.replace(/\s*[\r\n]+\s*/g, ' ')}\n`),
    today: () => new Date().toISOString().slice(0, 10),
  };
}
