import type { LocalDate } from '../../../kernel/calendar/dates.ts';

/** The year of a census, both days included. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate };

export const isIn = (day: LocalDate | undefined, { from, to }: Period): boolean => day !== undefined && day >= from && day <= to;

/** What began by the end of the year and had not ended before it. */
export const isRunningIn = (begun: LocalDate, ended: LocalDate | undefined, { from, to }: Period): boolean =>
  begun <= to && (ended === undefined || ended >= from);
