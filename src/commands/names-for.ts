import type { Asking } from '../record/returns.ts';
import { staffForReturns } from '../record/safeguarding-dataset.ts';
import type { Names } from '../returns/annex-a/known-of.ts';

/** Names of staff and teams, for whoever may build a return. */
export async function namesFor(asking: Asking): Promise<Names> {
  const { professionals, departments } = await staffForReturns(asking);
  return {
    members: new Map(professionals.map(({ member, name }) => [member, name])),
    teams: new Map(departments.map(({ team, name }) => [team, name])),
  };
}
