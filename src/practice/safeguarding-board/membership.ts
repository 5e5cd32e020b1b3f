import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import { linesIn } from '../../kernel/field/rows.ts';
import type { History } from '../../kernel/step/history.ts';
import { allOf } from '../../kernel/step/step.ts';
import { agencyWords, type Agency } from './agencies.ts';
import { bodyMember } from './body-member.ts';
import { configurationOf, seats, type AskedSeat, type Seat } from './configurations.ts';

export type Sitting = {
  readonly entry: string;
  readonly from: LocalDate;
  readonly until?: LocalDate;
  readonly agency: Agency;
  readonly name: string;
  readonly seat: Seat;
  readonly member?: string;
};

/** Everybody who ever sat there, in the order in which they came. */
export function sittings(history: History): readonly Sitting[] {
  const ends = history.filter(({ step }) => step === 'bodyMemberEnd');
  return allOf(bodyMember, history).map(({ entry, answers }) => {
    const end = ends.find((one) => one.answers['seat'] === entry);
    return { entry, ...answers, ...(end === undefined ? {} : { until: end.happenedOn }) };
  });
}

export const sittingOn = (history: History, on: LocalDate): readonly Sitting[] =>
  sittings(history).filter(({ from, until }) => from <= on && (until === undefined || until >= on));

/** What the law asks of this kind of body and nobody sits for, today: told, and kept from nothing. */
export function emptySeats(
  history: History,
  configuration: unknown,
  on: LocalDate,
): readonly { readonly said: string; readonly law: string }[] {
  const sitting = sittingOn(history, on);
  return (configurationOf(configuration)?.asks ?? []).flatMap((asked) => missing(asked, sitting).map((said) => ({ said, law: asked.law })));
}

function missing({ seat, of, isIndependent }: AskedSeat, sitting: readonly Sitting[]): readonly string[] {
  const there = sitting.filter((one) => one.seat === seat);
  if (of !== undefined)
    return of.filter((agency) => !there.some((one) => one.agency === agency)).map((agency) => `${seats[seat]}: ${agencyWords(agency)}`);
  if (there.length === 0) return [seats[seat]];
  return isIndependent === true && !there.some(({ agency }) => agency === 'independent')
    ? [`${seats[seat]}: whoever it is is of one of the agencies, and so not independent`]
    : [];
}

type AgencyAttendance = {
  readonly agency: string;
  readonly invited: number;
  readonly came: number;
  readonly deputy: number;
  readonly apologies: number;
  readonly absent: number;
};

/** How often each agency came in the twelve months up to a day: an agency came where anybody of it did. Those that came least stand first. */
export function attendanceOf(
  history: History,
  on: LocalDate,
): { readonly meetings: number; readonly agencies: readonly AgencyAttendance[] } {
  const since = addMonths(on, -12);
  const meetings = history.filter(({ step, happenedOn }) => step === 'bodyMeeting' && happenedOn > since && happenedOn <= on);
  const best = ['came', 'deputy', 'apologies', 'absent'] as const;
  const told = meetings.flatMap(({ answers }) =>
    [...Map.groupBy(linesIn(answers['attendance']), ({ agency }) => String(agency))].map(([agency, lines]) => ({
      agency,
      how: best.find((how) => lines.some(({ came }) => came === how)) ?? 'absent',
    })),
  );
  const agencies = [...Map.groupBy(told, ({ agency }) => agency)].map(([agency, some]) => {
    const count = (how: (typeof best)[number]): number => some.filter((one) => one.how === how).length;
    return {
      agency,
      invited: some.length,
      came: count('came'),
      deputy: count('deputy'),
      apologies: count('apologies'),
      absent: count('absent'),
    };
  });
  const share = ({ came, deputy, invited }: AgencyAttendance): number => (came + deputy) / invited;
  return { meetings: meetings.length, agencies: agencies.toSorted((a, b) => share(a) - share(b) || a.agency.localeCompare(b.agency)) };
}
