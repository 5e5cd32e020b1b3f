import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { weeks, workingDays, type Timescale } from '../../kernel/step/timescale.ts';
import { isBefore, statementsOf } from '../checks.ts';

const local = {
  version: 'local',
  inForce: { from: date('2014-04-22') },
  announcedOn: date('2014-04-22'),
  standing: 'local',
} as const satisfies Partial<Timescale>;

const ends: Timescale['endedBy'] = [
  { step: 'preProceedingsEnd', because: 'pre-proceedings ended' },
  { step: 'careProceedings', because: 'care proceedings began' },
  { step: 'closure', because: 'case closed' },
];

const decidesOn =
  (outcome: string) =>
  (meeting: Statement): LocalDate | undefined =>
    meeting.answers['outcome'] === outcome ? meeting.happenedOn : undefined;

/** A second letter in the same pre-proceedings begins none of its own. */
function beginsPreProceedings(letter: Statement, history: History): LocalDate | undefined {
  const earlier = statementsOf('letterBeforeProceedings', history).findLast((one) => isBefore(one, letter));
  const ended = history.some(
    ({ step, happenedOn }) =>
      ends.some((end) => end.step === step) && earlier !== undefined && happenedOn >= earlier.happenedOn && happenedOn <= letter.happenedOn,
  );
  return earlier === undefined || ended ? letter.happenedOn : undefined;
}

const isReview = (meeting: Statement): boolean => meeting.answers['kind'] === 'review';

/** Pre-proceedings have no limit in law: what drifts here is what a court is asked about too late. */
export const preProceedingsLimits: readonly Timescale[] = [
  {
    ...local,
    rule: 'letterBeforeProceedings',
    title: 'Letter before proceedings sent',
    limit: workingDays(5),
    starts: [{ step: 'legalPlanningMeeting', on: decidesOn('preProceedings') }],
    meets: { step: 'letterBeforeProceedings' },
    endedBy: ends,
    law: 'Local standard: within five working days of the legal planning meeting that decided on it',
  },
  {
    ...local,
    rule: 'preProceedingsMeeting',
    title: 'Pre-proceedings meeting with the parents',
    limit: workingDays(10),
    starts: [{ step: 'letterBeforeProceedings', on: beginsPreProceedings }],
    meets: { step: 'preProceedingsMeeting' },
    endedBy: ends,
    law: 'Local standard: within ten working days of the letter before proceedings',
  },
  {
    ...local,
    rule: 'preProceedingsReview',
    title: 'Review of pre-proceedings',
    limit: weeks(6),
    starts: [{ step: 'preProceedingsMeeting' }],
    meets: { step: 'preProceedingsMeeting', on: (meeting) => (isReview(meeting) ? meeting.happenedOn : undefined) },
    endedBy: ends,
    law: 'Local standard: reviewed at least every six weeks',
  },
  {
    ...local,
    rule: 'preProceedingsEnd',
    title: 'Pre-proceedings ended: to court, or not',
    limit: weeks(16),
    starts: [{ step: 'letterBeforeProceedings', on: beginsPreProceedings }],
    meets: { step: 'preProceedingsEnd' },
    endedBy: ends.filter(({ step }) => step !== 'preProceedingsEnd'),
    law: 'Local standard: sixteen weeks from the letter before proceedings, as the Public Law Working Group recommends',
  },
];
