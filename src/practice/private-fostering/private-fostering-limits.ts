import { addMonths, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { saying } from '../../kernel/step/limit-moments.ts';
import { weeks, workingDays, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { childSeen } from '../looked-after/care-moments.ts';

const regulations2005 = {
  version: 'SI 2005/1533',
  inForce: { from: date('2005-07-01') },
  announcedOn: date('2005-06-09'),
  standing: 'statutory',
  // Until 16; a disabled child until 18 (Children Act 1989 s66), for whom the notice is made again.
  untilAge: [16, 18],
} as const satisfies Partial<Timescale>;

const ends: Timescale['endedBy'] = [
  { step: 'privateFosteringEnd', because: 'the private fostering ended' },
  { ...saying('privateFosteringDecision', 'decision', 'not'), because: 'it is no private fostering' },
  { step: 'periodOfCare', because: 'the child is looked after' },
];

/** The notice of the arrangement that runs on a day: the days of its beginning and end included. */
export function privatelyFosteredSince(history: History, day: LocalDate): Statement | undefined {
  const notice = history.findLast(({ step, happenedOn }) => step === 'privateFosteringNotice' && happenedOn <= day);
  const isOver = history.some(
    (one) =>
      notice !== undefined &&
      one.happenedOn >= notice.happenedOn &&
      one.happenedOn < day &&
      ends.some((end) => end.step === one.step && (end.on === undefined || end.on(one, history) !== undefined)),
  );
  return isOver ? undefined : notice;
}

const seenWhileFostered: Moment = {
  step: 'visit',
  on: (visit, history) =>
    visit.answers['seen'] === true && privatelyFosteredSince(history, visit.happenedOn) !== undefined ? visit.happenedOn : undefined,
};

/** Six weeks in the first year from the day on which the authority became aware, then twelve. */
function afterVisit(_visit: Statement, history: History, on: LocalDate): Limit {
  const since = privatelyFosteredSince(history, on);
  return weeks(since !== undefined && on >= addMonths(since.happenedOn, 12) ? 12 : 6);
}

export const privateFosteringLimits: readonly Timescale[] = [
  {
    ...regulations2005,
    rule: 'firstPrivateFosteringVisit',
    title: 'First visit to a privately fostered child, child seen',
    limit: workingDays(7),
    starts: [{ step: 'privateFosteringNotice' }],
    meets: childSeen,
    endedBy: ends,
    law: 'SI 2005/1533 regs 4 and 7: within seven working days of the notice',
  },
  {
    ...regulations2005,
    rule: 'laterPrivateFosteringVisit',
    title: 'Visit to a privately fostered child, child seen',
    limit: afterVisit,
    starts: [seenWhileFostered],
    meets: childSeen,
    endedBy: ends,
    law: 'SI 2005/1533 reg 8: at most every six weeks in the first year from becoming aware, then every twelve; the child is seen alone unless that is not right',
  },
  {
    ...regulations2005,
    version: 'local',
    standing: 'local',
    rule: 'privateFosteringDecision',
    title: 'Decision on a private fostering arrangement',
    limit: weeks(6),
    starts: [{ step: 'privateFosteringNotice' }],
    meets: { step: 'privateFosteringDecision' },
    endedBy: ends,
    law: 'Children Act 1989 s67: the authority satisfies itself of the child’s welfare; local standard six weeks',
  },
];
