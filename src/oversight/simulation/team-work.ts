import type { Days } from './days.ts';
import { wholePost, type ServiceModel } from './model.ts';
import type { Random } from './random.ts';
import { WorkQueue } from './work-queue.ts';

const sizeOfTable = 1024;

/** Hours of one piece of work as parts of their mean: log-normal, in equally likely steps that have mean 1 and this deviation exactly. */
export function spreadTable(deviation: number, random: Random): Float64Array {
  const table = new Float64Array(sizeOfTable).fill(1);
  if (deviation === 0) return table;
  const sigma = Math.sqrt(Math.log(1 + deviation ** 2));
  random.seed(20_261_129, 0);
  const drawn = Float64Array.from({ length: 64 * sizeOfTable }, () => Math.exp(sigma * random.normal())).sort();
  for (let n = 0; n < sizeOfTable; n += 1) table[n] = drawn.subarray(64 * n, 64 * n + 64).reduce((sum, one) => sum + one, 0) / 64;
  const mean = table.reduce((sum, one) => sum + one, 0) / sizeOfTable;
  const apart = Math.sqrt(table.reduce((sum, one) => sum + (one / mean - 1) ** 2, 0) / sizeOfTable);
  return table.map((one) => Math.max(0.001, 1 + ((one / mean - 1) * deviation) / apart));
}

/** The workers of a service: whose each child is, who is away in which week, and what waits for whom. */
export class TeamWork {
  readonly workers: number;
  readonly queues: readonly WorkQueue[];
  readonly load: Int32Array;
  /** The work in hand, as (child, activity), and the stamp of its child; -1: none. */
  readonly inHand: Int32Array;
  readonly inHandStamp: Int32Array;
  readonly inHandHours: Float64Array;
  readonly #teamOf: Int32Array;
  readonly #firstOf: Int32Array;
  readonly #away: Uint8Array;
  readonly #weeks: number;
  readonly #model: ServiceModel;
  readonly #days: Days;
  readonly #spread: Float64Array;
  readonly #hours: Float64Array;
  readonly #room: Float64Array;
  readonly #lastDay: number;
  readonly #opens: number;
  readonly #closes: number;
  /** Hours in a whole day at the pace of its working hours. */
  readonly #rate: number;

  constructor(model: ServiceModel, days: Days, random: Random) {
    this.#model = model;
    this.#days = days;
    this.#lastDay = model.days;
    this.#opens = model.opens;
    this.#closes = model.closes;
    this.#rate = model.hoursPerDay / (model.closes - model.opens);
    this.workers = model.teams.reduce((sum, one) => sum + one, 0);
    this.queues = Array.from({ length: this.workers }, () => new WorkQueue());
    this.load = new Int32Array(this.workers);
    this.inHand = new Int32Array(this.workers);
    this.inHandStamp = new Int32Array(this.workers);
    this.inHandHours = new Float64Array(this.workers);
    this.#teamOf = Int32Array.from(model.teams.flatMap((size, team) => Array.from({ length: size }, () => team)));
    this.#firstOf = Int32Array.from(model.teams, (_, team) => model.teams.slice(0, team).reduce((sum, one) => sum + one, 0));
    const each = model.teams.flatMap((size, team) => Array.from({ length: size }, (_, n) => model.capacity?.[team]?.[n] ?? wholePost));
    this.#hours = Float64Array.from(each, ({ hours }) => hours);
    this.#room = Float64Array.from(each, ({ children }) => children);
    this.#weeks = Math.ceil(model.days / 7) + 1;
    this.#away = new Uint8Array(this.workers * this.#weeks);
    this.#spread = spreadTable(model.spread, random);
  }

  begin(random: Random): void {
    this.load.fill(0);
    this.inHand.fill(-1);
    for (const queue of this.queues) queue.size = 0;
    if (this.#model.away > 0) for (let n = 0; n < this.#away.length; n += 1) this.#away[n] = random.share() < this.#model.away ? 1 : 0;
  }

  teamOf(worker: number): number {
    return this.#teamOf[worker] ?? 0;
  }

  /** Of the team’s workers who have room the one with the fewest children, for what they can be given; -1: nobody has. */
  withRoom(team: number, most: number): number {
    const from = this.#firstOf[team] ?? 0;
    const to = from + (this.#model.teams[team] ?? 0);
    let [found, fewest] = [-1, most];
    for (let worker = from; worker < to; worker += 1) {
      const room = this.#room[worker] ?? 1;
      const load = room > 0 ? (this.load[worker] ?? 0) / room : Infinity;
      if (load < fewest) {
        found = worker;
        fewest = load;
      }
    }
    return found;
  }

  hoursOf(mean: number, random: Random): number {
    return mean * (this.#spread[(random.share() * sizeOfTable) | 0] ?? 1);
  }

  /** When a worker who begins now has done so many hours: in working hours, of working days, in weeks in which they are here. */
  doneAt(worker: number, now: number, hours: number): number {
    const [days, opens, closes] = [this.#lastDay, this.#opens, this.#closes];
    const rate = this.#rate * (this.#hours[worker] ?? 1);
    if (rate <= 0) return Infinity;
    let left = hours;
    for (let day = now | 0; day < days; day += 1) {
      if (this.#days.working[day] !== 1 || this.#away[worker * this.#weeks + ((day / 7) | 0)] === 1) continue;
      const from = Math.max(now - day, opens);
      const room = (closes - from) * rate;
      if (room <= 0) continue;
      if (left <= room) return day + from + left / rate;
      left -= room;
    }
    return Infinity;
  }
}
