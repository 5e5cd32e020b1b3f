import { bankHolidays } from '../../kernel/calendar/bank-holidays.ts';
import { addDays, dayOfWeek, formatDate, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { periodAt } from './care.ts';

/** L2: an emergency protection order. */
export const emergencyOrder = 'L2';

export const dayOf = (value: unknown): LocalDate | undefined => (typeof value === 'string' && isDate(value) ? value : undefined);

const before = (status: Statement, history: History): readonly Statement[] => {
  const statuses = periodAt(history, status.happenedOn)?.statuses ?? [];
  return statuses.slice(0, Math.max(0, statuses.indexOf(status)));
};

/** The code of the status that a status follows. */
export const statusBefore = (status: Statement, history: History): unknown => before(status, history).at(-1)?.answers['legalStatus'];

/** The court extended an emergency protection order: the same status again, with a new last day. */
export const isExtension = (status: Statement, history: History): boolean =>
  status.answers['legalStatus'] === emergencyOrder &&
  statusBefore(status, history) === emergencyOrder &&
  dayOf(status.answers['until']) !== undefined;

/** Section 45(2): Christmas Day, Good Friday, a bank holiday or a Sunday. */
const isPublicHoliday = (day: LocalDate): boolean => dayOfWeek(day) === 7 || bankHolidays(Number(day.slice(0, 4))).includes(day);

/** The eighth day beginning with the day of the order; where that is a public holiday, the first later day that is none. */
export function lastDayOfOrder(madeOn: LocalDate): LocalDate {
  let day = addDays(madeOn, 7);
  while (isPublicHoliday(day)) day = addDays(day, 1);
  return day;
}

/** An order in force on a day: its last day, and whether it has been extended already. */
function orderInForce(history: History, on: LocalDate): { readonly until: LocalDate; readonly isExtended: boolean } | undefined {
  const statuses = (periodAt(history, on)?.statuses ?? []).filter((one) => one.happenedOn <= on);
  const first = statuses.findLastIndex((one) => one.answers['legalStatus'] !== emergencyOrder) + 1;
  const [made, ...again] = statuses.slice(first);
  if (made === undefined) return undefined;
  const ends = (one: Statement) => dayOf(one.answers['until']);
  const extensions = again.flatMap((one) => ends(one) ?? []);
  const until = extensions.at(-1) ?? ends(made) ?? addDays(made.happenedOn, 7);
  return until < on ? undefined : { until, isExtended: extensions.length > 0 };
}

/** Section 45: an emergency protection order lasts at most eight days beginning with the day on which it is made, and is extended once, by at most seven. */
export function notLongerThanLawful(history: History, on: LocalDate, status: unknown, until: LocalDate | undefined): readonly Problem[] {
  if (status !== emergencyOrder || until === undefined) return [];
  const problem = (message: string): readonly Problem[] => [{ field: 'until', message }];
  if (until < on)
    return problem(`The order runs until ${formatDate(until)}: it cannot end before ${formatDate(on)}, the day of this entry`);
  const order = orderInForce(history, on);
  const most = order === undefined ? lastDayOfOrder(on) : addDays(order.until, 7);
  if (order?.isExtended === true)
    return problem(
      `The order was extended already and runs until ${formatDate(order.until)}: the court can extend it once. Record the legal status that follows it`,
    );
  if (until <= most) return [];
  return problem(
    order === undefined
      ? `The order runs until ${formatDate(until)}: at most until ${formatDate(most)}, eight days beginning with the day on which it is made`
      : `The extension runs until ${formatDate(until)}: at most until ${formatDate(most)}, seven days after the order’s last day`,
  );
}
