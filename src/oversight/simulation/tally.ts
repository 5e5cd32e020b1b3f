import type { Days } from './days.ts';
import { columnsOf, counted, placeOf, type ServiceModel } from './model.ts';

/** Column numbers as plain constants: they are asked for a hundred million times. */
const arrived = placeOf('arrived');
const ended = placeOf('ended');
const open = placeOf('open');
const perWorker = placeOf('perWorker');
const most = placeOf('most');
const unallocated = placeOf('unallocated');
const unallocatedDays = placeOf('unallocatedDays');
const allocated = placeOf('allocated');
const waitedForWorker = placeOf('waitedForWorker');
const done = placeOf('done');
const waitedForWork = placeOf('waitedForWork');
const hoursWorked = placeOf('hoursWorked');

/** What is counted of one replication, a row for each month. */
export class Tally {
  rows: Float64Array = new Float64Array(0);
  readonly columns: number;
  readonly #stages: number;
  readonly #days: Days;
  #at = 0;
  #waiting = 0;
  #since = 0;

  constructor(model: ServiceModel, days: Days) {
    this.columns = columnsOf(model);
    this.#stages = model.stages.length;
    this.#days = days;
  }

  begin(rows: Float64Array): void {
    this.rows = rows;
    this.#at = 0;
    this.#waiting = 0;
    this.#since = 0;
  }

  get waiting(): number {
    return this.#waiting;
  }

  arrives(): void {
    this.#add(arrived, 1);
  }

  ends(): void {
    this.#add(ended, 1);
  }

  /** A child begins to wait for a worker (1), or no longer waits (-1). */
  waits(change: number, now: number): void {
    this.#add(unallocatedDays, this.#waiting * (now - this.#since));
    this.#since = now;
    this.#waiting += change;
  }

  isAllocated(days: number): void {
    this.#add(allocated, 1);
    this.#add(waitedForWorker, days);
  }

  begins(days: number): void {
    this.#add(done, 1);
    this.#add(waitedForWork, days);
  }

  works(hours: number): void {
    this.#add(hoursWorked, hours);
  }

  /** Counted in the month in which it was due, as in the returns; what is due after the last day is not counted. */
  wasDue(clock: number, lateFrom: number, isLate: boolean): void {
    const day = Math.ceil(lateFrom) - 1;
    if (clock < 0 || day < 0) return;
    const month = this.#days.month[day] ?? -1;
    if (month < 0) return;
    const at = month * this.columns + counted.length + this.#stages + 2 * clock;
    this.rows[at] = (this.rows[at] ?? 0) + 1;
    if (isLate) this.rows[at + 1] = (this.rows[at + 1] ?? 0) + 1;
  }

  /** The month is over. `load`: children of each worker. */
  endsMonth(now: number, load: Int32Array, inStage: Int32Array, needsWorker: Uint8Array): void {
    this.waits(0, now);
    let [total, largest, children] = [0, 0, 0];
    for (const one of load) {
      total += one;
      if (one > largest) largest = one;
    }
    for (let stage = 0; stage < this.#stages; stage += 1) {
      const n = inStage[stage] ?? 0;
      this.rows[this.#at + counted.length + stage] = n;
      if (needsWorker[stage] === 1) children += n;
    }
    this.rows[this.#at + open] = children;
    this.rows[this.#at + perWorker] = load.length === 0 ? 0 : total / load.length;
    this.rows[this.#at + most] = largest;
    this.rows[this.#at + unallocated] = this.#waiting;
    this.#at += this.columns;
  }

  #add(column: number, value: number): void {
    const at = this.#at + column;
    this.rows[at] = (this.rows[at] ?? 0) + value;
  }
}
