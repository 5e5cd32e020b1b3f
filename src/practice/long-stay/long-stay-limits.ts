import { date } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { months, workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { childSeen } from '../looked-after/care-moments.ts';

const local = {
  version: 'local',
  inForce: { from: date('2011-04-25') },
  announcedOn: date('2011-03-31'),
  standing: 'local',
} as const satisfies Partial<Timescale>;

const ends: Timescale['endedBy'] = [
  { step: 'longStayEnd', because: 'the child lives there no longer' },
  { step: 'periodOfCare', because: 'the child is looked after' },
];

/** The notice of the stay that lasts on a day: the days of its beginning and end included. */
export function longStaySince(history: History, day: string): Statement | undefined {
  const notice = history.findLast(({ step, happenedOn }) => step === 'longStayNotice' && happenedOn <= day);
  const isOver = history.some(
    ({ step, happenedOn }) =>
      notice !== undefined && happenedOn >= notice.happenedOn && happenedOn < day && ends.some((end) => end.step === step),
  );
  return isOver ? undefined : notice;
}

const seenThere: Moment = {
  step: 'visit',
  on: ({ answers, happenedOn }, history) =>
    answers['seen'] === true && longStaySince(history, happenedOn) !== undefined ? happenedOn : undefined,
};

export const longStayLimits: readonly Timescale[] = [
  {
    ...local,
    rule: 'longStayDecision',
    title: 'Welfare of a child on a long stay in hospital, school or a care home determined',
    limit: workingDays(45),
    starts: [{ step: 'longStayNotice' }],
    meets: { step: 'longStayDecision' },
    endedBy: ends,
    law: 'Children Act 1989 ss85(4) and 86(3): steps to determine whether the child’s welfare is safeguarded, and which functions to exercise; local standard 45 working days, as any assessment',
  },
  {
    ...local,
    rule: 'firstLongStayVisit',
    title: 'First visit to a child on a long stay, child seen',
    limit: workingDays(10),
    starts: [{ step: 'longStayNotice' }],
    meets: childSeen,
    endedBy: ends,
    law: 'Children Act 1989 s86A, SI 2011/1010: the child is visited, and spoken to alone unless that is not right; local standard ten working days of the notice',
  },
  {
    ...local,
    rule: 'laterLongStayVisit',
    title: 'Visit to a child on a long stay, child seen',
    limit: months(3),
    starts: [seenThere],
    meets: childSeen,
    endedBy: ends,
    law: 'Children Act 1989 s86A, SI 2011/1010: visited again at intervals; local standard three months',
  },
];
