import { addMonths, ageAt, birthday, daysBetween, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../../kernel/step/history.ts';
import { inCareAfter, leavingCareStatusOn, lifeOf, periodsOf, statementsOf } from '../../../practice/pathway.ts';
import { isIn, type Period } from '../../rule/period.ts';
import { builtRow, rowFrom, type BuiltRow } from './built-row.ts';
import { isOfReturn } from './of-return.ts';

/** The ages at whose birthday a care leaver is told of. */
const [youngest, oldest] = [17, 21];

/**
 * OC3: as a return of the year gave it; else the contact nearest to the birthday in the year, from three months before it to one month after it. Of a relevant
 * or former relevant young person of whom no contact was recorded then, it says that the authority was not in touch, and knows neither activity nor home.
 */
export function leaverRows(told: History, bornOn: LocalDate | undefined, period: Period): readonly BuiltRow[] {
  const given = statementsOf('careLeaverContact', told).findLast((one) => isOfReturn(one, period));
  if (given !== undefined) return [rowFrom('oc3', given)];
  if (bornOn === undefined) return [];
  const age = ageAt(bornOn, period.to);
  const on = birthday(bornOn, age);
  // Care that ended on the birthday itself, as most of it does, had ended: the return asks of whoever leaves on it (rules 1007, 1016).
  if (age < youngest || age > oldest || !isIn(on, period) || inCareAfter(told, on)) return [];
  const near = { from: addMonths(on, -3), to: addMonths(on, 1) };
  const contacts = statementsOf('careLeaverContact', told).filter(({ happenedOn }) => isIn(happenedOn, near));
  const nearest = contacts.toSorted((a, b) => apart(a, on) - apart(b, on) || later(a, b))[0];
  return nearest === undefined ? withoutContact(told, on, { from: period.from, to: near.to }) : [rowFrom('oc3', nearest)];
}

const apart = ({ happenedOn }: Statement, on: LocalDate): number => Math.abs(daysBetween(happenedOn, on));

/** As near on either side: the later one, and of one day what was recorded last. */
const later = (a: Statement, b: Statement): number => daysBetween(a.happenedOn, b.happenedOn) || b.position - a.position;

/** Not in touch (NO); or, of whoever died after leaving care, that they died, if it was in the year and before the month after the birthday was over. */
function withoutContact(told: History, on: LocalDate, untilWindow: Period): readonly BuiltRow[] {
  const { diedOn } = lifeOf(told);
  const asOf = diedOn !== undefined && diedOn < on ? diedOn : on;
  const status = leavingCareStatusOn(told, asOf);
  if (status === undefined || status === 'qualifying' || inCareAfter(told, asOf)) return [];
  if (isIn(diedOn, untilWindow)) {
    const death = told.findLast(({ step, answers }) => step === 'childDeath' || answers['diedOn'] !== undefined);
    return [builtRow('oc3', { IN_TOUCH: ['DIED', death] })];
  }
  const left = periodsOf(told).findLast(({ startedOn }) => startedOn <= on)?.end;
  return diedOn === undefined || diedOn > on ? [builtRow('oc3', { IN_TOUCH: ['NO', left], ACTIV: ['0', left], ACCOM: ['0', left] })] : [];
}
