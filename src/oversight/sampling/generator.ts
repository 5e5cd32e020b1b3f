/** Numbers from 0 to 1, 1 left out: always the same after the same seed. */
export type Generator = { readonly bits: () => number; readonly share: () => number };

const mask = 0xffff_ffff_ffff_ffffn;

/** A seed in words as a number: FNV-1a, 64 bits. */
export const seedOf = (words: string): bigint =>
  new TextEncoder().encode(words).reduce((hash, byte) => ((hash ^ BigInt(byte)) * 0x100_0000_01b3n) & mask, 0xcbf2_9ce4_8422_2325n);

/** PCG32 (O'Neill, HMC-CS-2014-0905): small, and it gives the numbers that its author published on every machine and in every year. */
export function pcg32(seed: bigint, stream = 54n): Generator {
  const [step, turn] = [((stream << 1n) | 1n) & mask, 6_364_136_223_846_793_005n];
  let state = 0n;
  const bits = (): number => {
    const old = state;
    state = (old * turn + step) & mask;
    const mixed = Number((((old >> 18n) ^ old) >> 27n) & 0xffff_ffffn);
    const by = Number(old >> 59n);
    return ((mixed >>> by) | (mixed << (-by & 31))) >>> 0;
  };
  bits();
  state = (state + seed) & mask;
  bits();
  return { bits, share: () => (bits() * 0x20_0000 + (bits() >>> 11)) / 0x20_0000_0000_0000 };
}

/** A whole number below another, each as likely: what would make some likelier is drawn again. */
export function below({ bits }: Generator, limit: number): number {
  const fair = 0x1_0000_0000 - (0x1_0000_0000 % limit);
  for (;;) {
    const drawn = bits();
    if (drawn < fair) return drawn % limit;
  }
}
