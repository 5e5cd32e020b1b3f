import { bankHolidays } from '../kernel/calendar/bank-holidays.ts';
import { inOrder, months, nextDay, type Happening } from './pathway-oracle.fixture.ts';
import { endsOn, isLookedAfterOn, orderAtMost, periodOn, periods, statuses, statusOf, type Period } from './powers-oracle.fixture.ts';

/*
 * What the law says of a child in care, worked out a second time from its words and from nothing of the program: what may not be recorded and at which
 * question that is said, the episodes of the return, and when the next review is due.
 */
export type InCare = Happening & { readonly by: string };

/** The question that asks for the day of each step, where what comes first must come first, and what is of the born alone. */
const dayOf: Readonly<Record<string, string>> = {
  periodOfCare: 'startedOn',
  legalStatus: 'changedOn',
  placement: 'startedOn',
  periodOfCareEnd: 'endedOn',
  visit: 'visitedOn',
  lookedAfterReview: 'heldOn',
  carePlan: 'madeOn',
  placementPlan: 'madeOn',
  healthAssessment: 'assessedOn',
  personalEducationPlan: 'heldOn',
  missingEpisode: 'startedOn',
  returnFromMissing: 'returnedOn',
  allocation: 'allocatedOn',
  reviewingOfficerNamed: 'namedOn',
  gateOverride: 'decidedOn',
  consentToPlacement: 'consentedOn',
  adoptionDecision: 'decidedOn',
  adoptionRecommendation: 'heldOn',
  adoptionMatch: 'matchedOn',
  adoptionDecisionEnd: 'endedOn',
  adoptionOrder: 'orderedOn',
  personalAdviserNamed: 'namedOn',
  pathwayNeedsAssessment: 'completedOn',
  pathwayPlan: 'madeOn',
  pathwayPlanReview: 'heldOn',
  careLeaverContact: 'contactOn',
  leavingCareAccommodation: 'providedOn',
  leavingCareAccommodationEnd: 'endedOn',
};
const follows: Readonly<Record<string, string>> = {
  legalStatus: 'periodOfCare',
  placement: 'periodOfCare',
  periodOfCareEnd: 'periodOfCare',
  lookedAfterReview: 'periodOfCare',
  returnFromMissing: 'missingEpisode',
  adoptionDecisionEnd: 'adoptionDecision',
  pathwayPlanReview: 'pathwayPlan',
  leavingCareAccommodationEnd: 'leavingCareAccommodation',
};
const ofTheBorn = new Set([
  'periodOfCare',
  'visit',
  'missingEpisode',
  'consentToPlacement',
  'adoptionDecision',
  'adoptionRecommendation',
  'adoptionMatch',
  'adoptionOrder',
]);

const isBreak = (status: unknown): boolean => status === 'V3' || status === 'V4';
const yearsOn = (day: string, years: number): string => {
  const same = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return same.endsWith('-02-29') && Number(same.slice(0, 4)) % 4 !== 0 ? `${same.slice(0, 5)}03-01` : same;
};

const lastOfDays = (all: readonly Happening[]): readonly Happening[] => all.filter(({ on }, n) => all[n + 1]?.on !== on);

/** Since when a child is looked after on a day, a series of short breaks before it left out; nothing in one, or out of care. */
function sinceOn(day: string, all: readonly Happening[]): string | undefined {
  const until = lastOfDays(statuses(day, all).filter(({ on }) => on <= day));
  if (until.length === 0 || isBreak(statusOf(until.at(-1)))) return undefined;
  return until[until.findLastIndex((one) => isBreak(statusOf(one))) + 1]?.on;
}

const held = ({ answers }: Happening): boolean => answers['held'] !== false;

/** Whoever was the child’s worker or adviser in this period, planned for them, or decided in the case, may not review it. */
function isTied(who: unknown, on: string, all: readonly InCare[]): boolean {
  const since = periodOn(on, all)?.start.on;
  const roleOf = ({ answers }: Happening): unknown => answers['role'] ?? 'lead';
  const was = (named: readonly InCare[], as: string): boolean =>
    named.some((one, n) => {
      if (one.on > on || one.answers[as] !== who) return false;
      const next = named.slice(n + 1).find((other) => roleOf(other) === roleOf(one));
      return next === undefined || (since !== undefined && next.on > since);
    });
  const wasWorker = was(
    all.filter(({ step }) => step === 'allocation'),
    'worker',
  );
  const wasAdviser = was(
    all.filter(({ step, answers }) => step === 'personalAdviserNamed' || (step === 'pathwayPlan' && answers['adviser'] !== undefined)),
    'adviser',
  );
  const ties = ['carePlan', 'placementPlan', 'personalEducationPlan', 'pathwayPlan', 'allocation', 'gateOverride'];
  const inThisPeriod = (one: InCare): boolean => since !== undefined && one.on >= since && one.on <= on;
  return wasWorker || wasAdviser || all.some((one) => inThisPeriod(one) && one.by === who && ties.includes(one.step));
}

