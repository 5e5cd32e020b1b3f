import { addDays, type LocalDate } from '../kernel/calendar/dates.ts';

type Answering = Readonly<Record<string, (on: LocalDate, n: number, m: number) => Readonly<Record<string, unknown>>>>;

const among = (all: Answering, ...names: readonly string[]): Answering =>
  Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
const yes = (n: number): boolean => n % 2 === 0;
const one = <T>(n: number, ...of: readonly [T, ...T[]]): T => of[n % of.length] ?? of[0];
const now = (n: number, answers: object): object => (yes(n) ? answers : {});
/** Also in the small hours, and near midnight. */
const time = (n: number): string => one(n, '00:00', '02:40', '08:59', '09:00', '14:10', '23:55');
/** An entry that may be there, and may be of another kind. */
const entry = (n: number): string => `e${(n % 9) + 2}`;

/** From a referral to the end of a plan and to court: each step answered by a day, and two numbers that chance gives. */
const protection: Answering = {
  referral: (referredOn) => ({ referredOn }),
  referralDecision: (decidedOn, n) => ({ decidedOn, response: one(n, 'assessment', 'strategyDiscussion', 'earlyHelp', 'noFurtherAction') }),
  childAndFamilyAssessment: (startedOn) => ({ startedOn }),
  assessmentReport: (completedOn) => ({ completedOn, recommendation: 'childInNeedPlan' }),
  assessmentReturn: (returnedOn) => ({ returnedOn, reasons: 'Ask the father.' }),
  assessmentAuthorisation: (authorisedOn) => ({ authorisedOn }),
  childInNeedPlan: (startedOn) => ({ startedOn }),
  childInNeedReview: (heldOn, n) => ({ heldOn, held: n % 3 !== 0 }),
  childInNeedPlanEnd: (endedOn) => ({ endedOn }),
  strategyDiscussion: (heldOn, n) => ({ heldOn, enquiriesInitiated: yes(n) }),
  section47Outcome: (concludedOn, n) => ({ concludedOn, outcome: one(n, 'notSubstantiated', 'noContinuingRisk', 'conference') }),
  initialConference: (heldOn, n) => ({ heldOn, outcome: one(n, 'planMade', 'noPlan') }),
  childProtectionPlan: (startedOn, n) => ({ startedOn, category: one(n, 'NEG', 'EMO') }),
  coreGroupMeeting: (heldOn) => ({ heldOn }),
  visit: (visitedOn, n) => ({ visitedOn, seen: n % 3 !== 0 }),
  reviewConference: (heldOn, n, m) => ({ heldOn, held: n % 4 !== 0, continues: m % 3 !== 0 }),
  childProtectionPlanEnd: (endedOn, n) => ({
    endedOn,
    ...one<object>(n, {}, { reason: 'moved' }, {}, { reason: 'leftCountry' }),
  }),
  closure: (closedOn) => ({ closedOn }),
  familyGroupOffer: (offeredOn, n) => ({
    offeredOn,
    outcome: one(n, 'accepted', 'declined', 'notInInterests'),
    ...(yes(n) ? { reason: 'A' } : {}),
  }),
  familyGroupMeeting: (heldOn) => ({ heldOn }),
  letterBeforeProceedings: (sentOn) => ({ sentOn }),
  decisionToIssue: (decidedOn, n) => ({
    decidedOn,
    order: 'care',
    reason: 'R',
    ...(n % 3 === 0 ? { urgentBecause: 'Hurt last night.' } : {}),
  }),
  gateOverride: (decidedOn, n) => ({
    decidedOn,
    gate: one(n, 'familyGroupDecisionMaking', 'letterBeforeProceedings', 'planEndsAtReview', 'transferInConference'),
    reason: 'R',
  }),
  careProceedings: (issuedOn) => ({ issuedOn }),
  proceedingsExtension: (orderedOn, n) => ({ orderedOn, until: addDays(orderedOn, (n % 260) - 5) }),
  proceedingsEnd: (concludedOn) => ({ concludedOn, outcome: 'care' }),
  transferOut: (notifiedOn, n) => ({ notifiedOn, authority: 'Southmoor', kind: one(n, 'plan', 'plan', 'childInNeed') }),
  transferOutHeld: (heldOn) => ({ heldOn, outcome: 'A plan there.' }),
};

/** A plan with little else, so that it comes to second meetings, to an end by an override, and to another authority. */
const underPlan: Answering = {
  ...among(protection, 'initialConference', 'childProtectionPlan', 'coreGroupMeeting', 'visit', 'reviewConference'),
  ...among(protection, 'childProtectionPlanEnd', 'transferOut', 'transferOutHeld'),
  gateOverride: (decidedOn, n) => ({ decidedOn, gate: one(n, 'planEndsAtReview', 'transferInConference'), reason: 'R' }),
};

