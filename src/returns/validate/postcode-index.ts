import type { Where } from '../ssda903/placements.ts';
import { withoutSpaces } from '../ssda903/postcodes.ts';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const longest = 8;

/** A postcode as a number from 1 on: each sign a digit to the base of 37. Nothing: it is none. */
function numberOf(postcode: string): number | undefined {
  if (postcode === '' || postcode.length > longest) return undefined;
  let number = 0;
  for (const sign of postcode) {
    const digit = digits.indexOf(sign);
    if (digit < 0) return undefined;
    number = number * 37 + digit + 1;
  }
  return number;
}

/**
 * Where all postcodes lie, 18 bytes each: two and a half million take less than 120 MB, and are found in the same time as a few. An open table: a postcode stands in its place or in the
 * next one that is free.
 */
export class PostcodeIndex {
  private size = 0;
  private keys = new Float64Array(1 << 12);
  private east = new Int32Array(1 << 12);
  private north = new Int32Array(1 << 12);
  private authority = new Uint16Array(1 << 12);
  private readonly names: string[] = [];
  private readonly places = new Map<string, number>();

  get count(): number {
    return this.size;
  }

  add(postcode: string, { authority, east, north }: Where): void {
    const key = numberOf(withoutSpaces(postcode));
    if (key === undefined) return;
    if (this.size * 3 >= this.keys.length * 2) this.grow();
    const at = this.slotOf(key);
    if (this.keys[at] === 0) this.size += 1;
    this.keys[at] = key;
    this.east[at] = east;
    this.north[at] = north;
    this.authority[at] = this.nameOf(authority);
  }

  get(postcode: string): Where | undefined {
    const key = numberOf(withoutSpaces(postcode));
    if (key === undefined) return undefined;
    const at = this.slotOf(key);
    if (this.keys[at] !== key) return undefined;
    return { authority: this.names[this.authority[at] ?? 0] ?? '', east: this.east[at] ?? 0, north: this.north[at] ?? 0 };
  }

  private nameOf(authority: string): number {
    const known = this.places.get(authority);
    if (known !== undefined) return known;
    this.names.push(authority);
    this.places.set(authority, this.names.length - 1);
    return this.names.length - 1;
  }

  private slotOf(key: number): number {
    const { keys } = this;
    let at = spread(key) & (keys.length - 1);
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & (keys.length - 1);
    return at;
  }

  private grow(): void {
    const [keys, east, north, authority] = [this.keys, this.east, this.north, this.authority];
    const length = keys.length * 2;
    this.keys = new Float64Array(length);
    this.east = new Int32Array(length);
    this.north = new Int32Array(length);
    this.authority = new Uint16Array(length);
    for (let n = 0; n < keys.length; n += 1) {
      const key = keys[n] ?? 0;
      if (key === 0) continue;
      const at = this.slotOf(key);
      this.keys[at] = key;
      this.east[at] = east[n] ?? 0;
      this.north[at] = north[n] ?? 0;
      this.authority[at] = authority[n] ?? 0;
    }
  }
}

/** Neighbouring postcodes lie far apart. */
function spread(key: number): number {
  const [low, high] = [(key % 0x1_0000_0000) | 0, (key / 0x1_0000_0000) | 0];
  let mixed = Math.imul(low ^ (high * 0x9e37_79b1), 0x85eb_ca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