/** The head of service has decided all the same by that day, and nothing of the kind has gone through on it since. */
const isOverridden = (gate: string, decision: string, on: string, all: readonly Happening[]): boolean =>
  all.some(
    (one, n) =>
      one.step === 'gateOverride' &&
      one.answers['gate'] === gate &&
      one.on <= on &&
      !all.slice(n + 1).some(({ step }) => step === decision),
  );

/** A plan for permanence that is decided already is changed only once a review, held since, has looked at it. */
function isUnreviewedChange({ on, answers }: InCare, all: readonly Happening[]): boolean {
  const since = sinceOn(on, all);
  const last = all.findLastIndex(
    (one) => one.step === 'carePlan' && one.answers['permanence'] !== undefined && one.on <= on && since !== undefined && one.on >= since,
  );
  const [was, is] = [all[last]?.answers['permanence'], answers['permanence']];
  if (last < 0 || is === undefined || was === is || was === 'notYetDecided') return false;
  const isReviewed = all.slice(last + 1).some((one) => one.step === 'lookedAfterReview' && held(one) && one.on <= on);
  return !isReviewed && answers['cannotWait'] === undefined;
}

/** Anything else that matters is changed only once a review, held since the last plan whatever it said, has looked at it. */
function isUnreviewedSinceLastPlan({ on, answers: { changes, cannotWait } }: InCare, all: readonly Happening[]): boolean {
  const since = sinceOn(on, all);
  const last = all.findLastIndex((one) => one.step === 'carePlan' && one.on <= on && since !== undefined && one.on >= since);
  const isReviewed = all.slice(last + 1).some((one) => one.step === 'lookedAfterReview' && held(one) && one.on <= on);
  return last >= 0 && Array.isArray(changes) && changes.length > 0 && !isReviewed && cannotWait === undefined;
}

/** What each step asks besides its days, at the question at which it is refused. */
const wrongBesides: Readonly<
  Record<string, (one: InCare, all: readonly InCare[], bornOn: string) => readonly (readonly [string, boolean])[]>
> = {
  periodOfCare: (one, all, bornOn) => [
    ['startedOn', one.on >= yearsOn(bornOn, 18) || (isLookedAfterOn(one.on, all) && !endsOn(one.on, all))],
    ['until', isOrderTooLong(one, all)],
  ],
  legalStatus: (one, all) => [
    ['changedOn', isAfterCare(one.on, all)],
    ['until', isOrderTooLong(one, all)],
  ],
  placement: ({ on, answers }, all) => [
    ['startedOn', isAfterCare(on, all)],
    ['expectation', answers['expectation'] === 'agreedLongTerm' && !String(answers['type']).startsWith('U')],
    ['type', isWithAdopters(answers) && isPlacedTooEarly(on, answers, all)],
  ],
  periodOfCareEnd: (one, all) => [['endedOn', isAfterCare(one.on, all, true) && endedPeriods([...all, one]) === endedPeriods(all)]],
  lookedAfterReview: ({ on, answers: { held: isHeld, officer, isIndependent } }, all) => [
    [
      'officer',
      isHeld !== false &&
        (officer === undefined || isIndependent === false || isTied(officer, on, all)) &&
        !isOverridden('independentReview', 'lookedAfterReview', on, all),
    ],
  ],
  carePlan: (one, all) => {
    const isHeld = !isOverridden('carePlanAfterReview', 'carePlan', one.on, all);
    const isOther = isUnreviewedChange(one, all);
    return [
      ['permanence', isHeld && isOther],
      ['changes', isHeld && !isOther && isUnreviewedSinceLastPlan(one, all)],
    ];
  },
  healthAssessment: ({ answers: { done, kind, by } }) => [['by', done === true && kind === 'initial' && by === 'nurse']],
  reviewingOfficerNamed: ({ on, answers: { officer, isIndependent } }, all) => [
    ['officer', isTied(officer, on, all) || leadOn(on, all) === officer],
    ['isIndependent', isIndependent === false],
  ],
  adoptionMatch: ({ on, answers: { numberOfAdopters, panelOn } }, all) => [
    ['numberOfAdopters', Number(numberOfAdopters) > 2],
    ['matchedOn', isMatchedTooEarly(on, panelOn, all)],
  ],
};

