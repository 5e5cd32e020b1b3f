/** What happens in a simulated service. The kind and the number of whom it happens to are one integer. */
export const happenings = { arrival: 0, stageOver: 1, roundOpens: 2, workDone: 3 } as const;

/** Room for what is ahead; doubled when it is full. */
const first = 8192;

function grown<T extends Float64Array | Int32Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}

/**
 * What is ahead, in order of time: a list for each day to come, and a heap of the day that runs. Of a year of a hundred thousand events only some hundred
 * are in the heap at once. No object is made for an event.
 */
export class EventQueue {
  readonly #days: Int32Array;
  readonly #lastDay: number;
  #today = 0;
  #free = 0;
  #time = new Float64Array(first);
  #kind = new Int32Array(first);
  #whom = new Int32Array(first);
  #stamp = new Int32Array(first);
  #next = new Int32Array(first);
  #heap = new Int32Array(1024);
  #keys = new Float64Array(1024);
  #size = 0;
  /** Of what was taken last. */
  time = 0;
  kind = 0;
  whom = 0;
  stamp = 0;

  constructor(days: number) {
    this.#lastDay = days;
    this.#days = new Int32Array(days + 1);
    this.clear();
  }

  clear(): void {
    this.#days.fill(-1);
    this.#size = 0;
    this.#today = 0;
    for (let n = 0; n < this.#next.length; n += 1) this.#next[n] = n + 1;
    this.#next[this.#next.length - 1] = -1;
    this.#free = 0;
  }

  /** What is beyond the last day is left out. `stamp`: a happening is void once whom it is about has moved on. */
  add(time: number, kind: number, whom: number, stamp: number): void {
    if (!(time < this.#lastDay)) return;
    if (this.#free < 0) this.#grow();
    const id = this.#free;
    this.#free = this.#next[id] ?? -1;
    this.#time[id] = time;
    this.#kind[id] = kind;
    this.#whom[id] = whom;
    this.#stamp[id] = stamp;
    const day = time | 0;
    if (day <= this.#today) return this.#push(id, time);
    this.#next[id] = this.#days[day] ?? -1;
    this.#days[day] = id;
  }

  /** The day begins: what was put down for it is put in order. */
  beginDay(day: number): void {
    this.#today = day;
    let id = this.#days[day] ?? -1;
    this.#days[day] = -1;
    while (id >= 0) {
      const following = this.#next[id] ?? -1;
      this.#push(id, this.#time[id] ?? 0);
      id = following;
    }
  }

  /** @returns false: nothing more happens today */
  take(): boolean {
    if (this.#size === 0) return false;
    const id = this.#heap[0] ?? 0;
    this.#size -= 1;
    if (this.#size > 0) this.#sink(this.#heap[this.#size] ?? 0, this.#keys[this.#size] ?? 0);
    this.time = this.#time[id] ?? 0;
    this.kind = this.#kind[id] ?? 0;
    this.whom = this.#whom[id] ?? 0;
    this.stamp = this.#stamp[id] ?? 0;
    this.#next[id] = this.#free;
    this.#free = id;
    return true;
  }

  #push(id: number, key: number): void {
    if (this.#size === this.#heap.length) {
      this.#heap = grown(this.#heap, new Int32Array(2 * this.#size));
      this.#keys = grown(this.#keys, new Float64Array(2 * this.#size));
    }
    const [heap, keys] = [this.#heap, this.#keys];
    let at = this.#size;
    this.#size += 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = keys[above] ?? 0;
      if (other <= key) break;
      heap[at] = heap[above] ?? 0;
      keys[at] = other;
      at = above;
    }
    heap[at] = id;
    keys[at] = key;
  }

  #sink(id: number, key: number): void {
    const [heap, keys, size] = [this.#heap, this.#keys, this.#size];
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && (keys[below + 1] ?? 0) < (keys[below] ?? 0)) below += 1;
      const other = keys[below] ?? 0;
      if (other >= key) break;
      heap[at] = heap[below] ?? 0;
      keys[at] = other;
      at = below;
    }
    heap[at] = id;
    keys[at] = key;
  }

  #grow(): void {
    const size = this.#next.length;
    this.#time = grown(this.#time, new Float64Array(2 * size));
    this.#kind = grown(this.#kind, new Int32Array(2 * size));
    this.#whom = grown(this.#whom, new Int32Array(2 * size));
    this.#stamp = grown(this.#stamp, new Int32Array(2 * size));
    this.#next = grown(this.#next, new Int32Array(2 * size));
    for (let n = size; n < 2 * size; n += 1) this.#next[n] = n + 1;
    this.#next[2 * size - 1] = -1;
    this.#free = size;
  }
}
