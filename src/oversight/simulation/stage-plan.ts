import { activities } from './children.ts';
import type { Stage } from './model.ts';

/** The last of a child’s activities: what closes a stage. */
export const closing = activities - 1;

/** What is owed in each stage, in arrays by stage and activity: objects of many shapes would cost more than all the rest. */
export class StagePlan {
  readonly rounds: Uint8Array;
  readonly needsWorker: Uint8Array;
  readonly hasClosing: Uint8Array;
  readonly clock: Int8Array;
  readonly first: Float64Array;
  readonly every: Float64Array;
  readonly lead: Float64Array;
  readonly hours: Float64Array;
  readonly inWorkingDays: Uint8Array;

  constructor(stages: readonly Stage[]) {
    const size = activities * stages.length;
    this.rounds = Uint8Array.from(stages, ({ rounds }) => rounds.length);
    this.needsWorker = Uint8Array.from(stages, ({ needsWorker }) => (needsWorker ? 1 : 0));
    this.hasClosing = Uint8Array.from(stages, ({ closing, needsWorker }) => (closing === undefined || !needsWorker ? 0 : 1));
    this.clock = new Int8Array(size).fill(-1);
    this.first = new Float64Array(size);
    this.every = new Float64Array(size);
    this.lead = new Float64Array(size);
    this.hours = new Float64Array(size);
    this.inWorkingDays = new Uint8Array(size);
    stages.forEach(({ rounds, closing: last }, stage) => {
      rounds.forEach((round, n) => this.#keep(activities * stage + n, round));
      if (last !== undefined) this.#keep(activities * stage + closing, { ...last, every: 0, lead: 0 });
    });
  }

  #keep(at: number, activity: Stage['rounds'][number]): void {
    this.clock[at] = activity.clock;
    this.first[at] = activity.first;
    this.every[at] = activity.every;
    this.lead[at] = activity.lead;
    this.hours[at] = activity.hours;
    this.inWorkingDays[at] = activity.inWorkingDays ? 1 : 0;
  }
}
