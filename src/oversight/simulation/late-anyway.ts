import type { ServiceModel } from './model.ts';
import type { Random } from './random.ts';

/** What waits although there is time is done so many days late on average. */
const daysLate = 5;

/** What is late without work that waits for workers: as often as the model says, clock by clock. */
export class LateAnyway {
  readonly #chances: Float64Array;

  constructor({ clocks, waitsAnyway }: Pick<ServiceModel, 'clocks' | 'waitsAnyway'>) {
    this.#chances = Float64Array.from(clocks, (_, clock) => waitsAnyway?.[clock] ?? 0);
  }

  /** So many days after it is late it is done at the earliest; `inTime`: it is not of what waits. */
  daysAfter(clock: number, inTime: number, random: Random): number {
    const chance = this.#chances[clock] ?? 0;
    return chance > 0 && random.share() < chance ? daysLate * random.wait() : inTime;
  }
}
