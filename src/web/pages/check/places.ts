/** So many may be at work at a time; who comes while all places are taken waits for one in turn, and not for ever. */
export class Places {
  private readonly most: number;
  private readonly patience: number;
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param patience in milliseconds */
  constructor(most: number, patience: number) {
    this.most = most;
    this.patience = patience;
  }

  /** @returns how the place is given back; undefined: none came free in time */
  async take(): Promise<(() => void) | undefined> {
    if (this.taken < this.most) this.taken += 1;
    else if (!(await this.handedOver())) return undefined;
    let isMine = true;
    return () => {
      if (isMine) this.pass();
      isMine = false;
    };
  }

  private pass(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.taken -= 1;
    else next();
  }

  private handedOver(): Promise<boolean> {
    return new Promise((done) => {
      const given = (): void => {
        clearTimeout(enough);
        done(true);
      };
      const enough = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(given), 1);
        done(false);
      }, this.patience);
      this.waiting.push(given);
    });
  }
}
