import { addDays, type LocalDate } from '../kernel/calendar/dates.ts';

/** Those who record of a child in care; whoever reviews is one of them, and it may be the wrong one. */
export const staff = { worker: 'w1', nextWorker: 'w2', manager: 'm1', head: 'h1', officer: 'r1', nextOfficer: 'r2' } as const;
type Member = (typeof staff)[keyof typeof staff];

/** What may be recorded: by a day, and by two numbers that chance gives; and by whom. */
export type CareAct = {
  readonly answers: (on: LocalDate, n: number, m: number) => Readonly<Record<string, unknown>>;
  readonly by: (n: number, m: number) => Member;
};
export type CareActs = Readonly<Record<string, CareAct>>;

const one = <T>(n: number, ...of: readonly [T, ...T[]]): T => of[n % of.length] ?? of[0];
const now = (n: number, answers: object): object => (n % 2 === 0 ? answers : {});
const { worker, nextWorker, manager, head, officer, nextOfficer } = staff;

const byWorkers = (_n: number, m: number): Member => one(m, worker, worker, nextWorker, manager);
const act = (answers: CareAct['answers'], by: CareAct['by'] = byWorkers): CareAct => ({ answers, by });

/** What can be of any child in care. */
const inCare: CareActs = {
  periodOfCare: act((startedOn, n, m) => ({
    startedOn,
    legalStatus: one(n, 'V2', 'V2', 'C1', 'L2', 'V4'),
    ...(n % 5 === 3 && m % 3 === 0 ? { until: addDays(startedOn, (m % 11) - 1) } : {}),
  })),
  legalStatus: act((changedOn, n, m) => {
    const status = one(n, 'C1', 'C2', 'V2', 'L2', 'C2', 'V4');
    return { changedOn, legalStatus: status, ...(status === 'L2' && m % 3 !== 0 ? { until: addDays(changedOn, (m % 11) - 1) } : {}) };
  }),
  placement: act((startedOn, n, m) => ({
    startedOn,
    type: one(n, 'U6', 'K2', 'U6', 'T1', 'P1', 'T3', 'U3', 'H5'),
    ...now(m, { sameCarers: m % 4 === 0 }),
    ...(m % 3 === 0 ? { expectation: one(m, 'shortTerm', 'untilEighteen', 'agreedLongTerm', 'agreedLongTerm') } : {}),
    ...(m % 5 === 0 ? { reasonForMove: 'CARPL' } : {}),
  })),
  periodOfCareEnd: act((endedOn, n) => ({ endedOn, reason: one(n, 'E4A', 'E8', 'E43', 'E12') })),
  visit: act((visitedOn, n) => ({ visitedOn, seen: n % 3 !== 0 })),
  lookedAfterReview: act(
    (heldOn, n, m) => ({
      heldOn,
      ...(n % 4 === 0 ? { held: false } : {}),
      ...(m % 4 === 0 ? {} : { officer: one(n + m, officer, officer, nextOfficer, manager, worker) }),
      ...(m % 9 === 0 ? { isIndependent: false } : {}),
    }),
    (n, m) => one(n + 2 * m, officer, nextOfficer, officer, manager),
  ),
  carePlan: act((madeOn, n, m) => ({
    madeOn,
    ...(m % 4 === 0 ? {} : { permanence: one(n, 'returnHome', 'longTermFostering', 'adoption', 'notYetDecided') }),
    ...(n % 3 === 0 ? { changes: m % 2 === 0 ? ['home', 'school'] : [] } : {}),
    ...(m % 6 === 0 ? { cannotWait: 'The carers gave notice.' } : {}),
  })),
  placementPlan: act(
    (madeOn) => ({ madeOn }),
    (_n, m) => one(m, worker, nextWorker, officer),
  ),
  healthAssessment: act((assessedOn, n, m) => ({
    assessedOn,
    done: n % 4 !== 0,
    kind: one(n, 'initial', 'review'),
    by: one(m, 'doctor', 'nurse'),
  })),
  personalEducationPlan: act((heldOn, n) => ({ heldOn, held: n % 3 !== 0 })),
  missingEpisode: act((startedOn, n) => ({ startedOn, kind: one(n, 'M', 'A') })),
  returnFromMissing: act((returnedOn) => ({ returnedOn })),
  allocation: act(
    (allocatedOn, n, m) => ({
      allocatedOn,
      worker: one(n, worker, nextWorker, nextWorker, nextOfficer),
      ...now(m, { role: one(m, 'lead', 'coWorker') }),
    }),
    () => manager,
  ),
  reviewingOfficerNamed: act(
    (namedOn, n, m) => ({
      namedOn,
      officer: one(n, officer, nextOfficer, worker, manager),
      ...(m % 7 === 0 ? { isIndependent: false } : {}),
    }),
    () => officer,
  ),
  gateOverride: act(
    (decidedOn, n) => ({ decidedOn, gate: one(n, 'carePlanAfterReview', 'independentReview'), reason: 'R' }),
    () => head,
  ),
};

