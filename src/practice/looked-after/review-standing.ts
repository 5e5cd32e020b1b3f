import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { ReviewStanding } from '../../kernel/derivation/derivation.ts';
import { openActions } from '../actions/open-actions.ts';
import { isBefore } from '../checks.ts';
import { periodsOf } from './care.ts';
import { wasHeld } from './care-moments.ts';
import { reviewPapers, type ReviewPaper } from './review-consultation.ts';
import { openReviewEvents } from './review-events.ts';
import { tiesOf } from './review-independence.ts';

const isPaper = (value: unknown): value is ReviewPaper => typeof value === 'string' && Object.hasOwn(reviewPapers, value);
const listed = (value: unknown): readonly ReviewPaper[] => (Array.isArray(value) ? value.filter(isPaper) : []);
const isSaid = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** Words of the child on record since the last review are the child’s view, wherever they were written down: nobody asks for them twice. */
const childsWords: Readonly<Record<string, readonly string[]>> = {
  reviewConsultation: ['childsView'],
  carePlan: ['childsView'],
  personalEducationPlan: ['childsView'],
  ownView: ['words', 'wishes'],
};

function papersIn({ step, answers }: Statement): readonly ReviewPaper[] {
  return [
    ...(step === 'reviewConsultation' ? listed(answers['cameIn']) : []),
    ...(childsWords[step]?.some((name) => isSaid(answers[name])) === true ? (['child'] as const) : []),
    ...(step === 'reviewConsultation' && isSaid(answers['parentsView']) ? (['parents'] as const) : []),
    ...(step === 'healthAssessment' && answers['attended'] !== false ? (['health'] as const) : []),
    ...(step === 'personalEducationPlan' && answers['held'] !== false ? (['school'] as const) : []),
  ];
}

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];
const last = (history: History, step: string, is: (one: Statement) => boolean = () => true): Statement | undefined =>
  history.findLast((one) => one.step === step && is(one));

/** The dispute that has not ended, where it is and since when it is there. */
function disputeOf(history: History): ReviewStanding['dispute'] {
  const dispute = last(history, 'reviewDispute', ({ answers }) => answers['kind'] === 'officerDisputes');
  if (dispute === undefined) return undefined;
  const isOver = history.some(
    (one) =>
      one.step === 'reviewDisputeEnd' &&
      (one.answers['dispute'] === dispute.entry || (one.answers['dispute'] === undefined && isBefore(dispute, one))),
  );
  if (isOver) return undefined;
  const stage = last(history, 'reviewDisputeStage', (one) => isBefore(dispute, one));
  const level = stage?.answers['level'] ?? dispute.answers['raisedWith'];
  return {
    entry: dispute.entry,
    since: dispute.happenedOn,
    atLevelSince: (stage ?? dispute).happenedOn,
    ...(typeof level === 'string' ? { level } : {}),
  };
}

function standBysOf(history: History): Pick<ReviewStanding, 'advocate' | 'visitor'> {
  const of = (who: string): string | undefined => {
    const answer = last(history, 'advocacyOffer', ({ answers }) => answers['who'] === who)?.answers['answer'];
    return typeof answer === 'string' ? answer : undefined;
  };
  const [advocate, visitor] = [of('advocate'), of('independentVisitor')];
  return { ...(advocate === undefined ? {} : { advocate }), ...(visitor === undefined ? {} : { visitor }) };
}

/** Actions that reviews of this child agreed and that are still to be done: which, and by when. */
function recommendationsOf(history: History): ReviewStanding['recommendations'] {
  const reviews = new Set(history.flatMap(({ step, entry }) => (step === 'lookedAfterReview' ? [entry] : [])));
  return openActions(history).flatMap(({ entry, answers: { agreedIn, byWhen } }) =>
    agreedIn !== undefined && reviews.has(agreedIn) && byWhen !== undefined ? [{ entry, byWhen }] : [],
  );
}

/** What ties the officer to the case today, as they would chair the next review. */
function tieOf(history: History, officer: unknown): Pick<ReviewStanding, 'tie'> {
  const latest: LocalDate | undefined = history.at(-1)?.happenedOn;
  const [tied] = typeof officer === 'string' && latest !== undefined ? tiesOf(history, officer, latest) : [];
  return tied === undefined ? {} : { tie: tied.tie };
}

/** What the reviewing officer’s desk shows of a looked-after child: days and codes alone, no words of anybody. */
export function reviewStandingOf(history: History): ReviewStanding | undefined {
  const period = periodsOf(history).at(-1);
  if (period === undefined || period.endedOn !== undefined) return undefined;
  const inCare = history.filter(({ happenedOn }) => happenedOn >= period.startedOn);
  const review = last(inCare, 'lookedAfterReview', wasHeld);
  const since = review === undefined ? inCare : inCare.filter((one) => isBefore(review, one));
  const named = last(inCare, 'reviewingOfficerNamed');
  const participation = review?.answers['participation'];
  const midway = last(since, 'reviewMidwayCheck');
  const dispute = disputeOf(inCare);
  return {
    in: unique(since.flatMap(papersIn)),
    asked: unique(since.flatMap(({ step, answers }) => (step === 'reviewConsultation' ? listed(answers['sent']) : []))),
    ...(typeof participation === 'string' ? { participation } : {}),
    ...(midway === undefined ? {} : { midwayOn: midway.happenedOn }),
    ...standBysOf(inCare),
    events: openReviewEvents(history),
    recommendations: recommendationsOf(inCare),
    ...(dispute === undefined ? {} : { dispute }),
    ...tieOf(history, named?.answers['officer']),
  };
}
