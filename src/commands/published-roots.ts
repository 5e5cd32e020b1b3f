import { readFile } from 'node:fs/promises';
import { isDate } from '../kernel/calendar/dates.ts';
import { Obstacle } from '../platform/obstacle.ts';
import type { Root } from '../record/roots.ts';

const heading = 'authority,day,chains,root';

/** As they are kept off the machine: a CSV file that says of itself what each column is. */
export const rootsAsText = (roots: readonly Root[]): string =>
  [heading, ...roots.map(({ authority, day, chains, root }) => `${authority},${day},${chains},${root}`)].join('\n');

function readRoot(line: string, place: number, path: string): Root {
  const [, authority = '', day = '', chains = '', root = ''] = /^(\d+),([\d-]+),(\d+),([0-9a-f]{64})$/.exec(line) ?? [];
  if (!isDate(day))
    throw new Obstacle(`Line ${place} of ${path} is "${line.slice(0, 80)}", which is no root. It must be ${heading}, as roots prints it.`);
  return { authority: Number(authority), day, chains: Number(chains), root };
}

/** Roots that were published earlier; several files put together may repeat the heading. */
export async function readRoots(path: string): Promise<readonly Root[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Obstacle(`${path} is not a file that can be read.`);
  });
  const lines = text.split(/\r?\n/).map((line, place) => ({ line: line.trim(), place: place + 1 }));
  const roots = lines.filter(({ line }) => line !== '' && line !== heading).map(({ line, place }) => readRoot(line, place, path));
  if (roots.length === 0) throw new Obstacle(`${path} holds no root, so that nothing could be compared with it.`);
  return roots;
}
