import { addDays, ageAt, yearBegan, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { dayIn } from '../../kernel/step/limit-moments.ts';
import { until, type Timescale } from '../../kernel/step/timescale.ts';
import { lifeOf } from '../checks.ts';
import { periodAt, underCarePlanningRules } from './care.ts';
import { endsOfCare, regulations2010 } from './care-moments.ts';
import { isMove } from './placement-stays.ts';

/** Years 10 and 11: fourteen or fifteen on the last day of August before. */
function isInKeyStageFour(bornOn: LocalDate | undefined, day: LocalDate): boolean {
  if (bornOn === undefined) return false;
  const age = ageAt(bornOn, addDays(yearBegan(day, '09-01'), -1));
  return age === 14 || age === 15;
}

const movedWithinDays = 14;

/** The place was lost with a move: the child was placed elsewhere on that day or in the fortnight before. */
function lostByMove({ happenedOn: day, answers }: Statement, history: History): LocalDate | undefined {
  if (answers['change'] !== 'lost' || !isInKeyStageFour(lifeOf(history).bornOn, day) || !underCarePlanningRules(history, day))
    return undefined;
  const moved = (periodAt(history, day)?.placements ?? []).some(
    (one, n) => n > 0 && one.happenedOn <= day && one.happenedOn >= addDays(day, -movedWithinDays) && isMove(one, history),
  );
  return moved ? day : undefined;
}

/** What ought to have been approved first is late from the day. The entry says when it was. */
export const keyStageFourLimits: readonly Timescale[] = [
  {
    ...regulations2010,
    rule: 'keyStageFourMove',
    title: 'Approval of a move that disrupts years 10 and 11',
    limit: ({ happenedOn }) => until(happenedOn),
    starts: [{ step: 'schoolPlace', on: lostByMove }],
    meets: {
      step: 'schoolPlace',
      itself: true,
      on: (place, _history, start) => {
        const approvedOn = place.entry === start?.entry ? dayIn(place, 'approvedOn') : undefined;
        return approvedOn !== undefined && approvedOn < place.happenedOn ? place.happenedOn : approvedOn;
      },
    },
    endedBy: endsOfCare,
    law: 'Care Planning Regulations 2010 reg 10: a change of placement that disrupts education in the fourth key stage only once a nominated officer has approved it',
  },
];
