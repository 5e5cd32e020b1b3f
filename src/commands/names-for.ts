import type { Asking } from '../record/returns.ts';
import { staffForReturns } from '../record/safeguarding-dataset.ts';
import type { Names } from '../returns/annex-a/known-of.ts';

/** Names of staff and teams and of the authority, for whoever may build a return. */
export async function namesFor(asking: Asking, authority: string): Promise<Names> {
  const { professionals, departments } = await staffForReturns(asking);
  return {
    authority,
    members: new Map(professionals.map(({ member, name }) => [member, name])),
    teams: new Map(departments.map(({ team, name }) => [team, name])),
  };
}
