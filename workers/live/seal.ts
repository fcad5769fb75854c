import type { SealedText } from '../../src/lib/store/index.ts';

/** Rounds of PBKDF2-SHA256 (RELIABILITY: 600,000 at least). */
const ITERATIONS = 600_000;
/** Bytes. */
const SALT = 16;
const IV = 12;

/** A passphrase as a key that can be read by nobody and does one thing: other keys are derived of it (S420). */
export const keyOf = (passphrase: string): Promise<CryptoKey> =>
  // The same letters from another keyboard are the same passphrase.
  crypto.subtle.importKey('raw', bytesOf(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);

/** Seals a text with a salt and an IV of its own. `about`: what it is of; it opens as nothing else. */
export async function seal(key: CryptoKey, text: string, about: string): Promise<SealedText> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const bytes = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bytesOf(about) },
    await sealingKey(key, salt, ITERATIONS),
    bytesOf(text),
  );
  return { iterations: ITERATIONS, salt, iv, bytes: new Uint8Array(bytes) };
}

/** The text; null where the passphrase is another one, the text is of something else, or it is damaged: no one can tell which. */
export async function unseal(
  key: CryptoKey,
  { iterations, salt, iv, bytes }: SealedText,
  about: string,
): Promise<string | null> {
  try {
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: bytesOf(about) },
      await sealingKey(key, salt, iterations),
      bytes,
    );
    return new TextDecoder().decode(text);
  } catch {
    return null;
  }
}

const sealingKey = (key: CryptoKey, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    key,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
