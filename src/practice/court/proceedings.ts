import { addDays, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { isBefore, statementsOf } from '../checks.ts';

/** Section 32(1)(a)(ii): 26 weeks beginning with the day on which the application was issued, which is the first of them. */
export const lastDayOfLimit = (issuedOn: LocalDate): LocalDate => addDays(issuedOn, 26 * 7 - 1);

/** Section 32(8): no extension ends more than eight weeks after the later of its grant and the end of what it extends. */
export const longestExtension = 8 * 7;

const newest = (days: readonly LocalDate[]): LocalDate | undefined => days.toSorted().at(-1);

export const untilOf = ({ answers }: Statement): LocalDate | undefined => {
  const until = answers['until'];
  return typeof until === 'string' && isDate(until) ? until : undefined;
};

/** The proceedings that were before the court on a day. */
function proceedingsOn(history: History, on: LocalDate): Statement | undefined {
  const issued = statementsOf('careProceedings', history).findLast((one) => one.happenedOn <= on);
  const isOver = statementsOf('proceedingsEnd', history).some(
    (end) => issued !== undefined && isBefore(issued, end) && end.happenedOn < on,
  );
  return isOver ? undefined : issued;
}

/** By when the court is to have disposed of the application, as it stood before a day. */
export function limitBefore(history: History, on: LocalDate): LocalDate | undefined {
  const issued = proceedingsOn(history, on);
  if (issued === undefined) return undefined;
  const granted = statementsOf('proceedingsExtension', history).filter(
    (one) => one.happenedOn >= issued.happenedOn && one.happenedOn <= on,
  );
  return newest([lastDayOfLimit(issued.happenedOn), ...granted.flatMap((one) => untilOf(one) ?? [])]);
}
