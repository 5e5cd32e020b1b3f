import { open, type FileHandle } from 'node:fs/promises';
import { Obstacle } from '../platform/obstacle.ts';

const atOnce = 1 << 18;

/** Files that are read, some of them more than once: one that is written or replaced meanwhile is refused, because what was found in it is of no one file. */
export class UnchangedFiles {
  private readonly states = new Map<string, string>();

  async *read(path: string): AsyncGenerator<Uint8Array> {
    const file = await open(path);
    try {
      await this.hold(path, file);
      for await (const bytes of file.createReadStream({ highWaterMark: atOnce, autoClose: false })) yield bytes;
      await this.hold(path, file);
    } finally {
      await file.close();
    }
  }

  private async hold(path: string, file: FileHandle): Promise<void> {
    const { dev, ino, size, mtimeNs } = await file.stat({ bigint: true });
    const state = [dev, ino, size, mtimeNs].join(' ');
    if ((this.states.get(path) ?? state) !== state)
      throw new Obstacle(`${path} was changed while it was read. Check it again when nothing writes to it.`);
    this.states.set(path, state);
  }
}
