import { dayInEngland } from '../kernel/calendar/dates.ts';
import { sealDay } from '../record/verify.ts';
import { onlyAuthority, type Opened } from './open.ts';

/** roots: seals the day, for publication off this machine. */
export async function printRoots({ app, owner }: Opened): Promise<boolean> {
  console.log(await sealDay(owner, await onlyAuthority(app), dayInEngland(new Date())));
  return true;
}
