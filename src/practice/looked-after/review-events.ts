import type { History, Statement } from '../../kernel/step/history.ts';
import { isBefore } from '../checks.ts';
import { periodsOf } from './care.ts';
import { wasHeld } from './care-moments.ts';
import { isMove } from './placement-stays.ts';

/** What the reviewing officer must be told of, and may call an early review for (regulation 33(3); IRO Handbook 2010 chapter 8). In the order in which it is shown. */
export const reviewEvents = {
  placementMove: 'Moved to another placement',
  planChange: 'The plan for permanence was changed',
  statusChange: 'The legal status changed',
  endOfCare: 'Care is to end',
  missing: 'Missing, or away from placement',
  unseen: 'Not seen at a visit',
  visitLate: 'Not seen in time',
  enquiry: 'An enquiry under section 47, or a strategy discussion',
  harm: 'Hurt, or harmed outside the home',
  concern: 'Concern about the placement',
  familyTime: 'Family time was changed',
  liberty: 'Deprived of liberty by an order',
  offence: 'Convicted or cautioned',
  school: 'Without school, or excluded',
  hospital: 'In hospital',
  newWorker: 'Another social worker',
} as const;
export type ReviewEventKind = keyof typeof reviewEvents;

export type ReviewEvent = { readonly entry: string; readonly kind: ReviewEventKind; readonly on: Statement['happenedOn'] };

type Is = (one: Statement, history: History) => boolean;

const before = (one: Statement, history: History): Statement | undefined =>
  history.findLast((other) => other.step === one.step && isBefore(other, one));

/** The first plan, placement, status or worker of a period of care is its beginning, and no change. */
const changed =
  (answer: string): Is =>
  (one, history) => {
    const earlier = before(one, history)?.answers[answer];
    return one.answers[answer] !== undefined && earlier !== undefined && earlier !== one.answers[answer];
  };

const always: Is = () => true;

/** What in an entry is such an event; what is not here is none. */
const events: Readonly<Record<string, readonly (readonly [ReviewEventKind, Is])[]>> = {
  placement: [
    ['placementMove', (one, history) => isMove(one, history) && before(one, history) !== undefined],
    ['hospital', ({ answers }) => answers['type'] === 'T1'],
  ],
  carePlan: [['planChange', changed('permanence')]],
  legalStatus: [['statusChange', always]],
  endOfCareApproval: [['endOfCare', always]],
  missingEpisode: [['missing', always]],
  visit: [['unseen', ({ answers }) => answers['seen'] === false]],
  strategyDiscussion: [['enquiry', always]],
  section47Enquiry: [['enquiry', always]],
  injury: [['harm', always]],
  extraFamilialHarm: [['harm', always]],
  visitRequest: [['concern', ({ answers }) => answers['kind'] === 'concern']],
  conviction: [['offence', always]],
  accommodationAgreementEnd: [['endOfCare', always]],
  unregisteredPlacement: [['concern', always]],
  familyTimePlan: [['familyTime', (one, history) => before(one, history) !== undefined]],
  deprivationOfLibertyOrder: [['liberty', always]],
  schoolExclusion: [['school', ({ answers }) => answers['kind'] === 'suspension' || answers['kind'] === 'permanent']],
  schoolPlace: [['school', ({ answers }) => answers['change'] === 'lost']],
  allocation: [['newWorker', (one, history) => (one.answers['role'] ?? 'lead') === 'lead' && changed('worker')(one, history)]],
};

/** Whoever looks at the case again answers all that happened by then: a review that was held, or one that is asked for. */
const isAnsweredBy = (event: Statement, one: Statement): boolean => {
  if (one.step === 'reviewEventConsidered') return one.answers['event'] === event.entry;
  const isLook = (one.step === 'lookedAfterReview' && wasHeld(one)) || one.step === 'earlyReviewRequest';
  return isLook && isBefore(event, one);
};

/** Everything of this period of care that nobody has reviewed or considered: raised by the entry itself, in the order in which it happened. */
export function openReviewEvents(history: History): readonly ReviewEvent[] {
  const period = periodsOf(history).at(-1);
  if (period === undefined || period.endedOn !== undefined) return [];
  const answers = history.filter(({ step }) => ['lookedAfterReview', 'earlyReviewRequest', 'reviewEventConsidered'].includes(step));
  return history.flatMap((one) => {
    const kind = events[one.step]?.find(([, is]) => is(one, history))?.[0];
    return kind === undefined || !isBefore(period.start, one) || answers.some((answer) => isAnsweredBy(one, answer))
      ? []
      : [{ entry: one.entry, kind, on: one.happenedOn }];
  });
}
