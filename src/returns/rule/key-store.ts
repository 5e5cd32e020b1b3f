const chunkSize = 1 << 20;
const firstSlots = 1 << 14;
const lengths = 8;

/**
 * Texts by their keys, a million of each, in a tenth of what a Map takes: as bytes, one after another, found by the hash of the key. Nothing
 * is ever removed.
 */
export class KeyStore {
  private readonly chunks: Buffer[] = [];
  private used = chunkSize;
  private count = 0;
  /** Where an entry begins, plus one; 0: none. */
  private slots = new Uint32Array(firstSlots);
  private hashes = new Uint32Array(firstSlots);
  private scratch = Buffer.alloc(1024);

  /** @returns the text that the key has already; undefined: it had none, and has this one now */
  addOrFind(key: string, text: string): string | undefined {
    const bytes = this.encoded(key);
    const hash = hashOf(bytes);
    let slot = this.slotOf(hash);
    for (let at = this.slots[slot] ?? 0; at !== 0; at = this.slots[(slot = this.next(slot))] ?? 0)
      if (this.hashes[slot] === hash && this.hasKey(at - 1, bytes)) return this.textAt(at - 1);
    this.slots[slot] = this.append(bytes, text) + 1;
    this.hashes[slot] = hash;
    this.count += 1;
    if (this.count * 2 > this.slots.length) this.grow();
    return undefined;
  }

  private encoded(key: string): Buffer {
    if (this.scratch.length < key.length * 3) this.scratch = Buffer.alloc(key.length * 3);
    return this.scratch.subarray(0, this.scratch.write(key));
  }

  private slotOf = (hash: number): number => hash & (this.slots.length - 1);
  private next = (slot: number): number => (slot + 1) & (this.slots.length - 1);

  /** An entry: both lengths, the key, the text. One that is larger than a chunk has a chunk of its own. @returns where it begins */
  private append(key: Buffer, text: string): number {
    const length = Buffer.byteLength(text);
    const size = align(lengths + key.length + length);
    if (this.used + size > chunkSize) {
      this.chunks.push(Buffer.alloc(Math.max(chunkSize, size)));
      this.used = 0;
    }
    const chunk = this.chunks.at(-1) ?? Buffer.alloc(0);
    const at = this.used;
    chunk.writeUInt32LE(key.length, at);
    chunk.writeUInt32LE(length, at + 4);
    key.copy(chunk, at + lengths);
    chunk.write(text, at + lengths + key.length);
    this.used += size;
    return ((this.chunks.length - 1) * chunkSize + at) / unit;
  }

  private place(entry: number): { readonly chunk: Buffer; readonly at: number } {
    const byte = entry * unit;
    return { chunk: this.chunks[Math.floor(byte / chunkSize)] ?? Buffer.alloc(0), at: byte % chunkSize };
  }

  private hasKey(entry: number, key: Buffer): boolean {
    const { chunk, at } = this.place(entry);
    const from = at + lengths;
    return chunk.readUInt32LE(at) === key.length && key.equals(chunk.subarray(from, from + key.length));
  }

  private textAt(entry: number): string {
    const { chunk, at } = this.place(entry);
    const from = at + lengths + chunk.readUInt32LE(at);
    return chunk.toString('utf8', from, from + chunk.readUInt32LE(at + 4));
  }

  private grow(): void {
    const [slots, hashes] = [this.slots, this.hashes];
    this.slots = new Uint32Array(slots.length * 2);
    this.hashes = new Uint32Array(slots.length * 2);
    for (let at = 0; at < slots.length; at += 1) this.put(slots[at] ?? 0, hashes[at] ?? 0);
  }

  private put(entry: number, hash: number): void {
    if (entry === 0) return;
    let slot = this.slotOf(hash);
    while (this.slots[slot] !== 0) slot = this.next(slot);
    this.slots[slot] = entry;
    this.hashes[slot] = hash;
  }
}

/** Entries begin at every fourth byte, so that sixteen gigabytes of them can be counted. */
const unit = 4;
const align = (size: number): number => Math.ceil(size / unit) * unit;

/** FNV-1a. */
function hashOf(bytes: Buffer): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
