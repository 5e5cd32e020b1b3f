import { happenings, type EventQueue } from './event-queue.ts';
import type { ServiceModel } from './model.ts';
import { Random } from './random.ts';

/** Who comes, by numbers of their own: whatever else differs between two scenarios, the same children come at the same hours. */
export class Arrivals {
  readonly #model: ServiceModel;
  readonly #random = new Random();
  #factor = 1;

  constructor(model: ServiceModel) {
    this.#model = model;
  }

  begin(seed: number): void {
    this.#random.seed(seed, 1);
    this.#factor = 1;
  }

  /** Poisson within a week, whose level differs from week to week as much as it did in the record. */
  arriveOn(day: number, queue: EventQueue): void {
    const { arrivals, hours, firstStage, weeklyShape } = this.#model;
    const random = this.#random;
    if (day % 7 === 0 && weeklyShape !== undefined) this.#factor = random.gamma(weeklyShape);
    for (let left = random.count((arrivals[day] ?? 0) * this.#factor); left > 0; left -= 1) {
      const [byHour, byStage] = [random.share(), random.share()];
      let [hour, stage] = [0, 0];
      while (hour < 23 && (hours[hour] ?? 1) <= byHour) hour += 1;
      while (stage < firstStage.length - 1 && (firstStage[stage] ?? 1) <= byStage) stage += 1;
      queue.add(day + (hour + random.share()) / 24, happenings.arrival, stage, 0);
    }
  }
}
