/**
 * Small fast counter generator (Chris Doty-Humphrey, PractRand: sfc32): the same numbers after the same seed on every machine. That of samples
 * (sampling/generator.ts) is the one to defend before a committee; this one is drawn from a hundred million times in a run.
 */
export class Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 1;

  /** `stream`: other numbers for the same seed, so that more workers do not change who is referred. */
  seed(seed: number, stream: number): void {
    this.#a = seed | 0;
    this.#b = stream | 0;
    this.#c = 0x9e37_79b9 | 0;
    this.#d = 1;
    for (let n = 0; n < 15; n += 1) this.share();
  }

  /** From 0 to 1, 1 left out, in steps of 2⁻³². */
  share(): number {
    const mixed = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + mixed) | 0;
    return (mixed >>> 0) / 0x1_0000_0000;
  }

  /** Exponential with mean 1. */
  wait(): number {
    return -Math.log(1 - this.share());
  }

  /** Poisson: counted by waits, so that it is exact; a large mean is cut in pieces. */
  count(mean: number): number {
    if (mean > 20) return this.count(mean / 2) + this.count(mean / 2);
    let [n, product] = [0, this.share()];
    const floor = Math.exp(-mean);
    while (product > floor) {
      n += 1;
      product *= this.share();
    }
    return n;
  }

  /** Normal with mean 0 and deviation 1: Box and Muller (1958). */
  normal(): number {
    return Math.sqrt(2 * this.wait()) * Math.cos(2 * Math.PI * this.share());
  }

  /** Gamma with mean 1 and this shape: Marsaglia and Tsang (ACM Transactions on Mathematical Software 26/3, 2000). */
  gamma(shape: number): number {
    if (shape < 1) return (this.gamma(shape + 1) * (shape + 1) * (1 - this.share()) ** (1 / shape)) / shape;
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - this.share()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / shape;
    }
  }
}
