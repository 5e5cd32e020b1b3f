import { createHash } from 'node:crypto';

/** What an edition wrote, in one short word: kept in `editions.md` when the next one takes its place, so that it stays what it was. */
export function sealOf(files: readonly (readonly [name: string, text: string])[]): string {
  const hash = createHash('sha256');
  for (const [name, text] of files.toSorted(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name}\n${text}\n`);
  return hash.digest('hex').slice(0, 16);
}
