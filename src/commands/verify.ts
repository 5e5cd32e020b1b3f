import { verify } from '../record/verify.ts';
import { onlyAuthority, type Opened } from './open.ts';

/** verify: recomputes every chain and root, and names the first broken link. @returns whether every link holds */
export async function verifyAll({ app, owner }: Opened): Promise<boolean> {
  const found = await verify(owner, await onlyAuthority(app));
  console.log(`${found.children} children, ${found.lines} lines`);
  if (found.broken !== undefined) console.log(`Broken: child ${found.broken.person}, position ${found.broken.position}`);
  if (found.brokenRoot !== undefined) console.log(`Broken: the root of ${found.brokenRoot.day}`);
  if (found.broken === undefined && found.brokenRoot === undefined) console.log('Every link holds.');
  return found.broken === undefined && found.brokenRoot === undefined;
}
