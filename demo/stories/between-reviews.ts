import { addDays, addMonths, dayNumber, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { chanceFrom, type Chance } from '../chance.ts';
import { holdingOn, say, workingDayAfter, workingDayBefore, type Telling } from '../telling.ts';

/** By a chance of its own, so that what else is told of the family stays as it is. */
const chanceOf = ({ n }: Telling, day: LocalDate): Chance => chanceFrom(n * 6_007 + dayNumber(day));
const isStretched = (telling: Telling, day: LocalDate): boolean => (holdingOn(telling, day)?.team ?? telling.front).isStretched;

/** What comes in before a review: most of it in time, the report last of all where a team is short of staff. */
export function prepare(telling: Telling, heldOn: LocalDate, since: LocalDate): void {
  const chance = chanceOf(telling, heldOn);
  const askedOn = workingDayBefore(addDays(heldOn, -21));
  if (askedOn < since) return;
  const papers = (doneOn: LocalDate, by: string | undefined, shared: Readonly<Record<string, unknown>>): void => {
    say(telling, { step: 'reviewConsultation', on: doneOn, ...(by === undefined ? {} : { by }), shared: { doneOn, ...shared } });
  };
  papers(askedOn, telling.reviewer, { sent: ['child', 'parents', 'carers', 'school', 'health'] });
  const came = ['carers', ...(chance.happens(0.8) ? ['school'] : []), ...(chance.happens(0.6) ? ['health'] : [])];
  papers(addWorkingDays(askedOn, chance.between(3, 8)), telling.reviewer, { cameIn: came });
  if (chance.happens(0.7))
    papers(addWorkingDays(askedOn, chance.between(5, 10)), undefined, { cameIn: ['child', ...(chance.happens(0.6) ? ['parents'] : [])] });
  if (chance.happens(isStretched(telling, heldOn) ? 0.6 : 0.9))
    papers(workingDayBefore(addDays(heldOn, -chance.between(1, 6))), undefined, { cameIn: ['report'] });
}

/** Half-way to the next review the officer looks; a few times too late, a few times not at all. `isFirst`: the next is due in three months, else in six. */
export function checkMidway(telling: Telling, heldOn: LocalDate, isFirst: boolean): void {
  const chance = chanceOf(telling, addDays(heldOn, 1));
  const due = isFirst ? addDays(heldOn, 42) : addMonths(heldOn, 3);
  if (chance.happens(0.06)) return;
  const checkedOn = chance.happens(0.08)
    ? workingDayAfter(addDays(due, chance.between(2, 15)))
    : workingDayBefore(addDays(due, -chance.between(0, 12)));
  const isDrifting = chance.happens(isStretched(telling, checkedOn) ? 0.3 : 0.12);
  say(telling, {
    step: 'reviewMidwayCheck',
    on: checkedOn,
    by: telling.reviewer,
    shared: { checkedOn, found: isDrifting ? 'drifting' : 'onCourse', spokeWithChild: chance.happens(0.6) },
  });
}

/** Offered when the child becomes looked after: an advocate to everybody, a visitor to some. */
export function offerStandBys(telling: Telling, startedOn: LocalDate): void {
  const chance = chanceOf(telling, addDays(startedOn, 2));
  const offeredOn = addWorkingDays(startedOn, chance.between(3, 15));
  const offer = (who: string, answer: string): void => {
    say(telling, { step: 'advocacyOffer', on: offeredOn, shared: { offeredOn, who, answer } });
  };
  if (chance.happens(0.9)) offer('advocate', chance.oneOf(['takenUp', 'declined', 'declined', 'undecided', 'waiting']));
  if (chance.happens(0.5)) offer('independentVisitor', chance.oneOf(['takenUp', 'declined', 'declined', 'waiting']));
}
