import { addDays, type LocalDate } from '../../kernel/calendar/dates.ts';
import { addWorkingDays } from '../../kernel/calendar/working-days.ts';
import { stateOf, type Clock } from '../../kernel/step/clock.ts';
import type { ReviewStanding } from '../../kernel/derivation/derivation.ts';
import { careReviewRules, reviewing } from '../../practice/pathway.ts';
import type { ListedChild } from '../../record/contract.ts';
import type { NotIndependent } from './independence.ts';

export type Paper = keyof typeof reviewing.reviewPapers;
export type EventToConsider = { readonly kind: reviewing.ReviewEventKind; readonly entry: string; readonly on: LocalDate };

/** One child on the desk: what the next review rests on, and what has happened since the last. */
export type DeskChild = {
  readonly person: string;
  readonly name: string;
  readonly officer: string | undefined;
  readonly worker: string | undefined;
  /** The review that is due first, under its own limit; undefined: none is owed. */
  readonly review: Clock | undefined;
  readonly midway: Clock | undefined;
  readonly papers: readonly { readonly paper: Paper; readonly state: 'in' | 'asked' | 'notAsked' }[];
  readonly isReady: boolean;
  /** Something is missing, and the review is due within ten working days. */
  readonly isPressing: boolean;
  readonly afterReview: readonly Clock[];
  readonly events: readonly EventToConsider[];
  readonly recommendations: { readonly open: number; readonly late: number; readonly next: LocalDate | undefined };
  readonly dispute:
    (NonNullable<ReviewStanding['dispute']> & { readonly whole: Clock | undefined; readonly atLevel: Clock | undefined }) | undefined;
  readonly objection: Clock | undefined;
  readonly participation: string | undefined;
  readonly advocate: string | undefined;
  readonly visitor: string | undefined;
  /** What is against the officer, as the record or the line of management has it; undefined: they are independent. */
  readonly against: string | undefined;
};

/** When it is looked at. */
export type At = { readonly today: LocalDate; readonly at: Date };

const papers: readonly Paper[] = Object.keys(reviewing.reviewPapers).filter((name): name is Paper => name in reviewing.reviewPapers);
const none: ReviewStanding = { in: [], asked: [], events: [], recommendations: [] };

const isOpen = (clock: Clock, { today, at }: At): boolean => ['late', 'dueSoon', 'inTime', 'notYet'].includes(stateOf(clock, today, at));
export const isLate = (clock: Clock | undefined, { today, at }: At): boolean => clock !== undefined && stateOf(clock, today, at) === 'late';

const byDue = (a: Clock, b: Clock): number => a.dueOn.localeCompare(b.dueOn);
const firstOpen = (clocks: readonly Clock[], rules: { readonly has: (rule: string) => boolean }, at: At): Clock | undefined =>
  clocks.filter((clock) => rules.has(clock.rule) && isOpen(clock, at)).toSorted(byDue)[0];

const isKind = (kind: string): kind is reviewing.ReviewEventKind => Object.hasOwn(reviewing.reviewEvents, kind);

/** Those that entries raised, and a visit that is late, which no entry can say: it names the one from which it is counted. */
function eventsOf(events: ReviewStanding['events'], clocks: readonly Clock[], at: At): readonly EventToConsider[] {
  const late = clocks.find((clock) => reviewing.visitsInCare.has(clock.rule) && isLate(clock, at));
  return [
    ...events.flatMap(({ kind, entry, on }) => (isKind(kind) ? [{ kind, entry, on }] : [])),
    ...(late === undefined ? [] : [{ kind: 'visitLate', entry: late.startedBy, on: late.dueOn } as const]),
  ];
}

function recommendationsOf(all: ReviewStanding['recommendations'], today: LocalDate): DeskChild['recommendations'] {
  const days = all.map(({ byWhen }) => byWhen).toSorted();
  return { open: days.length, late: days.filter((day) => day < today).length, next: days[0] };
}

const reviewRules: ReadonlySet<string> = new Set(careReviewRules);
const one = (rule: string): ReadonlySet<string> => new Set([rule]);

