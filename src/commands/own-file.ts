import { readFile, stat } from 'node:fs/promises';
import { Obstacle } from '../platform/obstacle.ts';

/** The text of a file that nobody else can read: on a command line every account of the machine could see it. `named`: what names the file. */
export async function readOwnFile(file: string, named: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) throw new Obstacle(`${named} is "${file}", which is not a file that can be read.`);
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new Obstacle(`${file} can be read by other accounts. Make it its owner's alone: chmod 600 ${file}`);
  return readFile(file, 'utf8');
}