const among = (...names: readonly string[]): CareActs =>
  Object.fromEntries(Object.entries(inCare).filter(([name]) => names.includes(name)));

/** Towards adoption, to its end, and back from it. */
const adoption: CareActs = {
  ...among('periodOfCare', 'visit', 'lookedAfterReview', 'periodOfCareEnd'),
  gateOverride: act(
    (decidedOn, n) => ({
      decidedOn,
      gate: one(n, 'matchAfterDecision', 'matchAfterPanel', 'placedAfterMatch', 'placedWithAuthority'),
      reason: 'R',
    }),
    () => head,
  ),
  legalStatus: act((changedOn, n) => ({ changedOn, legalStatus: one(n, 'E1', 'C2', 'E1', 'D1') })),
  placement: act((startedOn, n, m) => ({
    startedOn,
    type: one(n, 'A5', 'U6', 'A3', 'T1', 'A6', 'U6'),
    ...(m % 4 === 0 ? { sameCarers: true } : {}),
  })),
  consentToPlacement: act((consentedOn) => ({ consentedOn })),
  adoptionDecision: act((decidedOn) => ({ decidedOn })),
  adoptionRecommendation: act((heldOn, n, m) => ({
    heldOn,
    subject: one(n, 'match', 'match', 'shouldBePlaced'),
    recommendation: one(m, 'recommended', 'deferred', 'recommended'),
  })),
  adoptionMatch: act((matchedOn, n, m) => ({
    matchedOn,
    numberOfAdopters: one(n, 1, 2, 2, 3),
    ...(m % 3 === 0 ? { panelOn: addDays(matchedOn, -60 - (m % 14)) } : {}),
  })),
  adoptionDecisionEnd: act((endedOn) => ({ endedOn, reason: 'RD1' })),
  adoptionOrder: act((orderedOn) => ({ orderedOn })),
};

/** From fifteen on: plans, advisers, and being in touch long after care has ended. */
const leavingCare: CareActs = {
  periodOfCare: act((startedOn, n) => ({ startedOn, legalStatus: one(n, 'V2', 'C2', 'V4') })),
  ...among('placement', 'visit', 'lookedAfterReview', 'periodOfCareEnd', 'allocation'),
  personalAdviserNamed: act((namedOn, n) => ({ namedOn, adviser: one(n, 'p1', 'p1', nextOfficer) })),
  pathwayNeedsAssessment: act((completedOn) => ({ completedOn })),
  pathwayPlan: act((madeOn) => ({ madeOn })),
  pathwayPlanReview: act((heldOn, n) => ({ heldOn, held: n % 4 !== 0 })),
  careLeaverContact: act((contactOn, n) => ({ contactOn, inTouch: one(n, 'YES', 'YES', 'NO'), activity: 'F2', accommodation: 'Z1' })),
  leavingCareAccommodation: act((providedOn) => ({ providedOn, kind: 'E1', suitable: true })),
  leavingCareAccommodationEnd: act((endedOn) => ({ endedOn })),
};

/** What may happen to children of an age, how far apart in days, and of how many it is tried. */
export type CareWorld = {
  readonly acts: CareActs;
  readonly gaps: { readonly min: number; readonly max: number };
  /** How old they are at the first act, in days. */
  readonly ages: { readonly min: number; readonly max: number };
  readonly children: number;
};

export const careWorlds: readonly CareWorld[] = [
  { acts: inCare, gaps: { min: -25, max: 45 }, ages: { min: 0, max: 17 * 365 }, children: 5_000 },
  {
    acts: among('periodOfCare', 'legalStatus', 'placement', 'periodOfCareEnd'),
    gaps: { min: -6, max: 8 },
    ages: { min: 0, max: 6_000 },
    children: 2_000,
  },
  {
    acts: among('periodOfCare', 'carePlan', 'lookedAfterReview', 'allocation', 'placementPlan', 'gateOverride'),
    gaps: { min: -15, max: 60 },
    ages: { min: 400, max: 4_000 },
    children: 1_500,
  },
  { acts: adoption, gaps: { min: -20, max: 60 }, ages: { min: 10, max: 3_000 }, children: 1_500 },
  { acts: leavingCare, gaps: { min: -40, max: 150 }, ages: { min: 15 * 365, max: 6_400 }, children: 2_000 },
];