function deskChildOf({ person, standing, clocks }: ListedChild, at: At): DeskChild {
  const known = standing.review ?? none;
  const [review, midway] = [firstOpen(clocks, reviewRules, at), firstOpen(clocks, one('reviewMidwayCheck'), at)];
  const has = new Set(known.in);
  const asked = new Set(known.asked);
  const isReady = papers.every((paper) => has.has(paper));
  return {
    person,
    name: standing.name,
    officer: standing.reviewingOfficer,
    worker: standing.worker,
    review,
    midway,
    papers: papers.map((paper) => ({ paper, state: has.has(paper) ? 'in' : asked.has(paper) ? 'asked' : 'notAsked' })),
    isReady,
    isPressing: !isReady && review !== undefined && review.dueOn <= addWorkingDays(at.today, 10),
    afterReview: clocks
      .filter(({ rule }) => reviewing.afterReview.has(rule))
      .filter((clock) => isOpen(clock, at))
      .toSorted(byDue),
    events: eventsOf(known.events, clocks, at),
    recommendations: recommendationsOf(known.recommendations, at.today),
    dispute:
      known.dispute === undefined
        ? undefined
        : {
            ...known.dispute,
            whole: clocks.find(({ rule, startedBy }) => rule === 'reviewDispute' && startedBy === known.dispute?.entry),
            atLevel: firstOpen(clocks, one('reviewDisputeLevel'), at),
          },
    objection: firstOpen(clocks, one('managersObjection'), at),
    participation: known.participation,
    advocate: known.advocate,
    visitor: known.visitor,
    against: reviewing.tieWords(known.tie),
  };
}

/** Everybody who is looked after, whoever must review first at the head: by their own limit, and not by the date of the last review. */
export const deskOf = (children: readonly ListedChild[], at: At, exceptions: readonly NotIndependent[] = []): readonly DeskChild[] => {
  const officers = new Map(exceptions.filter(({ meeting }) => meeting === undefined).map(({ person, why }) => [person, why]));
  return children
    .filter(({ standing }) => standing.lookedAfterSince !== undefined)
    .map((child) => ({ ...deskChildOf(child, at), ...againstOf(officers.get(child.person)) }))
    .toSorted((a, b) => (a.review?.dueOn ?? '9999').localeCompare(b.review?.dueOn ?? '9999') || a.name.localeCompare(b.name));
};

const againstOf = (why: string | undefined): Partial<Pick<DeskChild, 'against'>> => (why === undefined ? {} : { against: why });

/** What an officer carries. It says who carries too much, not who does badly. */
export type Caseload = {
  readonly officer: string;
  readonly children: number;
  readonly against: 'within' | 'above' | 'below';
  readonly reviewsLate: number;
  readonly reviewsSoon: number;
  readonly notReady: number;
  readonly midwayLate: number;
  readonly toConsider: number;
  readonly recordsLate: number;
  readonly disputes: number;
  readonly recommendationsLate: number;
};

const within = (children: number): Caseload['against'] => {
  const { from, to } = reviewing.caseloadGuidance;
  return children > to ? 'above' : children < from ? 'below' : 'within';
};

export function caseloadOf(officer: string, theirs: readonly DeskChild[], at: At): Caseload {
  const count = (is: (child: DeskChild) => boolean): number => theirs.filter(is).length;
  const soon = addDays(at.today, 28);
  return {
    officer,
    children: theirs.length,
    against: within(theirs.length),
    reviewsLate: count(({ review }) => isLate(review, at)),
    reviewsSoon: count(({ review }) => review !== undefined && !isLate(review, at) && review.dueOn <= soon),
    notReady: count(({ isPressing }) => isPressing),
    midwayLate: count(({ midway }) => isLate(midway, at)),
    toConsider: theirs.reduce((sum, { events }) => sum + events.length, 0),
    recordsLate: count(({ afterReview }) => afterReview.some((clock) => isLate(clock, at))),
    disputes: count(({ dispute }) => dispute !== undefined),
    recommendationsLate: theirs.reduce((sum, { recommendations }) => sum + recommendations.late, 0),
  };
}

/** Each officer who has a child or the role, those who carry most first. */
export function caseloadsOf(desk: readonly DeskChild[], officers: readonly string[], at: At): readonly Caseload[] {
  const theirs = Map.groupBy(
    desk.filter(({ officer }) => officer !== undefined),
    ({ officer }) => officer ?? '',
  );
  return [...new Set([...theirs.keys(), ...officers])]
    .map((officer) => caseloadOf(officer, theirs.get(officer) ?? [], at))
    .toSorted((a, b) => b.children - a.children || a.officer.localeCompare(b.officer));
}

/** How many took part in the last review of those aged four or over, and how many an advocate and a visitor stand by: n of N, of those of whom it is on record. */
export function participationOf(desk: readonly DeskChild[]) {
  const told = desk.flatMap(({ participation }) => (participation === undefined || participation === 'PN0' ? [] : [participation]));
  return {
    told: told.length,
    tookPart: told.filter((code) => reviewing.tookPart.has(code)).length,
    advocateOffered: desk.filter(({ advocate }) => advocate !== undefined).length,
    advocateTakenUp: desk.filter(({ advocate }) => advocate === 'takenUp').length,
    visitorOffered: desk.filter(({ visitor }) => visitor !== undefined).length,
    visitorTakenUp: desk.filter(({ visitor }) => visitor === 'takenUp').length,
  };
}
