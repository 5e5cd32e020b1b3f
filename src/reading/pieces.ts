/** A file in pieces, in its order. */
export type Piece =
  /** From the beginning up to and with the tag within which the units stand. */
  | { readonly kind: 'head'; readonly bytes: Uint8Array }
  /** Units, each of them whole. */
  | { readonly kind: 'units'; readonly bytes: Uint8Array }
  /** From here to the end it is to be read in one go. Always the last. */
  | { readonly kind: 'rest'; readonly source: AsyncIterable<Uint8Array> };

/** By which tags a file is divided: those that open and close what its units stand in, and each unit. */
export type Division = { readonly within: string; readonly unit: string };

/** Small enough that what a piece becomes has gone before the young objects of a thread are swept: a fifth less time than with four times as much. */
const pieceSize = 65_536;
const largestPiece = 16 * pieceSize;

/**
 * Divides a file into pieces which can be read each by itself, at any place at once. Where the pieces end depends on the file alone. From a
 * comment, a CDATA section or an instruction on it is not divided: a tag that stands in one of them is none.
 */
export async function* piecesOf(source: AsyncIterable<Uint8Array>, { within, unit }: Division): AsyncGenerator<Piece, void, undefined> {
  const arriving = source[Symbol.asyncIterator]();
  try {
    yield* divided(new Held(arriving), { within, unit });
  } finally {
    await arriving.return?.();
  }
}

async function* divided(held: Held, { within, unit }: Division): AsyncGenerator<Piece, void, undefined> {
  const head = await held.upTo(`<${within}>`, 0);
  if (head === undefined) return yield { kind: 'rest', source: held.rest() };
  yield { kind: 'head', bytes: head };
  for (;;) {
    const bytes = await held.upTo(`</${unit}>`, pieceSize);
    if (bytes === undefined || isUncertain(bytes)) return yield { kind: 'rest', source: held.rest(bytes) };
    yield { kind: 'units', bytes };
  }
}

const isUncertain = (bytes: Uint8Array): boolean => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes('<!') || buffer.includes('<?');
};

/** What has arrived and is not yet handed on. */
class Held {
  private bytes: Buffer = Buffer.alloc(0);
  /** What follows the bytes held, and is not yet filled. */
  private room: Buffer = Buffer.alloc(0);
  private hasEnded = false;
  private readonly arriving: AsyncIterator<Uint8Array>;

  constructor(arriving: AsyncIterator<Uint8Array>) {
    this.arriving = arriving;
  }

  /** @returns all up to and with the first such tag that ends after so many bytes, or the last that there is; undefined: it is too far away, or does not come */
  async upTo(tag: string, least: number): Promise<Uint8Array | undefined> {
    for (let from = Math.max(0, least - tag.length); ;) {
      const at = this.bytes.indexOf(tag, from);
      if (at >= 0) return this.take(at + tag.length);
      if (this.bytes.length > largestPiece) return undefined;
      from = Math.max(from, this.bytes.length - tag.length);
      if (!(await this.more())) return this.upToLast(tag);
    }
  }

  private upToLast(tag: string): Uint8Array | undefined {
    const at = this.bytes.lastIndexOf(tag);
    return at < 0 ? undefined : this.take(at + tag.length);
  }

  private take(length: number): Uint8Array {
    const taken = this.bytes.subarray(0, length);
    this.bytes = this.bytes.subarray(length);
    return taken;
  }

  private async more(): Promise<boolean> {
    const next = this.hasEnded ? undefined : await this.arriving.next();
    this.hasEnded ||= next?.done === true;
    if (next === undefined || next.done === true) return false;
    this.append(next.value);
    return true;
  }

  /** Bytes that were handed on are never written over: room is only ever filled once. */
  private append(bytes: Uint8Array): void {
    if (this.room.length < bytes.length) {
      const space = Buffer.allocUnsafeSlow(2 * Math.max(pieceSize, this.bytes.length + bytes.length));
      this.bytes.copy(space);
      this.bytes = space.subarray(0, this.bytes.length);
      this.room = space.subarray(this.bytes.length);
    }
    this.room.set(bytes);
    this.bytes = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length + bytes.length);
    this.room = this.room.subarray(bytes.length);
  }

  async *rest(before?: Uint8Array): AsyncGenerator<Uint8Array> {
    if (before !== undefined) yield before;
    do {
      if (this.bytes.length > 0) yield this.take(this.bytes.length);
    } while (await this.more());
  }
}
