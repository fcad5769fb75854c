/** A CSV text as the apps export it: commas, quotes only where needed, CRLF on the left and LF on the right. */
export function csvOf(header, rows, newline) {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [header, ...rows].map((row) => row.map(cell).join(',') + newline).join('');
}

/** JSON with sorted members (RFC 8785 for texts and plain numbers), which a design's hash is made of. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}
