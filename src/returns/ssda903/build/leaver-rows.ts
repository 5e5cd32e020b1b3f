import { addMonths, ageAt, birthday, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import { periodAt, statementsOf } from '../../../practice/pathway.ts';
import { isIn, type Period } from '../../rule/period.ts';
import { rowFrom, type BuiltRow } from './built-row.ts';
import { isOfReturn } from './of-return.ts';

/** The ages at whose birthday a care leaver is told of. */
const [youngest, oldest] = [17, 21];

/** OC3: as a return of the year gave it; else the contact nearest to the birthday in the year, from three months before it to one month after it. */
export function leaverRows(told: History, bornOn: LocalDate | undefined, period: Period): readonly BuiltRow[] {
  const given = statementsOf('careLeaverContact', told).findLast((one) => isOfReturn(one, period));
  if (given !== undefined) return [rowFrom('oc3', given)];
  if (bornOn === undefined) return [];
  const age = ageAt(bornOn, period.to);
  const on = birthday(bornOn, age);
  if (age < youngest || age > oldest || !isIn(on, period) || periodAt(told, on) !== undefined) return [];
  const near = { from: addMonths(on, -3), to: addMonths(on, 1) };
  const contacts = statementsOf('careLeaverContact', told).filter(({ happenedOn }) => isIn(happenedOn, near));
  const last = contacts.find(({ happenedOn }) => happenedOn >= on) ?? contacts.at(-1);
  return last === undefined ? [] : [rowFrom('oc3', last)];
}
