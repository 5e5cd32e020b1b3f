import type { LocalDate } from '../kernel/calendar/dates.ts';
import { endOfDay } from '../kernel/calendar/instants.ts';
import type { History, Statement } from '../kernel/step/history.ts';
import { staffCensusSteps } from '../oversight/workforce/asked-steps.ts';
import { censusDay, workforceCensus } from '../oversight/workforce/census.ts';
import { staffMemberOf } from '../oversight/workforce/staff.ts';
import { standardOn } from '../oversight/workforce/standard.ts';
import { idWithin } from '../practice/pathway.ts';
import { registrationsOf, type Asking } from '../record/returns.ts';
import { carriedBy, registerTold, staffTold, type Carried } from '../record/workforce.ts';
import type { AskedDay } from '../returns/of-a-day.ts';
import type { CensusWorker, WorkforceCensus } from '../returns/workforce-census/census.ts';

/** The workforce census of the last 30 September that had come by a day, as known now or at an instant; caseloads as they were known at the end of that day. `registrations`: numbers of social workers other than those entered now. */
export async function workforceCensusFor(
  asking: Asking,
  { on, knownAt }: Pick<AskedDay, 'on' | 'knownAt'>,
  registrations?: ReadonlyMap<string, string>,
): Promise<WorkforceCensus> {
  const day = censusDay(on);
  const [told, carried, numbers] = [
    await staffTold(asking, staffCensusSteps, knownAt),
    await carriedOn(asking, day),
    registrations ?? (await registrationsOf(asking)),
  ];
  const register = await registerTold(asking, registerFile, registerSteps, knownAt);
  const staff = told.map(({ member, history }) => staffMemberOf(member, history));
  return workforceCensus(day, { staff, register, carried, standard: standardOn(register, day), numbers });
}

/** The register of posts and local standards, and what of it the census tells. */
export const registerFile = idWithin('the workforce', 'workforce', 0);
export const registerSteps = ['teamPosts', 'caseloadStandard'] as const;

/** What each carried at the end of a day, as it was known then. */
export const carriedOn = (asking: Asking, day: LocalDate): Promise<readonly Carried[]> =>
  carriedBy(asking, { knownAt: new Date(Math.min(endOfDay(day).getTime() - 1, Date.now())).toISOString(), isCensus: true });

type Standing = { readonly carried: readonly Carried[]; readonly numbers: ReadonlyMap<string, string> };

/** How the census of a 30 September tells of one member what the register and their staff file say, one after the other. */
export const workersFrom =
  (day: LocalDate, { carried, numbers }: Standing) =>
  (member: string) =>
  (history: History): readonly CensusWorker[] => {
    const [register, own] = [history.filter(isOfRegister), history.filter((one) => !isOfRegister(one))];
    const staff = [staffMemberOf(member, own)];
    return workforceCensus(day, { staff, register, carried, standard: standardOn(register, day), numbers }).workers;
  };

const isOfRegister = ({ step }: Statement): boolean => registerSteps.some((one) => one === step);
