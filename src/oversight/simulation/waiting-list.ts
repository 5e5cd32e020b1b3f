/** Children of a team who wait for a worker, in the order in which they came. */
export class WaitingList {
  #children = new Int32Array(64);
  #tickets = new Int32Array(64);
  #first = 0;
  #size = 0;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  clear(): void {
    this.#first = 0;
    this.#size = 0;
  }

  add(child: number, ticket: number): void {
    if (this.#size === this.#children.length) this.#grow();
    const at = (this.#first + this.#size) & (this.#children.length - 1);
    this.#children[at] = child;
    this.#tickets[at] = ticket;
    this.#size += 1;
  }

  /** The first who still waits on the ticket they were given; -1: nobody. */
  take(current: Int32Array): number {
    while (this.#size > 0) {
      const at = this.#first;
      this.#first = (at + 1) & (this.#children.length - 1);
      this.#size -= 1;
      const child = this.#children[at] ?? -1;
      if (current[child] === this.#tickets[at]) return child;
    }
    return -1;
  }

  #grow(): void {
    const { length } = this.#children;
    const [children, tickets] = [new Int32Array(2 * length), new Int32Array(2 * length)];
    for (let n = 0; n < length; n += 1) {
      const at = (this.#first + n) & (length - 1);
      children[n] = this.#children[at] ?? 0;
      tickets[n] = this.#tickets[at] ?? 0;
    }
    this.#children = children;
    this.#tickets = tickets;
    this.#first = 0;
  }
}
