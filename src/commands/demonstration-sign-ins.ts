import { demonstrationAuthority } from '../../demo/load.ts';
import { roles } from '../kernel/step/permission.ts';
import type { Database } from '../platform/database.ts';
import { membersToChoose } from '../record/members.ts';

/** The first invented person of each role, by name, as the sign-in page offers them; of a live database nobody. */
export async function demonstrationSignIns(app: Database): Promise<readonly string[]> {
  const people = await membersToChoose(app, demonstrationAuthority.authority);
  return Object.entries(roles).flatMap(([role, title]) => {
    const first = people.find((person) => person.roles[0] === role);
    return first === undefined ? [] : [`  ${title}: ${first.name}`];
  });
}
