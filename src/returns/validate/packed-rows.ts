import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Given } from '../rule/rows.ts';

/** A row as it was put in: what its layout is, its place in its table, its line, and its cells. */
export type PackedRow = { readonly layout: number; readonly number: number; readonly line: number; readonly values: readonly Given[] };

/** So many shares of the children: of a set of a gigabyte each has four megabytes. */
export const shareCount = 256;
/** So many characters are packed at once: with more little is gained, and of each share so much waits unpacked. */
const packedAtOnce = 32_768;
const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

const [rowEnd, cellEnd, escaped] = ['\u001e', '\u001f', '\u001d'];
const hasMark = (text: string): boolean => text.includes(rowEnd) || text.includes(cellEnd) || text.includes(escaped);

type Share = { readonly packed: Buffer[]; waiting: string[]; waitingSize: number; size: number; isLeft: boolean };

/**
 * The rows of a return in shares of its children, packed in memory to an eighth of what they take in their files. A child’s rows lie far apart in the files; in a share all of them
 * are together. A share that is left is forgotten, and takes no more rows.
 */
export class PackedRows {
  private readonly shares: readonly Share[] = Array.from({ length: shareCount }, () => ({
    packed: [],
    waiting: [],
    waitingSize: 0,
    size: 0,
    isLeft: false,
  }));
  private held = 0;

  /** @param shares which are wanted; the others are left */
  constructor(shares: ReadonlySet<number> | undefined) {
    for (const [at, share] of this.shares.entries()) share.isLeft = shares !== undefined && !shares.has(at);
  }

  /** How much is held: bytes of what is packed, characters of what waits for it. */
  get bytes(): number {
    return this.held;
  }

  add(child: Given, { layout, number, line, values }: PackedRow): void {
    const share = this.shares[shareOf(child)];
    if (share === undefined || share.isLeft) return;
    const cells = values.join(cellEnd);
    const isMarked = values.some((value) => typeof value === 'string' && hasMark(value));
    // A line lies as far from its row's number as the last one did: what is said once more takes no room.
    const row = `${layout}${cellEnd}${number}${cellEnd}${line - number}${cellEnd}${isMarked ? escaped + JSON.stringify(values) : cells}`;
    share.waiting.push(row);
    share.waitingSize += row.length + 1;
    this.held += row.length + 1;
    share.size += row.length + 1;
    if (share.waitingSize > packedAtOnce) this.pack(share);
  }

  private pack(share: Share): void {
    const packed = zstdCompressSync(share.waiting.join(rowEnd), fast);
    share.packed.push(packed);
    this.held += packed.length - share.waitingSize;
    [share.waiting, share.waitingSize] = [[], 0];
  }

  /** Leaves the last share that is not left yet. @returns which; undefined: there is but one */
  leaveOne(): number | undefined {
    const [first, last] = [this.shares.findIndex(({ isLeft }) => !isLeft), this.shares.findLastIndex(({ isLeft }) => !isLeft)];
    const share = this.shares[last];
    if (first === last || share === undefined) return undefined;
    this.forget(share);
    share.isLeft = true;
    return last;
  }

  /** How many characters of rows each share has; nothing of one that is left. */
  get sizes(): readonly number[] {
    return this.shares.map(({ size }) => size);
  }

  /** The rows of a share, in the order in which they came; they are then forgotten. */
  *take(at: number): Generator<PackedRow> {
    const share = this.shares[at];
    if (share === undefined) return;
    const { waiting } = share;
    for (const packed of share.packed) for (const row of zstdDecompressSync(packed).toString().split(rowEnd)) yield unpacked(row);
    for (const row of waiting) yield unpacked(row);
    this.forget(share);
  }

  private forget(share: Share): void {
    for (const { length } of share.packed.splice(0)) this.held -= length;
    this.held -= share.waitingSize;
    [share.waiting, share.waitingSize, share.size] = [[], 0, 0];
  }
}

function unpacked(row: string): PackedRow {
  const [layout, number, apart, first, ...others] = row.split(cellEnd);
  return {
    layout: Number(layout),
    number: Number(number),
    line: Number(apart) + Number(number),
    values: first?.startsWith(escaped) === true ? unescaped(row) : valuesOf(first, others),
  };
}

function unescaped(row: string): readonly Given[] {
  const values: readonly Given[] = JSON.parse(row.slice(row.indexOf(escaped) + 1));
  return values.map((value) => value ?? undefined);
}

/** An empty cell is none. */
function valuesOf(first: string | undefined, others: string[]): readonly Given[] {
  const values: (string | undefined)[] = [first, ...others];
  for (let at = 0; at < values.length; at += 1) if (values[at] === '') values[at] = undefined;
  return values;
}

/** In which share a child is: whoever nobody can tell is in the first that comes of nothing. FNV-1a. */
function shareOf(child: Given): number {
  let hash = 0x811c_9dc5;
  const name = typeof child === 'string' ? child : '';
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x0100_0193);
  return ((hash ^ (hash >>> 15)) >>> 0) % shareCount;
}
