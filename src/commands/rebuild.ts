import { derivation } from '../practice/pathway.ts';
import { rebuild } from '../record/rebuild.ts';
import { onlyAuthority, type Opened } from './open.ts';

/** rebuild [--write]: derives everything again and compares. @returns whether nothing differs, or what differed was written */
export async function rebuildAll({ app, owner }: Opened, parameters: readonly string[]): Promise<boolean> {
  const rebuilt = await rebuild(owner, await onlyAuthority(app), derivation, { write: parameters.includes('--write') });
  console.log(
    `${rebuilt.children} children under rules ${rebuilt.rulesHash.slice(0, 12)}: ${rebuilt.differences.length} differences, ${rebuilt.written} children written`,
  );
  return rebuilt.differences.length === 0 || rebuilt.written > 0;
}
