import { addDays, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Moment, Timescale } from '../../kernel/step/timescale.ts';
import { endsWhat, statementsOf } from '../checks.ts';
import { periodsOf } from '../looked-after/care.ts';
import { inCareAfter } from './leaving-care.ts';

const lastLeftCareOn = (history: History, day: LocalDate): LocalDate | undefined =>
  periodsOf(history).findLast(({ endedOn }) => endedOn !== undefined && endedOn <= day)?.endedOn;

/** The accommodation under section 23B or 24B in which a young person lives on a day: the last provided since leaving care, unless it has ended. */
export function accommodationAt(history: History, day: LocalDate): Statement | undefined {
  if (inCareAfter(history, day)) return undefined;
  const left = lastLeftCareOn(history, day);
  const last = statementsOf('leavingCareAccommodation', history).findLast(
    ({ happenedOn }) => happenedOn <= day && (left === undefined || happenedOn >= left) && !inCareAfter(history, happenedOn),
  );
  const isEnded =
    last !== undefined &&
    statementsOf('leavingCareAccommodationEnd', history).some(
      (end) => end.happenedOn <= day && endsWhat(end, last, end.answers['accommodation']),
    );
  return isEnded ? undefined : last;
}

/** Accommodation that is first provided: none was on the day before. A move from one to another begins nothing. */
export function firstProvided(provided: Statement, history: History): LocalDate | undefined {
  const day = provided.happenedOn;
  if (inCareAfter(history, day) || accommodationAt(history, addDays(day, -1)) !== undefined) return undefined;
  const first = statementsOf('leavingCareAccommodation', history).find(({ happenedOn }) => happenedOn === day);
  return first === provided ? day : undefined;
}

export const accommodation: Moment = { step: 'leavingCareAccommodation', on: firstProvided };

/** When the accommodation in which a young person lives on a day was first provided, moves left out. */
export const providedSince = (day: LocalDate, history: History): LocalDate | undefined =>
  statementsOf('leavingCareAccommodation', history).findLast((one) => one.happenedOn <= day && firstProvided(one, history) !== undefined)
    ?.happenedOn;

export const noLongerProvided: Timescale['endedBy'] = [
  {
    step: 'leavingCareAccommodationEnd',
    because: 'the accommodation is no longer provided by the authority',
    on: (end, history) => (accommodationAt(history, end.happenedOn) === undefined ? end.happenedOn : undefined),
  },
];
