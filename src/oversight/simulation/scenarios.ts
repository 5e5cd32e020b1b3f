import { wholePost, type Activity, type Capacity, type ServiceModel, type Stage } from './model.ts';
import { clockOrder } from './stages.ts';

/** What is otherwise than it is; undefined: as it is. */
export type Change = {
  /** Children who come, in 100 of now. */
  readonly referrals?: number;
  readonly workers?: number;
  /** The two smallest teams are one. */
  readonly merged?: boolean;
  /** Working days between child protection visits. */
  readonly visits?: number;
};

/** As it is called on the page: A, B or C. */
export type Scenario = { readonly letter: string; readonly change: Change };

/** What leaders ask first. */
export const usualScenarios: readonly Change[] = [{ referrals: 30 }, { workers: 5 }, { visits: 15 }];

const signed = (n: number): string => (n < 0 ? `${-n} fewer` : `${n} more`);

export function titleOf({ referrals, workers, merged, visits }: Change): string {
  const parts = [
    ...(referrals === undefined ? [] : [`referrals ${referrals < 0 ? '−' : '+'}${Math.abs(referrals)} %`]),
    ...(workers === undefined ? [] : [`${signed(workers)} ${Math.abs(workers) === 1 ? 'worker' : 'workers'}`]),
    ...(merged === true ? ['the two smallest teams merged'] : []),
    ...(visits === undefined ? [] : [`protection visits every ${visits} working days`]),
  ];
  const all = parts.join(', ');
  return all === '' ? 'As now' : `${all.charAt(0).toUpperCase()}${all.slice(1)}`;
}

type Staff = readonly (readonly Capacity[])[];

const staffOf = ({ teams, capacity }: Pick<ServiceModel, 'teams' | 'capacity'>): Staff =>
  teams.map((size, team) => Array.from({ length: size }, (_, n) => capacity?.[team]?.[n] ?? wholePost));

/** One at a time, in a whole post, to the team that is smallest then, or from the largest; never fewer than nobody. */
function staffed(staff: Staff, workers: number): Staff {
  const teams = [...staff];
  for (let n = 0; n < Math.abs(workers); n += 1) {
    const sizes = teams.map((team) => team.length);
    const at = sizes.indexOf(workers > 0 ? Math.min(...sizes) : Math.max(...sizes));
    const team = teams[at] ?? [];
    teams[at] = workers > 0 ? [...team, wholePost] : team.slice(0, -1);
  }
  return teams;
}

function mergedTeams(staff: Staff): Staff {
  if (staff.length < 2) return staff;
  const teams = staff.toSorted((a, b) => b.length - a.length);
  return [...teams.slice(0, -2), teams.slice(-2).flat()];
}

const visitClock = clockOrder.indexOf('childProtectionVisit');
const visitedEvery = (round: Activity, days: number): Activity =>
  round.clock === visitClock ? { ...round, first: days, every: days, inWorkingDays: true, lead: Math.ceil(days / 2) } : round;

const withVisits = (stage: Stage, days: number): Stage => ({ ...stage, rounds: stage.rounds.map((round) => visitedEvery(round, days)) });

/** The service with what is changed; all else, and who comes to it, is as it was. */
export function changed(model: ServiceModel, { referrals = 0, workers = 0, merged = false, visits }: Change): ServiceModel {
  const whole = staffOf(model);
  const staff = staffed(merged ? mergedTeams(whole) : whole, workers);
  return {
    ...model,
    teams: staff.map((team) => team.length),
    ...(model.capacity === undefined ? {} : { capacity: staff }),
    arrivals: referrals === 0 ? model.arrivals : model.arrivals.map((one) => one * Math.max(0, 1 + referrals / 100)),
    stages: visits === undefined ? model.stages : model.stages.map((stage) => withVisits(stage, visits)),
  };
}

export const workersOf = ({ teams }: Pick<ServiceModel, 'teams'>): number => teams.reduce((sum, one) => sum + one, 0);
