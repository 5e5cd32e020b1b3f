/** Days are counted from the first simulated one; a moment is a day and its part. Durations are calendar days, work is hours. */

/** How long a stage lasts of itself, as a table of equal parts of all durations; above `tableUpTo` of them, exponential beyond the last. */
export type Duration = {
  readonly table: readonly number[];
  readonly tableUpTo: number;
  /** Mean of what lies beyond. */
  readonly tail: number;
};

/** What is done again and again in a stage, or once at its end. */
export type Activity = {
  /** Index in `clocks`; -1: no limit is told of it. */
  readonly clock: number;
  /** Days after the stage began; working days if so said. */
  readonly first: number;
  /** Days after it was last done. */
  readonly every: number;
  readonly inWorkingDays: boolean;
  /** So many days before it is due it can be done. */
  readonly lead: number;
  readonly hours: number;
};

export type Stage = {
  readonly name: string;
  /** A child in it is somebody’s: until a worker has room, they wait and nothing is done. */
  readonly needsWorker: boolean;
  readonly duration: Duration;
  /** In each of equal parts of the durations, the shortest first: the chance of each next stage, added up; what is left is the end of all work. */
  readonly next: readonly (readonly number[])[];
  /** At most three. */
  readonly rounds: readonly Activity[];
  /** The work without which the stage does not end; `every` and `lead` do not count. */
  readonly closing?: Pick<Activity, 'clock' | 'first' | 'inWorkingDays' | 'hours'>;
};

/** A child at the beginning: in which stage, for how many days. */
export type OpenChild = { readonly stage: number; readonly days: number; readonly hasWorker: boolean };

/** Of a full-time post: hours of work, and the most children that are given; parts of 1. */
export type Capacity = { readonly hours: number; readonly children: number };
export const wholePost: Capacity = { hours: 1, children: 1 };

export type ServiceModel = {
  readonly days: number;
  /** 1 for each working day, 0 for others; so many more than `days` as a limit can reach. */
  readonly working: readonly number[];
  /** The day after each month’s last; the last is `days`. */
  readonly monthEnds: readonly number[];
  /** Children expected to come each day. */
  readonly arrivals: readonly number[];
  /** Of a week’s factor, which has mean 1: how little it varies; undefined: not at all. */
  readonly weeklyShape?: number;
  /** Chance of each hour of the day to be that of an arrival, added up: 24. */
  readonly hours: readonly number[];
  /** Chance of each stage to be the first, added up. */
  readonly firstStage: readonly number[];
  readonly stages: readonly Stage[];
  readonly clocks: readonly string[];
  readonly open: readonly OpenChild[];
  /** Workers of each team. */
  readonly teams: readonly number[];
  /** What each of them can do and be given, in the order of `teams`; absent, or too short: all of a full-time post. */
  readonly capacity?: readonly (readonly Capacity[])[];
  /** Hours of work with and for children on a working day. */
  readonly hoursPerDay: number;
  /** When a day’s work begins and ends, as parts of it. */
  readonly opens: number;
  readonly closes: number;
  /** Part of working weeks away: leave, sickness, training. */
  readonly away: number;
  /** A worker with so many children is given no more. */
  readonly mostChildren: number;
  /** Deviation of a piece of work’s hours as a part of their mean. */
  readonly spread: number;
  /** Of each clock the chance that what is owed waits until it is late, although there is time for it; absent: it never does. */
  readonly waitsAnyway?: readonly number[];
};

/** What is counted of each month, in this order; after them children in each stage, then for each clock what was due and what was late. */
export const counted = [
  'arrived',
  'ended',
  'open',
  'perWorker',
  'most',
  'unallocated',
  'unallocatedDays',
  'allocated',
  'waitedForWorker',
  'done',
  'waitedForWork',
  'hoursWorked',
] as const;

export const placeOf = (name: (typeof counted)[number]): number => counted.indexOf(name);

export const columnsOf = (model: Pick<ServiceModel, 'stages' | 'clocks'>): number =>
  counted.length + model.stages.length + 2 * model.clocks.length;

export const monthOf = (monthEnds: readonly number[], day: number): number => {
  const found = monthEnds.findIndex((end) => day < end);
  return found < 0 ? monthEnds.length - 1 : found;
};
