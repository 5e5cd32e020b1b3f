import { endOfDay } from '../kernel/calendar/instants.ts';
import { staffSteps } from '../oversight/workforce/asked-steps.ts';
import { censusDay, workforceCensus } from '../oversight/workforce/census.ts';
import { staffMemberOf } from '../oversight/workforce/staff.ts';
import { standardOn } from '../oversight/workforce/standard.ts';
import { idWithin } from '../practice/pathway.ts';
import { registrationsOf, type Asking } from '../record/returns.ts';
import { carriedBy, registerTold, staffTold } from '../record/workforce.ts';
import type { AskedDay } from '../returns/of-a-day.ts';
import type { WorkforceCensus } from '../returns/workforce-census/census.ts';

/** The workforce census of the last 30 September that had come by a day, as known now or at an instant; caseloads as they were known at the end of that day. `registrations`: numbers of social workers other than those entered now. */
export async function workforceCensusFor(
  asking: Asking,
  { on, knownAt }: Pick<AskedDay, 'on' | 'knownAt'>,
  registrations?: ReadonlyMap<string, string>,
): Promise<WorkforceCensus> {
  const day = censusDay(on);
  const then = new Date(Math.min(endOfDay(day).getTime() - 1, Date.now())).toISOString();
  const [told, carried, numbers] = [
    await staffTold(asking, [...staffSteps, 'staffDetails'], knownAt),
    await carriedBy(asking, then),
    registrations ?? (await registrationsOf(asking)),
  ];
  const register = await registerTold(asking, idWithin('the workforce', 'workforce', 0), ['teamPosts', 'caseloadStandard'], knownAt);
  const staff = told.map(({ member, history }) => staffMemberOf(member, history));
  return workforceCensus(day, { staff, register, carried, standard: standardOn(register, day), numbers });
}
