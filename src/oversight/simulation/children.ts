/** Each child has room for three rounds and the closing work. */
export const activities = 4;

/** The children of one replication, in arrays: a number is given again once its child has gone. */
export class Children {
  readonly stage: Int8Array;
  readonly next: Int8Array;
  /** Raised whenever the child moves on: what was put down before is void. */
  readonly stamp: Int32Array;
  readonly worker: Int16Array;
  readonly team: Int16Array;
  /** Days that the stage lasts of itself, once there is a worker. */
  readonly left: Float64Array;
  readonly waitsSince: Float64Array;
  /** Raised whenever a child begins to wait for a worker. */
  readonly ticket: Int32Array;
  /** Of each activity the moment from which it is late; -1: it is not owed. */
  readonly lateFrom: Float64Array;
  readonly #free: Int32Array;
  #freeCount = 0;
  #used = 0;

  constructor(room: number) {
    this.stage = new Int8Array(room);
    this.next = new Int8Array(room);
    this.stamp = new Int32Array(room);
    this.worker = new Int16Array(room);
    this.team = new Int16Array(room);
    this.left = new Float64Array(room);
    this.waitsSince = new Float64Array(room);
    this.ticket = new Int32Array(room);
    this.lateFrom = new Float64Array(activities * room);
    this.#free = new Int32Array(room);
  }

  get used(): number {
    return this.#used;
  }

  begin(): void {
    this.stamp.fill(0, 0, this.#used);
    this.stage.fill(-1, 0, this.#used);
    this.lateFrom.fill(-1);
    this.#freeCount = 0;
    this.#used = 0;
  }

  come(team: number): number {
    const child = this.#freeCount > 0 ? (this.#free[(this.#freeCount -= 1)] ?? 0) : this.#used++;
    if (child >= this.stage.length) throw new RangeError(`More than ${this.stage.length} children at once: four times as many as expected`);
    this.worker[child] = -1;
    this.team[child] = team;
    this.waitsSince[child] = -1;
    return child;
  }

  owe(child: number, activity: number, lateFrom: number): void {
    this.lateFrom[activities * child + activity] = lateFrom;
  }

  go(child: number): void {
    this.stage[child] = -1;
    this.stamp[child] = (this.stamp[child] ?? 0) + 1;
    this.#free[this.#freeCount] = child;
    this.#freeCount += 1;
  }
}
