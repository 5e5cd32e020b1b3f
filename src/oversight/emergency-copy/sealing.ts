/** How a copy is sealed: AES-256-GCM under a key that PBKDF2 makes of the passphrase. Written into each file, so that a copy says how it is opened. */
export const sealing = {
  keyFrom: 'PBKDF2',
  hash: 'SHA-256',
  iterations: 600_000,
  saltBytes: 16,
  cipher: 'AES-GCM',
  keyBits: 256,
  ivBytes: 12,
  tagBits: 128,
  /** The words are filled up to a whole number of these: the size of a file tells little of how many children are in it. */
  paddedToBytes: 65_536,
} as const;

/** What a copy says of itself before it is opened. It is no secret, and it cannot be changed without the copy refusing to open. */
export type CopyHead = {
  readonly authority: string;
  readonly number: number;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly recipient: string;
  readonly scope: string;
  readonly expiresAt: string;
};

/** `head`: JSON text, authenticated as it stands. `data`: the sealed words, base64. */
export type Sealed = { readonly head: string; readonly data: string };

type SealedHead = CopyHead & { readonly format: typeof format; readonly salt: string; readonly iv: string; readonly iterations: number };

const format = 'sightline-emergency-copy-1';
const utf8 = new TextEncoder();
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64'));
const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

async function keyFrom(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const { keyFrom: name, hash, cipher, keyBits } = sealing;
  const typed = await crypto.subtle.importKey('raw', utf8.encode(passphrase), name, false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name, hash, salt, iterations }, typed, { name: cipher, length: keyBits }, false, ['encrypt', 'decrypt']);
}

const cipherOf = (iv: Uint8Array<ArrayBuffer>, head: string) => ({
  name: sealing.cipher,
  iv,
  tagLength: sealing.tagBits,
  additionalData: utf8.encode(head),
});

/** JSON with spaces behind it, which JSON allows, up to a whole number of blocks. */
function padded(content: unknown): Uint8Array<ArrayBuffer> {
  const words = utf8.encode(JSON.stringify(content));
  const filled = new Uint8Array(Math.ceil((words.length + 1) / sealing.paddedToBytes) * sealing.paddedToBytes).fill(0x20);
  filled.set(words);
  return filled;
}

/** Seals content under a passphrase, with a salt and a vector that are used once. */
export async function seal(copyHead: CopyHead, content: unknown, passphrase: string): Promise<Sealed> {
  const [salt, iv] = [random(sealing.saltBytes), random(sealing.ivBytes)];
  const whole: SealedHead = { format, ...copyHead, salt: base64(salt), iv: base64(iv), iterations: sealing.iterations };
  const head = JSON.stringify(whole);
  const key = await keyFrom(passphrase, salt, sealing.iterations);
  const data = await crypto.subtle.encrypt(cipherOf(iv, head), key, padded(content));
  return { head, data: base64(new Uint8Array(data)) };
}

/** Opens it again. @returns undefined: the passphrase is wrong, or something in the file was changed */
export async function unseal({ head, data }: Sealed, passphrase: string): Promise<unknown> {
  const { salt, iv, iterations }: SealedHead = JSON.parse(head);
  const key = await keyFrom(passphrase, bytesOf(salt), iterations);
  try {
    const opened = await crypto.subtle.decrypt(cipherOf(bytesOf(iv), head), key, bytesOf(data));
    return JSON.parse(new TextDecoder().decode(opened));
  } catch {
    return undefined;
  }
}