const isWithAdopters = (answers: Happening['answers'] | undefined): boolean => /^A[3-6]$/.test(String(answers?.['type']));

/** The placements of the period in which a day lies, up to the day; `lasting`: those that a child has, and is not away in. */
const placedBy = (on: string, all: readonly Happening[], lasting = false): readonly Happening[] => {
  const start = periodOn(on, all)?.start;
  if (start === undefined) return [];
  return all.filter(
    (one) => one.step === 'placement' && one.on <= on && periodOn(one.on, all)?.start === start && !(lasting && isAway(one)),
  );
};

/** The day on which a child last came back from adopters, as its place among all that happened: what was decided of a match before it is spent. */
const backFromAdopters = (on: string, all: readonly Happening[]): number =>
  all.findLastIndex((one) => {
    if (one.step !== 'placement' || one.on > on || isAway(one) || isWithAdopters(one.answers) || sinceOn(one.on, all) === undefined)
      return false;
    const lasting = placedBy(one.on, all, true);
    return isWithAdopters(lasting[lasting.indexOf(one) - 1]?.answers);
  });

/** Placed for adoption, or the agency may place: by a placement or freeing order, or a consent that stands. */
function mayBePlaced(on: string, all: readonly Happening[]): boolean {
  const start = periodOn(on, all)?.start;
  if (start === undefined) return false;
  const status = statusOf(statuses(on, all).findLast((one) => one.on <= on));
  const consent = all.findLast(
    (one) => ['consentToPlacement', 'adoptionDecisionEnd'].includes(one.step) && one.on <= on && periodOn(one.on, all)?.start === start,
  );
  return (
    isWithAdopters(placedBy(on, all, true).at(-1)?.answers) || status === 'E1' || status === 'D1' || consent?.step === 'consentToPlacement'
  );
}

/** With adopters a child is placed once they are matched and the agency may place; who is there already is not placed again. */
function isPlacedTooEarly(on: string, answers: Happening['answers'], all: readonly Happening[]): boolean {
  const last = placedBy(on, all).at(-1);
  if (answers['sameCarers'] === true && (last === undefined || isWithAdopters(last.answers))) return false;
  const isMatched = all.slice(backFromAdopters(on, all) + 1).some((one) => one.step === 'adoptionMatch' && one.on <= on);
  const waits = (gate: string, isMet: boolean): boolean => !isMet && !isOverridden(gate, 'placement', on, all);
  return waits('placedAfterMatch', isMatched) || waits('placedWithAuthority', mayBePlaced(on, all));
}

/** A match is decided of a child who is to be placed, upon what the panel said of it. */
function isMatchedTooEarly(on: string, panelOn: unknown, all: readonly Happening[]): boolean {
  const last = all.findLast((one) => ['adoptionDecision', 'adoptionDecisionEnd'].includes(one.step) && one.on <= on)?.step;
  const isHeard = all
    .slice(backFromAdopters(on, all) + 1)
    .some(
      ({ step, on: day, answers }) =>
        step === 'adoptionRecommendation' && day <= on && answers['subject'] === 'match' && answers['recommendation'] !== 'deferred',
    );
  const waits = (gate: string, isMet: boolean): boolean => !isMet && !isOverridden(gate, 'adoptionMatch', on, all);
  return (
    waits('matchAfterDecision', last === 'adoptionDecision' || mayBePlaced(on, all)) ||
    waits('matchAfterPanel', isHeard || (typeof panelOn === 'string' && panelOn <= on))
  );
}

const leadOn = (on: string, all: readonly Happening[]): unknown =>
  all.filter(({ step, answers, on: day }) => step === 'allocation' && (answers['role'] ?? 'lead') === 'lead' && day <= on).at(-1)?.answers[
    'worker'
  ];

function isOrderTooLong({ step, on, answers }: InCare, all: readonly InCare[]): boolean {
  if (answers['legalStatus'] !== 'L2' || answers['until'] === undefined) return false;
  const [most, until] = [orderAtMost({ step, on }, all), String(answers['until'])];
  return most === undefined || until < on || until > most;
}

const endedPeriods = (all: readonly Happening[]): number => periods(inOrder(all)).filter(({ end }) => end !== undefined).length;

/** After the end of the last period that had begun by then; `orOn`: on its last day too. */
function isAfterCare(on: string, all: readonly Happening[], orOn = false): boolean {
  const last = periods(all)
    .filter(({ start }) => start.on <= on)
    .at(-1);
  return last?.end !== undefined && (on > last.end.on || (orOn && on <= last.end.on));
}

