import { addDays, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { until, workingDays, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { isTemporary, legalStatusAt, lookedAfterOn, periodAt } from './care.ts';
import { endsOfCare, regulations2010, reviewHeld, reviewsBetween } from './care-moments.ts';

const isCustody = ({ answers }: Statement): boolean => answers['type'] === 'R5';

/** Since when a child who leaves a young offender institution with this placement was there; undefined: they do not leave one. */
function custodyLeft(placement: Statement, history: History): LocalDate | undefined {
  const lasting = (periodAt(history, placement.happenedOn)?.placements ?? []).filter((one) => !isTemporary(one));
  const at = lasting.indexOf(placement);
  const before = lasting[at - 1];
  if (before === undefined || isCustody(placement) || !isCustody(before)) return undefined;
  const elsewhere = lasting.slice(0, at).findLastIndex((one) => !isCustody(one));
  return lasting[elsewhere + 1]?.happenedOn;
}

/** Since when a child was remanded whose remand ends with this status, and who is looked after still; undefined: no remand ends. */
function remandLeft({ happenedOn }: Statement, history: History): LocalDate | undefined {
  if (legalStatusAt(history, happenedOn) === 'J1' || legalStatusAt(history, addDays(happenedOn, -1)) !== 'J1') return undefined;
  const statuses = (periodAt(history, happenedOn)?.statuses ?? []).filter((one) => one.happenedOn < happenedOn);
  const other = statuses.findLastIndex(({ answers }) => answers['legalStatus'] !== 'J1');
  return statuses[other + 1]?.happenedOn;
}

const leftBy = (one: Statement, history: History): LocalDate | undefined =>
  one.step === 'placement' ? custodyLeft(one, history) : remandLeft(one, history);

/** A review was held while they were there, so that what happens now has been looked at. */
const wasReviewed = (one: Statement, history: History): boolean => {
  const since = leftBy(one, history);
  return since !== undefined && reviewsBetween(history, since, one.happenedOn).length > 0;
};

/** Of a release and the end of a remand on one day, the release begins it. */
const ends = (step: string): Moment => ({
  step,
  on: (one, history) => {
    const { happenedOn: day } = one;
    const isToldTwice =
      step === 'legalStatus' &&
      history.some((other) => other.step === 'placement' && other.happenedOn === day && custodyLeft(other, history) !== undefined);
    return leftBy(one, history) === undefined || isToldTwice || !lookedAfterOn(history, day) || wasReviewed(one, history) ? undefined : day;
  },
});

/** A release is known ahead, and the review is held before it: late from the day. A court may end a remand without warning: twenty working days, local. */
const beforeRelease = (one: Statement): Limit => (one.step === 'placement' ? until(one.happenedOn) : workingDays(20));

export const custodyLimits: readonly Timescale[] = [
  {
    ...regulations2010,
    rule: 'reviewAtEndOfCustody',
    title: 'Review at the end of custody or of a remand',
    limit: beforeRelease,
    starts: [ends('placement'), ends('legalStatus')],
    meets: reviewHeld,
    endedBy: endsOfCare,
    law: 'Care Planning Regulations 2010 reg 33(3): a review before a detained child is released where none would be held otherwise; after a remand, local: 20 working days',
  },
];
