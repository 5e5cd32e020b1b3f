import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Given } from '../rule/rows.ts';

/** A row as it was put in: what its layout is, its place in its table, its line, and its cells. */
export type PackedRow = { readonly layout: number; readonly number: number; readonly line: number; readonly values: readonly Given[] };

/** So many shares of the children: of a set of a gigabyte each has four megabytes. */
const shareCount = 256;
/** So many bytes are packed at once: with more little is gained, and of each share so much waits unpacked. */
const packedAtOnce = 65_536;
const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

const [rowEnd, cellEnd, escaped] = ['\u001e', '\u001f', '\u001d'];
const hasMark = (text: string): boolean => text.includes(rowEnd) || text.includes(cellEnd) || text.includes(escaped);

/**
 * The rows of a return in shares of its children, packed in memory to a quarter of what they take in their files. A child’s rows lie far apart in the files; in a share all of
 * them are together. A share that is left is forgotten, and takes no more rows.
 */
export class PackedRows {
  private readonly shares: readonly Share[];
  private held = 0;

  /** @param wanted which shares; all, where it is not said. The others are left */
  constructor(wanted?: ReadonlySet<number>) {
    this.shares = Array.from({ length: shareCount }, (_, at) => new Share(wanted !== undefined && !wanted.has(at)));
  }

  /** How many bytes are held, packed and waiting to be. */
  get bytes(): number {
    return this.held;
  }

  add(child: Given, row: PackedRow): void {
    const share = this.shares[shareOf(child)];
    if (share !== undefined) this.held += share.add(row);
  }

  /** Leaves the last share that is not left yet. @returns which; undefined: there is but one */
  leaveOne(): number | undefined {
    const [first, last] = [this.shares.findIndex(({ isLeft }) => !isLeft), this.shares.findLastIndex(({ isLeft }) => !isLeft)];
    const share = this.shares[last];
    if (first === last || share === undefined) return undefined;
    this.held -= share.forget();
    share.isLeft = true;
    return last;
  }

  /** How many bytes of rows each share has; nothing of one that is left. */
  get sizes(): readonly number[] {
    return this.shares.map(({ size }) => size);
  }

  /** The rows of a share, in the order in which they came; they are then forgotten. */
  *take(at: number): Generator<PackedRow> {
    const share = this.shares[at];
    if (share === undefined) return;
    yield* share.rows();
    this.held -= share.forget();
  }
}

class Share {
  /** Bytes of rows as they are when they are not packed. */
  size = 0;
  private packed: Buffer[] = [];
  private waiting = Buffer.alloc(0);
  private used = 0;
  /** By layout the number of the last row: only how far the next one is from it is written down. */
  private last: number[] = [];
  isLeft: boolean;

  constructor(isLeft: boolean) {
    this.isLeft = isLeft;
  }

  /** @returns how many bytes more are held */
  add({ layout, number, line, values }: PackedRow): number {
    if (this.isLeft) return 0;
    const cells = values.some((value) => typeof value === 'string' && hasMark(value))
      ? escaped + JSON.stringify(values)
      : values.join(cellEnd);
    const text = `${layout}${cellEnd}${number - (this.last[layout] ?? 0)}${cellEnd}${line - number}${cellEnd}${cells}${rowEnd}`;
    this.last[layout] = number;
    return this.write(text);
  }

  private write(text: string): number {
    const most = text.length * 3;
    const saved = this.used + most > packedAtOnce ? this.pack() : 0;
    if (this.waiting.length < this.used + most) this.waiting = Buffer.concat([this.waiting], Math.max(packedAtOnce, most));
    const written = this.waiting.write(text, this.used);
    this.used += written;
    this.size += written;
    return written - saved;
  }

  /** @returns how many bytes less are held */
  private pack(): number {
    const { used } = this;
    if (used === 0) return 0;
    const packed = zstdCompressSync(this.waiting.subarray(0, used), fast);
    this.packed.push(packed);
    this.used = 0;
    return used - packed.length;
  }

  *rows(): Generator<PackedRow> {
    const last: number[] = [];
    for (const packed of this.packed) yield* rowsIn(zstdDecompressSync(packed), last);
    yield* rowsIn(this.waiting.subarray(0, this.used), last);
  }

  /** @returns how many bytes less are held */
  forget(): number {
    const held = this.packed.reduce((sum, { length }) => sum + length, this.used);
    [this.packed, this.waiting, this.used, this.size, this.last] = [[], Buffer.alloc(0), 0, 0, []];
    return held;
  }
}

function* rowsIn(bytes: Buffer, last: number[]): Generator<PackedRow> {
  const rows = bytes.toString().split(rowEnd);
  rows.pop();
  for (const row of rows) {
    const [layout, further, apart, first = '', ...others] = row.split(cellEnd);
    const number = (last[Number(layout)] ?? 0) + Number(further);
    last[Number(layout)] = number;
    const values = first.startsWith(escaped) ? unescaped(row) : [first, ...others].map((cell) => (cell === '' ? undefined : cell));
    yield { layout: Number(layout), number, line: number + Number(apart), values };
  }
}

function unescaped(row: string): readonly Given[] {
  const values: readonly Given[] = JSON.parse(row.slice(row.indexOf(escaped) + 1));
  return values.map((value) => value ?? undefined);
}

/** In which share a child is; whoever nobody can tell are together in one. FNV-1a. */
function shareOf(child: Given): number {
  let hash = 0x811c_9dc5;
  const name = typeof child === 'string' ? child : '';
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x0100_0193);
  return ((hash ^ (hash >>> 15)) >>> 0) % shareCount;
}