/** The questions at which this is refused, in the order of the alphabet; none: it may be recorded. */
export function refusedAt(one: InCare, told: readonly InCare[], bornOn: string, today: string): readonly string[] {
  const all = inOrder(told) as readonly InCare[];
  const { step, on, answers } = one;
  const begun = all.filter((other) => other.step === follows[step]);
  const isUnborn = ofTheBorn.has(step) && (step !== 'visit' || answers['seen'] === true) && on < bornOn;
  const byItsDay = on > today || isUnborn || (begun.length > 0 && begun.every((other) => other.on > on));
  const besides = (wrongBesides[step]?.(one, all, bornOn) ?? []).flatMap(([field, isWrong]) => (isWrong ? [field] : []));
  return [...new Set([...(byItsDay ? [dayOf[step] ?? ''] : []), ...besides])].sort();
}

/** One row of the return: why it began, what held, and how it ended. */
export type Row = {
  readonly startedOn: string;
  readonly whyNew: string;
  readonly legalStatus: unknown;
  readonly type: unknown;
  readonly ended: string;
};

const isAway = (one: Happening | undefined): boolean => /^T[0-4]$/.test(String(one?.answers['type']));

/** Day by day: a new row on each on which the status or the placement changes. */
function rowsOf({ start, end }: Period, all: readonly Happening[]): readonly Row[] {
  const isIn = (one: Happening): boolean => periodOn(one.on, all)?.start === start;
  const last = end === undefined ? '' : `${end.on} ${String(end.answers['reason'])}`;
  // Of a single day, on which another began too: whatever else was that day is of the later one.
  if (end !== undefined && !isIn(start))
    return [{ startedOn: start.on, whyNew: 'S', legalStatus: statusOf(start), type: undefined, ended: last }];
  const rows: Row[] = [];
  let [status, placement]: [unknown, Happening | undefined] = [undefined, undefined];
  for (const day of [...new Set(all.filter(isIn).map(({ on }) => on))].sort()) {
    const now = statusOf(statuses(day, all).findLast((one) => one.on <= day));
    const placed = all.filter((one) => one.step === 'placement' && one.on === day && isIn(one));
    if (now === status && placed.length === 0) continue;
    const same = !isAway(placement) && placed.every(({ answers }) => answers['sameCarers'] === true);
    const moved = now === status ? (same ? 'T' : 'P') : same ? 'U' : 'B';
    [status, placement] = [now, placed.at(-1) ?? placement];
    const whyNew = rows.length === 0 ? 'S' : placed.length === 0 ? 'L' : moved;
    rows.push({ startedOn: day, whyNew, legalStatus: status, type: placement?.answers['type'], ended: last });
  }
  return rows.map((row, n) => (n + 1 < rows.length ? { ...row, ended: `${rows[n + 1]?.startedOn} X1` } : row));
}

export const rowsIn = (told: readonly Happening[]): readonly Row[] => {
  const all = inOrder(told);
  return periods(all).flatMap((period) => rowsOf(period, all));
};

/** Since when the child is looked after at the end of all that was told; and when they last ceased to be. */
export function standsAt(told: readonly Happening[]): { readonly since: string | undefined; readonly left: string | undefined } {
  const all = inOrder(told);
  const last = periods(all).at(-1);
  if (last === undefined) return { since: undefined, left: undefined };
  const of = lastOfDays(statuses(last.end?.on ?? '9999-12-31', all).filter((one) => periodOn(one.on, all)?.start === last.start));
  const isShort = isBreak(statusOf(of.at(-1)));
  const first = of[of.findLastIndex((one) => isBreak(statusOf(one))) + 1];
  return last.end === undefined
    ? { since: isShort ? undefined : first?.on, left: undefined }
    : { since: undefined, left: isShort ? undefined : last.end.on };
}

/** Monday to Friday, no bank holiday: day by day. */
function workingDaysLater(from: string, count: number): string {
  let day = from;
  for (let left = count; left > 0;) {
    day = nextDay(day);
    const isFree =
      [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) || bankHolidays(Number(day.slice(0, 4))).some((one) => one === day);
    if (!isFree) left -= 1;
  }
  return day;
}

/** When the next review of a child in care is due; of a child on the way to adoption other law says it. */
export function reviewDue(told: readonly Happening[], since: string): string {
  const days = new Set(inOrder(told).flatMap((one) => (one.step === 'lookedAfterReview' && held(one) && one.on >= since ? [one.on] : [])));
  const last = [...days].at(-1);
  return last === undefined ? workingDaysLater(since, 20) : months(last, days.size === 1 ? 3 : 6);
}
