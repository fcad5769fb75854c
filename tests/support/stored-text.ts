/** A stored row as one text, with the bytes in it as they are. */
export const storedText = (row: unknown): string =>
  row instanceof Uint8Array
    ? latin1(row)
    : JSON.stringify(row, (_, value: unknown) => (value instanceof Uint8Array ? latin1(value) : value));

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** A secret as it could lie somewhere: as it is, in base64 wherever it begins, in hex, in UTF-16. */
export function formsOf(secret: string): readonly string[] {
  const base64 = [0, 1, 2].flatMap((before) => {
    const text = Buffer.from(`${'x'.repeat(before)}${secret}`).toString('base64');
    // What stands before and behind it is in its first and last letters.
    const core = text.slice(Math.ceil((before * 4) / 3), Math.floor(((before + secret.length) * 4) / 3) - 1);
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const bytes = Buffer.from(secret);
  return [
    ...new Set([secret, ...base64, bytes.toString('hex'), Buffer.from(secret, 'utf16le').toString('latin1')]),
  ];
}
