/** How far a long command has come, on one line of a terminal that is written over. Where there is no terminal, nothing. */
export class Progress {
  private readonly whole: number;
  private readonly terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>;
  private readonly now: () => number;
  private done = 0;
  private shownAt = Number.NEGATIVE_INFINITY;
  private isShown = false;

  constructor(whole: number, terminal: Progress['terminal'] = process.stderr, now = () => performance.now()) {
    this.whole = whole;
    this.terminal = terminal;
    this.now = now;
  }

  advance(by: number): void {
    this.done += by;
  }

  /** At most ten times a second. */
  show(words: string): void {
    if (this.terminal.isTTY !== true || this.now() - this.shownAt < 100) return;
    this.shownAt = this.now();
    const share = this.whole === 0 ? 1 : Math.min(1, this.done / this.whole);
    const line = `${bar(share)} ${String(Math.floor(share * 100)).padStart(3)} %  ${words}`;
    this.terminal.write(`\r${line.slice(0, (this.terminal.columns ?? 80) - 1)}\u001b[K`);
    this.isShown = true;
  }

  /** Before anything else is written. */
  clear(): void {
    if (this.isShown) this.terminal.write('\r\u001b[K');
    this.isShown = false;
  }

  /** The same bytes, counted as they go by. */
  async *counting(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const bytes of source) {
      this.advance(bytes.length);
      yield bytes;
    }
  }
}

const width = 24;
const bar = (share: number): string => `[${'#'.repeat(Math.round(share * width)).padEnd(width, '.')}]`;
