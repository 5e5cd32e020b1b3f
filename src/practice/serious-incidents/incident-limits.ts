import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Statement } from '../../kernel/step/history.ts';
import { months, workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { answering, neverEnded, saying, untilDayIn } from '../../kernel/step/limit-moments.ts';

const isOne = (value: unknown, ...wanted: readonly string[]): boolean => wanted.includes(String(value));

/** The duty is of a child who died or was seriously harmed, where abuse or neglect is known or suspected; a care leaver is told of otherwise. */
const notifiable = ({ answers, happenedOn }: Statement): LocalDate | undefined =>
  isOne(answers['abuse'], 'known', 'suspected') && isOne(answers['harm'], 'died', 'seriouslyHarmed', 'diedLookedAfter')
    ? happenedOn
    : undefined;

const diedInOurCare = ({ answers, happenedOn }: Statement): LocalDate | undefined =>
  isOne(answers['harm'], 'diedLookedAfter', 'diedCareLeaver') ? happenedOn : undefined;

const told = (whom: string): Moment => saying('incidentNotification', 'whom', whom);

/** Nothing that a review owes ends with the death that it is about. */
export const notificationLimits: readonly Timescale[] = [
  neverEnded({
    rule: 'incidentNotified',
    version: 'Working Together 2018',
    title: 'Panel told of a serious incident',
    limit: workingDays(5),
    starts: [{ step: 'seriousIncident', on: notifiable }],
    meets: told('panel'),
    inForce: { from: literal('2018-06-29') },
    standing: 'guidance',
    law: 'Children Act 2004 s16C(1); Working Together: within five working days of becoming aware',
  }),
  neverEnded({
    rule: 'incidentInCareNotified',
    version: 'Children Act 1989 Sch 2 para 20',
    title: 'Secretary of State and Ofsted told of a death',
    limit: workingDays(5),
    starts: [{ step: 'seriousIncident', on: diedInOurCare }],
    meets: told('secretaryOfState'),
    inForce: { from: literal('2018-06-29') },
    standing: 'local',
    law: 'Children Act 1989 Sch 2 para 20(1); Working Together: also of a care leaver up to and including 24; five working days is a local standard',
  }),
];

export const rapidReviewLimit: Timescale = neverEnded({
  rule: 'rapidReview',
  version: 'Working Together 2018',
  title: 'Rapid review',
  limit: workingDays(15),
  starts: [told('panel')],
  meets: { step: 'rapidReview' },
  inForce: { from: literal('2018-06-29') },
  standing: 'guidance',
  law: 'Working Together: within 15 working days of the notification, the rapid review is completed and sent to the Panel',
});

/** A serious case review, which a Board commissioned before 29 September 2019, had six months too (Working Together 2013). */
export const publicationLimit: Timescale = neverEnded({
  rule: 'caseReviewPublished',
  version: 'Working Together 2018',
  title: 'Case review published',
  limit: months(6),
  starts: [
    {
      step: 'caseReviewDecision',
      on: ({ answers, happenedOn }) => (isOne(answers['decision'], 'localReview', 'seriousCaseReview') ? happenedOn : undefined),
    },
  ],
  meets: { step: 'caseReviewPublished' },
  inForce: { from: literal('2013-04-15') },
  standing: 'guidance',
  law: 'Working Together: a review is completed and published as soon as possible, and no later than six months from the decision to begin it',
});

/** Learning has no end before somebody has looked whether it holds. */
export const learningTestedLimit: Timescale = neverEnded({
  rule: 'learningTested',
  version: 'local',
  title: 'Whether the learning holds',
  limit: untilDayIn('lookAgainOn'),
  starts: [{ step: 'reviewLearning' }],
  meets: answering('learningTested', 'learning'),
  inForce: { from: literal('2000-01-01') },
  standing: 'local',
  law: 'Local standard: the day that the learning itself names',
});
