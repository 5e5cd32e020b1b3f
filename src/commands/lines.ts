const together = 65_536;

/** Lines for the standard output, some hundred at a time. */
export class Lines {
  private held = '';
  private readonly before: () => void;

  /** `before`: what must be out of the way of what is written. */
  constructor(before: () => void) {
    this.before = before;
    // Whoever reads may have enough, as head does.
    process.stdout.on('error', () => process.exit(2));
  }

  /** @returns whether there is enough to be written */
  add(line: string): boolean {
    this.held += line;
    return this.held.length >= together;
  }

  async flush(): Promise<void> {
    const text = this.held;
    this.held = '';
    if (text === '') return;
    this.before();
    if (!process.stdout.write(text)) await new Promise((done) => process.stdout.once('drain', done));
  }

  write(text: string): Promise<void> {
    this.held += text;
    return this.flush();
  }
}
