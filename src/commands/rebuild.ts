import { derivation } from '../practice/pathway.ts';
import { rebuild } from '../record/rebuild.ts';
import { chosenAuthorities } from './chosen-authority.ts';
import type { Opened } from './open.ts';
import { readWords } from './words.ts';

const usage = 'rebuild [--write] [--authority NUMBER]';

/** rebuild [--write]: derives everything again and compares. @returns whether nothing differs, or what differed was written */
export async function rebuildAll({ app, owner }: Opened, parameters: readonly string[]): Promise<boolean> {
  const { one, is } = readWords(parameters, { usage, options: ['authority'], switches: ['write'] });
  let isSame = true;
  for (const { authority, name } of await chosenAuthorities(app, one('authority'))) {
    const rebuilt = await rebuild(owner, authority, derivation, { write: is('write') });
    console.log(
      `${name}: ${rebuilt.children} children under rules ${rebuilt.rulesHash.slice(0, 12)}: ${rebuilt.differences.length} differences, ${rebuilt.written} children written`,
    );
    isSame &&= rebuilt.differences.length === 0 || rebuilt.written > 0;
  }
  return isSame;
}
