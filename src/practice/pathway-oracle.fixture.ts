/*
 * What the law asks, worked out a second time: slowly, day by day, from the words of the timescales and from nothing of the program. Dates are texts; holidays
 * are as gov.uk lists them.
 */

export type Happening = {
  readonly entry: string;
  readonly step: string;
  readonly on: string;
  readonly answers: Readonly<Record<string, unknown>>;
};
export type Owed = { readonly startedBy: string; readonly dueOn: string; readonly done?: string; readonly ended?: string };

export const holidays = new Set(
  `2024-12-25 2024-12-26 2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
   2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
   2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28`.split(/\s+/),
);

export function nextDay(day: string, days = 1): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + days);
  return next.toISOString().slice(0, 10);
}

/** Also in Christmas and Easter weeks: Monday to Friday, no bank holiday. */
export const isWorking = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !holidays.has(day);

export function workingDays(from: string, count: number): string {
  let day = from;
  for (let left = count; left > 0;) {
    day = nextDay(day);
    if (isWorking(day)) left -= 1;
  }
  return day;
}

export function months(from: string, count: number): string {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const longest = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(day, longest)).padStart(2, '0')}`;
}

/** In the order of their days; on one day in the order in which they were written down. */
export const inOrder = (told: readonly Happening[]): readonly Happening[] =>
  told
    .map((one, n) => ({ one, n }))
    .sort((a, b) => a.one.on.localeCompare(b.one.on) || a.n - b.n)
    .map(({ one }) => one);

export type Rule = {
  readonly starts: (one: Happening, all: readonly Happening[]) => string | undefined;
  /** A day; of a limit in hours the instant. */
  readonly due: (from: string, one: Happening) => string;
  readonly done: (one: Happening, start: Happening, all: readonly Happening[]) => boolean;
  readonly ends: (one: Happening, start: Happening, all: readonly Happening[]) => boolean;
  /** Of the same kind and day as the start: whether by their times it was the later. */
  readonly later?: (one: Happening, start: Happening) => boolean;
  /** Owed because of the death. */
  readonly afterDeath?: true;
};

export const is =
  (...steps: readonly string[]) =>
  (one: Happening): boolean =>
    steps.includes(one.step);
export const closes = is('closure');
export const onItsDay =
  (step: string) =>
  (one: Happening): string | undefined =>
    one.step === step ? one.on : undefined;
const isHeld = ({ answers }: Happening): boolean => answers['held'] !== false;
export const isAfter = (all: readonly Happening[], one: Happening, other: Happening): boolean => all.indexOf(one) > all.indexOf(other);

/** The referral that a decision is about, and the decision that stands on a referral (by a day). */
function referralOf(decision: Happening, all: readonly Happening[]): Happening | undefined {
  const before = all.filter((one) => one.step === 'referral' && isAfter(all, decision, one)).at(-1);
  return before ?? all.find((one) => one.step === 'referral' && one.on === decision.on);
}
const standingOn = (referral: Happening, all: readonly Happening[], by = '9999') =>
  all.filter((one) => one.step === 'referralDecision' && one.on <= by && referralOf(one, all) === referral).at(-1);
const saysNo = (decision: Happening | undefined): boolean =>
  ['earlyHelp', 'noFurtherAction'].includes(String(decision?.answers['response']));

function furtherAssessment(one: Happening, all: readonly Happening[]): boolean {
  const calling = all.filter(
    (ref) => ref.step === 'referral' && ref.on <= one.on && !(saysNo(standingOn(ref, all)) && saysNo(standingOn(ref, all, one.on))),
  );
  const last = calling.at(-1);
  return last === undefined || all.find((other) => other.step === 'childAndFamilyAssessment' && other.on >= last.on) !== one;
}

const planBy = (day: string, all: readonly Happening[]) => all.filter((one) => one.step === 'childProtectionPlan' && one.on <= day).at(-1);
const endsPlan = is('childProtectionPlanEnd', 'closure');

/** On the day itself a plan still runs. */
function isOnPlan(day: string, all: readonly Happening[]): boolean {
  const plan = planBy(day, all);
  return plan !== undefined && !all.some((one) => endsPlan(one) && one.on < day && isAfter(all, one, plan));
}

/** From the conference that made the plan; else from the plan; else from a conference whose plan nobody has written down. */
function sinceConference(one: Happening, all: readonly Happening[]): string | undefined {
  const isPlan = is('childProtectionPlan');
  if (isPlan(one)) {
    const earlier = all.filter((other) => isPlan(other) && other.on < one.on).at(-1);
    const made = all.filter(
      (other) => other.step === 'initialConference' && other.on <= one.on && (earlier === undefined || other.on > earlier.on),
    );
    return made.at(-1)?.on ?? one.on;
  }
  const waits = one.step === 'initialConference' && one.answers['outcome'] === 'planMade';
  return waits && !all.some((other) => isPlan(other) && other.on >= one.on) ? one.on : undefined;
}

function endsThisPlan(one: Happening, start: Happening, all: readonly Happening[]): boolean {
  const under = is('childProtectionPlan', 'initialConference')(start) ? start : (planBy(start.on, all) ?? start);
  return endsPlan(one) && isAfter(all, one, under);
}

const whileOnPlan = (counts: (one: Happening) => boolean) => (one: Happening, all: readonly Happening[]) =>
  counts(one) && isOnPlan(one.on, all) ? one.on : undefined;

/** Which enquiry each discussion that started one is of: a conference or an outcome ends it, and so do fifteen working days in which nobody starts it again. */
function enquiries(all: readonly Happening[]): ReadonlyMap<Happening, number> {
  const numbers = new Map<Happening, number>();
  let last: Happening | undefined;
  for (const one of all) {
    if (is('section47Outcome', 'initialConference')(one)) last = undefined;
    if (one.step !== 'strategyDiscussion' || one.answers['enquiriesInitiated'] !== true) continue;
    const isAnother = last === undefined || one.on > workingDays(last.on, 15);
    numbers.set(one, new Set(numbers.values()).size - (isAnother ? 0 : 1));
    last = one;
  }
  return numbers;
}

function endsEnquiry(outcome: Happening, start: Happening, all: readonly Happening[]): boolean {
  if (outcome.step !== 'section47Outcome' || outcome.answers['outcome'] === 'conference') return false;
  const of = enquiries(all);
  const before = [...of.keys()].filter((one) => isAfter(all, outcome, one)).at(-1);
  return before !== undefined && of.get(before) === of.get(start);
}

const coreGroup = is('coreGroupMeeting');
const review = (one: Happening): boolean => one.step === 'reviewConference' && isHeld(one);
const seen = (one: Happening): boolean => one.step === 'visit' && one.answers['seen'] === true;
const inNeedReview = (one: Happening): boolean => one.step === 'childInNeedReview' && isHeld(one);
const endsInNeed = is('childInNeedPlanEnd', 'closure');

export const oracle: Readonly<Record<string, Rule>> = {
  referralDecision: { starts: onItsDay('referral'), due: (from) => workingDays(from, 1), done: is('referralDecision'), ends: closes },
  assessment: {
    starts: (one, all) =>
      one.step === 'referral' || (one.step === 'childAndFamilyAssessment' && furtherAssessment(one, all)) ? one.on : undefined,
    due: (from) => workingDays(from, 45),
    done: is('assessmentAuthorisation'),
    ends: (one, start, all) =>
      closes(one) || (one.step === 'referralDecision' && saysNo(one) && referralOf(one, all) === start && standingOn(start, all) === one),
  },
  returnedAssessment: {
    starts: onItsDay('assessmentReturn'),
    due: (from) => workingDays(from, 5),
    done: is('assessmentReport'),
    ends: is('assessmentAuthorisation', 'closure'),
  },
  initialConference: {
    starts: (one) => (one.step === 'strategyDiscussion' && one.answers['enquiriesInitiated'] === true ? one.on : undefined),
    due: (from) => workingDays(from, 15),
    done: is('initialConference'),
    ends: (one, start, all) => closes(one) || endsEnquiry(one, start, all),
  },
  transferOutConference: {
    starts: (one) => (one.step === 'transferOut' && one.answers['kind'] === 'plan' ? one.on : undefined),
    due: (from) => workingDays(from, 15),
    done: is('transferOutHeld'),
    ends: closes,
  },
  firstCoreGroup: { starts: sinceConference, due: (from) => workingDays(from, 10), done: coreGroup, ends: endsThisPlan },
  laterCoreGroup: { starts: whileOnPlan(coreGroup), due: (from) => nextDay(from, 42), done: coreGroup, ends: endsThisPlan },
  firstReviewConference: { starts: sinceConference, due: (from) => months(from, 3), done: review, ends: endsThisPlan },
  laterReviewConference: { starts: whileOnPlan(review), due: (from) => months(from, 6), done: review, ends: endsThisPlan },
  childProtectionVisit: {
    starts: (one, all) => (one.step === 'childProtectionPlan' ? one.on : whileOnPlan(seen)(one, all)),
    due: (from) => workingDays(from, 10),
    done: seen,
    ends: endsThisPlan,
  },
  firstChildInNeedReview: { starts: onItsDay('childInNeedPlan'), due: (from) => months(from, 3), done: inNeedReview, ends: endsInNeed },
  laterChildInNeedReview: {
    starts: (one) => (inNeedReview(one) ? one.on : undefined),
    due: (from) => months(from, 6),
    done: inNeedReview,
    ends: endsInNeed,
  },
  careProceedings: {
    starts: (one) => (['careProceedings', 'proceedingsExtension'].includes(one.step) ? one.on : undefined),
    due: (from, one) => (one.step === 'careProceedings' ? nextDay(from, 26 * 7 - 1) : String(one.answers['until'])),
    done: is('proceedingsEnd'),
    ends: is('proceedingsExtension', 'closure'),
  },
};

/** What a rule asks after everything that happened, given in order: found by looking at each day in turn. */
export function owed(rule: Rule, all: readonly Happening[], bornOn: string): readonly Owed[] {
  const diedOn = all.find(({ step }) => step === 'childDeath')?.on;
  const lifeEnds = rule.afterDeath === true ? [] : [months(bornOn, 18 * 12), ...(diedOn === undefined ? [] : [diedOn])];
  return all.flatMap((start) => {
    const from = rule.starts(start, all);
    if (from === undefined || (rule.afterDeath !== true && ((diedOn ?? from) < from || months(bornOn, 18 * 12) <= from))) return [];
    const counts = (one: Happening): boolean =>
      one !== start && one.on >= from && (one.step !== start.step || one.on > from || rule.later?.(one, start) === true);
    const done = all.find((one) => counts(one) && rule.done(one, start, all))?.on;
    const ends = all.filter((one) => counts(one) && rule.ends(one, start, all)).map(({ on }) => on);
    const ended = [...ends, ...lifeEnds].sort()[0];
    const isDone = done !== undefined && (ended === undefined || done <= ended);
    return [{ startedBy: start.entry, dueOn: rule.due(from, start), ...(isDone ? { done } : ended === undefined ? {} : { ended }) }];
  });
}
