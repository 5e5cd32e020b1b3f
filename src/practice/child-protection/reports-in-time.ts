import { formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { addWorkingDays } from '../../kernel/calendar/working-days.ts';

type Reported = { readonly sharedOn?: LocalDate | undefined; readonly reportOn?: LocalDate | undefined };

/**
 * Working Together: the family has the reports before the conference, early enough to understand them; it names no number. Local standard: so many working days
 * before. Late reports stop no conference: it is seen that they were late.
 */
const workingDaysBefore = { initial: 1, review: 3 } as const;

/** The last day on which a report is given to the parents in time. */
export const reportsDueOn = (conferenceOn: LocalDate, kind: keyof typeof workingDaysBefore): LocalDate =>
  addWorkingDays(conferenceOn, -workingDaysBefore[kind]);

/** How many reports the parents had in time, how many late, and how many that came they never had; nothing, where no report is spoken of. */
export function reportsInTime(
  people: readonly Reported[] | undefined,
  conferenceOn: LocalDate,
  kind: keyof typeof workingDaysBefore,
): string | undefined {
  const dueOn = reportsDueOn(conferenceOn, kind);
  const given = (people ?? []).flatMap((one) => one.sharedOn ?? []);
  const late = given.filter((day) => day > dueOn).length;
  const kept = (people ?? []).filter((one) => one.reportOn !== undefined && one.sharedOn === undefined).length;
  if (given.length + kept === 0) return undefined;
  const counts = [`${given.length - late} in time`, `${late} late`, ...(kept === 0 ? [] : [`${kept} not given`])];
  return `Reports given to the parents, by ${formatDate(dueOn)}: ${counts.join(', ')}`;
}

/** The same after what a summary says. */
export const withReports = (summary: string, reports: string | undefined): string =>
  reports === undefined ? summary : `${summary}. ${reports}`;
