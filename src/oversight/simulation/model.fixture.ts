import type { ServiceModel, Stage } from './model.ts';

const evenly = Array.from({ length: 24 }, (_, hour) => (hour + 1) / 24);

/** A stage without work that lasts exponentially. */
export const lasting = (mean: number): Stage['duration'] => ({ table: [0], tableUpTo: 0, tail: mean });

/** A queue as textbooks have it: open day and night, nobody away, one count for all its days after those in which it fills. */
export function queueOf(given: {
  readonly perDay: number;
  readonly stage: Stage;
  readonly servers: number;
  readonly days: number;
  readonly filling: number;
  readonly mostChildren: number;
  readonly spread?: number;
}): ServiceModel {
  const { days, filling } = given;
  return {
    days,
    working: Array.from({ length: days + 400 }, () => 1),
    monthEnds: [filling, days],
    arrivals: Array.from({ length: days }, () => given.perDay),
    hours: evenly,
    firstStage: [1],
    stages: [given.stage],
    clocks: ['work'],
    open: [],
    teams: [given.servers],
    hoursPerDay: 24,
    opens: 0,
    closes: 1,
    away: 0,
    mostChildren: given.mostChildren,
    spread: given.spread ?? 0,
  };
}

const exponential = (mean: number): Stage['duration'] => ({
  table: Array.from({ length: 64 }, (_, n) => -mean * Math.log(1 - n / 64)),
  tableUpTo: 63 / 64,
  tail: mean,
});

const visits = { clock: -1, first: 20, every: 28, inWorkingDays: false, lead: 7, hours: 2.5 };

const stages: readonly Stage[] = [
  { name: 'referral', needsWorker: false, duration: { table: [0, 1], tableUpTo: 1, tail: 0 }, next: [[0, 0.8]], rounds: [] },
  {
    name: 'assessment',
    needsWorker: true,
    duration: { table: [10, 20, 30, 40, 60], tableUpTo: 1, tail: 0 },
    next: [[0, 0, 0.25, 0.34, 0.37]],
    rounds: [],
    closing: { clock: 0, first: 45, inWorkingDays: true, hours: 10 },
  },
  { name: 'childInNeed', needsWorker: true, duration: exponential(160), next: [[0, 0, 0, 0.08, 0.12]], rounds: [visits] },
  {
    name: 'protectionPlan',
    needsWorker: true,
    duration: exponential(300),
    next: [[0, 0, 0.5, 0.5, 0.65]],
    rounds: [
      { ...visits, clock: 1, first: 10, every: 10, inWorkingDays: true, lead: 5 },
      { ...visits, clock: 3, first: 91, every: 182, lead: 14, hours: 6 },
    ],
  },
  {
    name: 'lookedAfter',
    needsWorker: true,
    duration: exponential(800),
    next: [[0, 0, 0, 0, 0]],
    rounds: [{ ...visits, clock: 2, first: 7, every: 42, lead: 14, hours: 3.5 }],
  },
];

/** Teams of about eight. */
function teamsOf(workers: number): readonly number[] {
  const teams = Math.max(1, Math.round(workers / 8));
  return Array.from({ length: teams }, (_, team) => Math.floor(workers / teams) + (team < workers % teams ? 1 : 0));
}

/** A service of this size, as authorities are: for tests of what must always hold, and for measuring. */
export const serviceOf = (workers: number, referralsAYear: number, days = 365): ServiceModel => ({
  days,
  working: Array.from({ length: days + 400 }, (_, day) => (day % 7 < 5 ? 1 : 0)),
  monthEnds: Array.from({ length: 12 }, (_, n) => Math.round(((n + 1) * days) / 12)),
  arrivals: Array.from({ length: days }, (_, day) => (referralsAYear / 52.14) * (day % 7 < 5 ? 0.192 : 0.02)),
  weeklyShape: 60,
  hours: Array.from({ length: 24 }, (_, hour) => Math.min(1, Math.max(0, (hour - 7) / 11))),
  firstStage: [1],
  clocks: ['assessment', 'childProtectionVisit', 'lookedAfterVisit', 'reviewConference'],
  stages,
  open: Array.from({ length: 14 * workers }, (_, n) => ({ stage: 1 + ((n * 7) % 4), days: (n * 37) % 300, hasWorker: true })),
  teams: teamsOf(workers),
  hoursPerDay: 5.2,
  opens: 9 / 24,
  closes: 17 / 24,
  away: 0.16,
  mostChildren: 22,
  spread: 0.6,
});
