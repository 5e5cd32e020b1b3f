import { monthOf, type ServiceModel } from './model.ts';

/** Which days are worked, counted once for all replications. */
export class Days {
  readonly month: Int16Array;
  readonly working: Uint8Array;
  /** Working days up to and including each day. */
  readonly #upTo: Int32Array;
  readonly #nth: Int32Array;

  constructor(model: Pick<ServiceModel, 'days' | 'working' | 'monthEnds'>) {
    const size = model.working.length;
    this.month = Int16Array.from({ length: size }, (_, day) => (day < model.days ? monthOf(model.monthEnds, day) : -1));
    this.working = Uint8Array.from(model.working);
    this.#upTo = new Int32Array(size);
    const nth: number[] = [];
    for (let day = 0; day < size; day += 1) {
      if (this.working[day] === 1) nth.push(day);
      this.#upTo[day] = nth.length;
    }
    this.#nth = Int32Array.from(nth);
  }

  /** The moment from which something is late that is due so long after a day. What began before the first day is counted in weeks of five. */
  lateFrom(day: number, count: number, inWorkingDays: boolean): number {
    if (!inWorkingDays) return day + count + 1;
    if (day < 0) return day + Math.ceil((count * 7) / 5) + 1;
    const at = (this.#upTo[day] ?? this.#nth.length) + Math.round(count) - 1;
    return (this.#nth[at] ?? day + (count * 7) / 5) + 1;
  }
}
