import { addDays, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { until, workingDays, type Limit, type Timescale } from '../../kernel/step/timescale.ts';
import { legalStatusAt, lookedAfterOn, periodsOf } from './care.ts';
import { endsOfCare, regulations2010, reviewHeld, reviewsBetween } from './care-moments.ts';

/** Accommodated by agreement, or nothing else is recorded. */
const isByAgreement = (history: History, day: LocalDate): boolean => ['V2', undefined].includes(legalStatusAt(history, day));

/** A review of the four weeks before will have looked at what is proposed (local). */
const wasLookedAt = (history: History, from: LocalDate, to: LocalDate): boolean =>
  reviewsBetween(history, addDays(from, -28), to).length > 0;

/** It is proposed: of a child who goes home, to parents or whoever else holds parental responsibility, no review is asked; where nobody says where they go, one is. */
function proposed({ happenedOn: day, answers }: Statement, history: History): LocalDate | undefined {
  const isAsked = lookedAfterOn(history, day) && isByAgreement(history, day) && answers['goesTo'] !== 'holder';
  return isAsked && !wasLookedAt(history, day, day) ? day : undefined;
}

/** To independent living, or to somebody who holds no parental responsibility. */
const elsewhere: ReadonlySet<unknown> = new Set(['E5', 'E6', 'E13']);

/** It has ended all the same, and no review looked at it: late from the day. */
function endedUnreviewed(end: Statement, history: History): LocalDate | undefined {
  const { happenedOn: day, answers } = end;
  const period = periodsOf(history).find((one) => one.end === end);
  if (period === undefined || !elsewhere.has(answers['reason']) || !isByAgreement(history, day)) return undefined;
  const proposal = history.findLast(
    (one) => one.step === 'endOfCareApproval' && one.happenedOn >= period.startedOn && one.happenedOn <= day,
  );
  return wasLookedAt(history, proposal?.happenedOn ?? day, day) ? undefined : day;
}

const beforeItEnds = (one: Statement): Limit => (one.step === 'periodOfCareEnd' ? until(one.happenedOn) : workingDays(20));

export const accommodationEndLimits: readonly Timescale[] = [
  {
    ...regulations2010,
    rule: 'reviewBeforeAccommodationEnds',
    title: 'Review before accommodation by agreement ends',
    limit: beforeItEnds,
    starts: [
      { step: 'endOfCareApproval', on: proposed },
      { step: 'periodOfCareEnd', on: endedUnreviewed },
    ],
    meets: reviewHeld,
    endedBy: [...endsOfCare, { step: 'periodOfCare', because: 'looked after again' }],
    law: 'Care Planning Regulations 2010 reg 33(3): a review before the authority ceases to accommodate a child who does not go to a parent or whoever holds parental responsibility; within 20 working days of the proposal (local)',
  },
];