const frontDoor: Answering = {
  contact: (receivedOn, n) => ({ receivedOn, source: one(n, '1A', '2A', '6', '9', '10'), worry: 'W' }),
  thresholdConsultation: (heldOn, n) => ({ heldOn, caller: 'C', advice: one(n, 'refer', 'refer', 'watch') }),
  triageRating: (ratedOn, n, m) => ({ ratedOn, ratedAt: time(m), rating: one(n, 'immediate', 'urgent', 'ordinary') }),
  contactDecision: (decidedOn, n, m) => ({ decidedOn, decision: 'advice', ...now(n, { contact: entry(m) }) }),
  referral: (referredOn, n, m) => ({ referredOn, source: one(n, '1B', '3A', '10'), ...(m % 4 === 0 ? { contact: entry(n) } : {}) }),
  referralDecision: (decidedOn, n, m) => ({ decidedOn, response: 'assessment', ...now(n + m, { acknowledgedOn: decidedOn }) }),
  outcomeToReferrer: (toldOn, n, m) => ({ toldOn, told: one(n, 'outcome', 'received'), ...now(m, { about: entry(n) }) }),
  emergencyDutyEntry: (happenedOn, n, m) => ({
    happenedOn,
    happened: 'H',
    ...now(n, { at: time(m) }),
    ...now(m, { by: addDays(happenedOn, (n % 5) - 1) }),
  }),
  dutyHandover: (takenOverOn, n, m) => ({ takenOverOn, ...now(n, { entry: entry(m) }) }),
  strategyDiscussion: (heldOn, n) => ({ heldOn, enquiriesInitiated: yes(n) }),
  closure: (closedOn) => ({ closedOn }),
};

const powers: Answering = {
  periodOfCare: (startedOn, n, m) => ({
    startedOn,
    legalStatus: one(n, 'L1', 'L2', 'V2'),
    ...now(m, { startedAt: time(m + n) }),
    ...(n % 3 === 1 && m % 3 !== 0 ? { until: addDays(startedOn, (m % 12) - 1) } : {}),
  }),
  legalStatus: (changedOn, n, m) => {
    const status = one(n, 'L1', 'L2', 'L2', 'C1', 'V2');
    const until = status === 'L2' && m % 4 !== 0 ? { until: addDays(changedOn, (m % 11) - 1) } : {};
    return { changedOn, legalStatus: status, ...now(n + m, { changedAt: time(m) }), ...until };
  },
  periodOfCareEnd: (endedOn) => ({ endedOn, reason: 'E4A' }),
  childDeath: (diedOn, n, m) => ({
    diedOn,
    // Mostly at once: what is learnt ahead of today is refused.
    learntOn: addDays(diedOn, one(m, -1, 0, 0, 0, 1, 0, 3, 6)),
    abuse: one(n, 'known', 'suspected', 'no', 'notKnown'),
    ...(m % 3 === 0 ? {} : { expected: one(m, 'expected', 'unexpected') }),
    ...now(n, { diedAt: time(m) }),
  }),
  deathNotification: (notifiedOn, n, m) => ({
    notifiedOn,
    whom: [one(n, 'jointResponse', 'ncmd', 'secretaryOfState'), one(m, 'panel', 'secretaryOfState', 'ncmd')],
  }),
  visit: (visitedOn, n) => ({ visitedOn, seen: n % 3 !== 0 }),
  childProtectionPlan: (startedOn) => ({ startedOn, category: 'NEG' }),
  careProceedings: (issuedOn) => ({ issuedOn }),
};

const beforeCourt: Answering = {
  legalPlanningMeeting: (heldOn, n) => ({ heldOn, outcome: one(n, 'preProceedings', 'preProceedings', 'notMet', 'issue') }),
  letterBeforeProceedings: (sentOn) => ({ sentOn }),
  preProceedingsMeeting: (heldOn, n) => ({ heldOn, kind: one(n, 'first', 'review') }),
  preProceedingsEnd: (endedOn, n) => ({ endedOn, outcome: one(n, 'improved', 'issue') }),
  careProceedings: (issuedOn) => ({ issuedOn }),
  closure: (closedOn) => ({ closedOn }),
  transferIn: (notifiedOn) => ({ notifiedOn, authority: 'Southmoor' }),
  transferInConference: (heldOn, n) => ({ heldOn, outcome: one(n, 'planHere', 'none') }),
  initialConference: (heldOn, n) => ({ heldOn, outcome: one(n, 'planMade', 'noPlan') }),
};

/** What may happen to one family; how far apart, in days; and of how many families in all it is tried. */
export type World = {
  readonly answering: Answering;
  readonly gaps: { readonly min: number; readonly max: number };
  readonly families: number;
};

export const worlds: readonly World[] = [
  { answering: protection, gaps: { min: -25, max: 40 }, families: 5_000 },
  { answering: underPlan, gaps: { min: -25, max: 40 }, families: 1_000 },
  { answering: frontDoor, gaps: { min: -3, max: 3 }, families: 2_000 },
  { answering: powers, gaps: { min: -4, max: 6 }, families: 2_000 },
  { answering: beforeCourt, gaps: { min: -15, max: 45 }, families: 1_000 },
  { answering: { ...protection, ...frontDoor, ...beforeCourt, ...powers }, gaps: { min: -10, max: 20 }, families: 1_000 },
];
