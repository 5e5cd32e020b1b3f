import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Obstacle } from './obstacle.ts';

/** What the file is opened with: words that somebody remembers, or a file of random bytes that is kept. */
export type Key = { readonly kind: 'passphrase'; readonly words: string } | { readonly kind: 'file'; readonly bytes: Buffer };

/** Readable without the key, and bound to all that follows. */
export type SealedHeader = {
  readonly format: 1;
  readonly derivation: 'scrypt' | 'hkdf';
  readonly salt: string;
  /** Tells a wrong key from a changed file. */
  readonly check: string;
  readonly about: unknown;
};

const magic = Buffer.from('SIGHTLINE BACKUP\n');
const chunkSize = 1_048_576;
const tagSize = 16;
const longestHeader = 1_048_576;
/** About 130 MB and half a second for each guess. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 } as const;

type Keys = { readonly content: Buffer; readonly check: string };

async function keysOf(key: Key, salt: Buffer): Promise<Keys> {
  const secret = await new Promise<Buffer>((done, fail) => {
    if (key.kind === 'file') done(key.bytes);
    else scrypt(key.words.normalize('NFC'), salt, 32, cost, (error, derived) => (error ? fail(error) : done(derived)));
  });
  const expand = (purpose: string, size: number): Buffer => Buffer.from(hkdfSync('sha256', secret, salt, purpose, size));
  return { content: expand('sightline backup content', 32), check: expand('sightline backup check', 16).toString('base64') };
}

/** The key belongs to this file alone, so that a counter never repeats a nonce. The last byte says whether another chunk follows. */
function nonceOf(place: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(place), 3);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

function lengthOf(size: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(size);
  return length;
}

/** Cuts what comes into pieces of one size; the last may be shorter, and is always given. */
async function* inChunks(source: AsyncIterable<Buffer>): AsyncGenerator<{ readonly bytes: Buffer; readonly isLast: boolean }> {
  let [waiting, size]: [Buffer[], number] = [[], 0];
  for await (const bytes of source) {
    waiting.push(bytes);
    size += bytes.length;
    if (size <= chunkSize) continue;
    let whole = Buffer.concat(waiting);
    for (; whole.length > chunkSize; whole = whole.subarray(chunkSize)) yield { bytes: whole.subarray(0, chunkSize), isLast: false };
    [waiting, size] = [[whole], whole.length];
  }
  yield { bytes: Buffer.concat(waiting), isLast: true };
}

/** Encrypts with AES-256-GCM, a chunk of a megabyte at a time. Nothing can be cut off, added, moved or changed without being noticed. */
export async function* seal(source: AsyncIterable<Buffer>, key: Key, about: unknown): AsyncGenerator<Buffer> {
  const salt = randomBytes(32);
  const { content, check } = await keysOf(key, salt);
  const header: SealedHeader = {
    format: 1,
    derivation: key.kind === 'file' ? 'hkdf' : 'scrypt',
    salt: salt.toString('base64'),
    check,
    about,
  };
  const text = Buffer.from(JSON.stringify(header));
  yield Buffer.concat([magic, lengthOf(text.length), text]);
  const bound = createHash('sha256').update(text).digest();
  let place = 0;
  for await (const { bytes, isLast } of inChunks(source)) {
    const cipher = createCipheriv('aes-256-gcm', content, nonceOf(place, isLast)).setAAD(bound);
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    yield Buffer.concat([lengthOf(sealed.length + tagSize), sealed, cipher.getAuthTag()]);
    place += 1;
  }
}

const cutOff = (): Obstacle => new Obstacle('The backup ends too early: it was cut off. Nothing was restored; take another copy of it.');
const changed = (): Obstacle =>
  new Obstacle('The backup was changed since it was made, or damaged. Nothing was restored; take another copy of it.');

/** Gives exactly as many bytes as are asked for. */
class Reader {
  private readonly source: AsyncIterator<Buffer>;
  private waiting: Buffer = Buffer.alloc(0);
  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** @returns undefined at the very end; throws where the end comes within what was asked for */
  async take(size: number): Promise<Buffer | undefined> {
    const parts = [this.waiting];
    let length = this.waiting.length;
    while (length < size) {
      const next = await this.source.next();
      if (next.done === true) {
        if (length === 0) return undefined;
        throw cutOff();
      }
      parts.push(next.value);
      length += next.value.length;
    }
    const whole = Buffer.concat(parts);
    this.waiting = whole.subarray(size);
    return whole.subarray(0, size);
  }

  async must(size: number): Promise<Buffer> {
    const taken = await this.take(size);
    if (taken === undefined) throw cutOff();
    return taken;
  }
}

async function readHeader(reader: Reader): Promise<{ readonly header: SealedHeader; readonly text: Buffer }> {
  const first = await reader.take(magic.length).catch(() => undefined);
  if (first === undefined || !first.equals(magic)) throw new Obstacle('This file is no backup of Sightline.');
  const size = (await reader.must(4)).readUInt32BE();
  if (size > longestHeader) throw changed();
  const text = await reader.must(size);
  try {
    const header = JSON.parse(text.toString()) as SealedHeader;
    if (header.format === 1) return { header, text };
  } catch {
    throw changed();
  }
  throw new Obstacle('This backup was made by a newer Sightline. Restore it with that version.');
}

async function keysFor(header: SealedHeader, key: Key): Promise<Keys> {
  const wanted = header.derivation === 'hkdf' ? 'file' : 'passphrase';
  if (key.kind !== wanted)
    throw new Obstacle(
      wanted === 'file'
        ? 'This backup was made with a key file: give it with --key-file.'
        : 'This backup was made with a passphrase: give it with --passphrase-file.',
    );
  const keys = await keysOf(key, Buffer.from(header.salt, 'base64'));
  const [given, stored] = [Buffer.from(keys.check), Buffer.from(String(header.check))];
  if (given.length === stored.length && timingSafeEqual(given, stored)) return keys;
  throw new Obstacle(
    `This is not the ${wanted === 'file' ? 'key' : 'passphrase'} that the backup was made with, or the beginning of the file was changed.`,
  );
}

async function* unsealed(reader: Reader, { content }: Keys, bound: Buffer): AsyncGenerator<Buffer> {
  const open = (bytes: Buffer, place: number, isLast: boolean): Buffer | undefined => {
    const decipher = createDecipheriv('aes-256-gcm', content, nonceOf(place, isLast)).setAAD(bound).setAuthTag(bytes.subarray(-tagSize));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(0, -tagSize)), decipher.final()]);
    } catch {
      return undefined;
    }
  };
  for (let place = 0; ; place += 1) {
    const length = await reader.take(4);
    if (length === undefined) throw cutOff();
    const size = length.readUInt32BE();
    if (size < tagSize || size > chunkSize + tagSize) throw changed();
    const bytes = await reader.must(size);
    const more = open(bytes, place, false);
    if (more !== undefined) {
      yield more;
      continue;
    }
    const last = open(bytes, place, true);
    if (last === undefined || (await reader.take(1)) !== undefined) throw changed();
    yield last;
    return;
  }
}

/** Opens what `seal` made. Each chunk is given only after it was found whole; throws an Obstacle: another key, changed, cut off. */
export async function unseal(
  source: AsyncIterable<Buffer>,
  key: Key,
): Promise<{ readonly about: unknown; readonly content: AsyncGenerator<Buffer> }> {
  const reader = new Reader(source);
  const { header, text } = await readHeader(reader);
  const keys = await keysFor(header, key);
  return { about: header.about, content: unsealed(reader, keys, createHash('sha256').update(text).digest()) };
}
