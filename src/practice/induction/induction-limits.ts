import { addMonths, date } from '../../kernel/calendar/dates.ts';
import { saying, untilDayIn } from '../../kernel/step/limit-moments.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { months, until, type LimitOf, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { isBefore } from '../checks.ts';
import { laterObservationsSupplied } from '../workforce/later-observations.ts';
import { schemeOf } from './schemes.ts';

const local = {
  version: 'local',
  endedBy: [{ step: 'inductionEnd', because: 'the induction ended' }],
  inForce: { from: date('2008-09-01') },
  announcedOn: date('2008-09-01'),
  standing: 'local',
} as const satisfies Partial<Timescale>;

/** The first programme of an induction begins it; said again, with another mentor, it begins no second count. After an end it does. */
const begins: Moment = {
  step: 'inductionProgramme',
  on: (programme, history) => (programmeBefore(history, programme) ? undefined : programme.happenedOn),
};

function programmeBefore(history: History, programme: Statement): boolean {
  const last = history.findLast((one) => isBefore(one, programme) && (one.step === 'inductionProgramme' || one.step === 'inductionEnd'));
  return last?.step === 'inductionProgramme';
}

const review = (rule: string, title: string, stage: string, at: LimitOf): Timescale => ({
  ...local,
  rule,
  title,
  limit: at,
  starts: [begins],
  meets: saying('inductionReview', 'stage', stage),
  law: 'Local standard, by the framework of the assessed and supported year: reviewed at three, six and twelve months',
});

const after =
  (count: number): LimitOf =>
  () =>
    months(count);

/** Months from the first day by which each is due: three in the first year, one before each review; those of a second year evenly spread over it. */
function observedBy(programme: Statement): readonly number[] {
  const { scheme, laterObservations } = programme.answers;
  const later = schemeOf(scheme)?.months !== 24 ? 0 : typeof laterObservations === 'number' ? laterObservations : laterObservationsSupplied;
  return [3, 6, 12, ...Array.from({ length: later }, (_, n) => Math.round(12 + (12 * (n + 1)) / later))];
}

/** Counted from the first day of the programme that runs; what was seen before long leave counts as done. */
const nextObservation: LimitOf = (_start, history, on) => {
  const programmes = history.filter(({ step, happenedOn }) => step === 'inductionProgramme' && happenedOn <= on);
  const first = programmes.findLast((one) => !programmeBefore(history, one));
  const last = programmes.at(-1);
  const seen = history.filter(({ step, happenedOn }) => step === 'directObservation' && happenedOn <= on).length;
  const by = last && observedBy(last)[seen];
  return first === undefined || by === undefined ? undefined : until(addMonths(first.happenedOn, by));
};

export const inductionLimits: readonly Timescale[] = [
  review('inductionFirstReview', 'Review of the induction at three months', 'three', after(3)),
  review('inductionSecondReview', 'Review of the induction at six months', 'six', after(6)),
  review('inductionThirdReview', 'Review of the induction at twelve months', 'twelve', after(12)),
  review('inductionFinalReview', 'Review of the induction at two years', 'twentyFour', (start) =>
    schemeOf(start.answers['scheme'])?.months === 24 ? months(24) : undefined,
  ),
  {
    ...local,
    rule: 'directObservation',
    title: 'Direct observation of practice',
    limit: nextObservation,
    starts: [begins, { step: 'directObservation' }],
    meets: { step: 'directObservation' },
    reading: 2,
    law: 'Assessed and supported year in employment: three direct observations at least, spread over the year; local: one before each review, and in the second year of two as many as the authority says, two by our default',
  },
  {
    ...local,
    rule: 'mentorMeeting',
    title: 'Meeting with the mentor',
    limit: months(1),
    starts: [begins, { step: 'mentorMeeting' }],
    meets: { step: 'mentorMeeting' },
    law: 'Local standard: every month',
  },
];

export const extensionReviewed: Timescale = {
  ...local,
  rule: 'inductionExtended',
  title: 'Induction that was extended: its end',
  limit: untilDayIn('extendedTo'),
  starts: [saying('inductionReview', 'judgement', 'extend')],
  meets: { step: 'inductionEnd' },
  endedBy: [],
  law: 'Local standard: an induction that is extended ends by a day that was said',
};
