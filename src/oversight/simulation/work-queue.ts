/**
 * What waits for one worker, what is due first on top. A piece of work is (child, activity): each child has at most one of each activity waiting, so that
 * its number is enough, and whatever else is known of it is kept with the child.
 */
export class WorkQueue {
  #work = new Int32Array(64);
  #stamps = new Int32Array(64);
  #due = new Float64Array(64);
  #released = new Float64Array(64);
  size = 0;
  /** Of what was taken last. */
  work = 0;
  stamp = 0;
  released = 0;

  add(work: number, stamp: number, due: number, released: number): void {
    if (this.size === this.#work.length) this.#grow();
    let at = this.size;
    this.size += 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((this.#due[above] ?? 0) <= due) break;
      this.#move(above, at);
      at = above;
    }
    this.#put(at, work, stamp, due, released);
  }

  take(): boolean {
    if (this.size === 0) return false;
    this.work = this.#work[0] ?? 0;
    this.stamp = this.#stamps[0] ?? 0;
    this.released = this.#released[0] ?? 0;
    this.size -= 1;
    if (this.size > 0) this.#sink();
    return true;
  }

  /** The last one in the place of the first. */
  #sink(): void {
    const { size } = this;
    const due = this.#due[size] ?? 0;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && (this.#due[below + 1] ?? 0) < (this.#due[below] ?? 0)) below += 1;
      if ((this.#due[below] ?? 0) >= due) break;
      this.#move(below, at);
      at = below;
    }
    this.#move(size, at);
  }

  #put(at: number, work: number, stamp: number, due: number, released: number): void {
    this.#work[at] = work;
    this.#stamps[at] = stamp;
    this.#due[at] = due;
    this.#released[at] = released;
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#work[from] ?? 0, this.#stamps[from] ?? 0, this.#due[from] ?? 0, this.#released[from] ?? 0);
  }

  #grow(): void {
    const twice = 2 * this.size;
    const [work, stamps, due, released] = [this.#work, this.#stamps, this.#due, this.#released];
    this.#work = new Int32Array(twice);
    this.#stamps = new Int32Array(twice);
    this.#due = new Float64Array(twice);
    this.#released = new Float64Array(twice);
    this.#work.set(work);
    this.#stamps.set(stamps);
    this.#due.set(due);
    this.#released.set(released);
  }
}
