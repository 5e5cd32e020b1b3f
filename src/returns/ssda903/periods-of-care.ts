import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { before, isGiven, isMissing, onOrAfter, within } from '../rule/compare.ts';
import { unbroken } from './episodes.ts';
import type { ReturnChild } from './looked-after-return.ts';

type Day = LocalDate | undefined;
/** From the start of its first episode to the end of its last; no end that can be read: as far as this tells, the child is still looked after. */
export type PeriodOfCare = { readonly from: Day; readonly to: Day; readonly isOpen: boolean };

/** Each is of episodes of which one begins on the day on which the one before ended. */
export const periodsOfCare = ({ Episodes }: ReturnChild): readonly PeriodOfCare[] =>
  unbroken(Episodes).map(([first, ...others]) => {
    const last = others.at(-1) ?? first;
    return { from: first.DECOM, to: last.DEC, isOpen: isMissing(last.DEC) };
  });

/** Was looked after on that day; on the day on which care ceased no longer. */
export const isInCareOn = (day: Day, periods: readonly PeriodOfCare[]): boolean =>
  periods.some(({ from, to, isOpen }) => onOrAfter(day, from) && (isOpen || before(day, to)));

/** What did not end with care: its end is on no day of care; or it is open, and care has ceased since it began, or has ceased altogether. */
export function outlastsCare({ from, to, isOpen }: PeriodOfCare, periods: readonly PeriodOfCare[]): boolean {
  if (periods.length === 0 || isMissing(from)) return false;
  if (isOpen) return periods.every((care) => !care.isOpen) || periods.some((care) => onOrAfter(care.to, from));
  return isGiven(to) && !periods.some((care) => onOrAfter(to, care.from) && (care.isOpen || within(to, care.from, care.to)));
}
