import { addDays, date, dayInEngland, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import { isOfADay } from '../../../oversight/burden/lag.ts';
import { staffSteps } from '../../../oversight/workforce/asked-steps.ts';
import type { CarriedChild } from '../../../oversight/workforce/caseload.ts';
import { establishmentOn, type Establishment } from '../../../oversight/workforce/establishment.ts';
import { inHundred } from '../../../oversight/statistics/said.ts';
import { pressureOf, type AskedOf, type Pressure } from '../../../oversight/workforce/pressure.ts';
import { inductionOf, runsOn } from '../../../oversight/workforce/induction.ts';
import { staffMemberOf, type StaffMember } from '../../../oversight/workforce/staff.ts';
import { standardOn, type Standard } from '../../../oversight/workforce/standard.ts';
import type { WaitingTotal } from '../../../oversight/workforce/waiting.ts';
import { idWithin } from '../../../practice/pathway.ts';
import type { Session } from '../../../record/contract.ts';
import type { KnownTeam, LeftMember, ReasonsToGo } from '../../../record/workforce.ts';
import type { Frame } from '../../components/layout.tsx';
import type { Member, WebParts } from '../../parts.ts';
import { endOfDay } from '../../said-dates.ts';

/** One register for each authority: whose it is stands before the id in every key. */
export const register = { file: idWithin('the workforce', 'workforce', 0), kind: 'workforce', title: 'Posts and local standards' } as const;

/** What is known of staff and of what they carry, at the end of a day: of everybody, or of a manager’s own. */
export type Known = {
  readonly on: LocalDate;
  readonly at: Date;
  readonly staff: readonly StaffMember[];
  readonly carried: readonly CarriedChild[];
  /** Of the register; empty: nobody has begun it, and the standard is as supplied. */
  readonly posts: History;
  readonly standard: Standard;
  /** Of the usual, as the programme of an induction that runs says, by member; of inductions that the reader may not open none. */
  readonly percents: ReadonlyMap<string, number>;
  readonly teams: readonly KnownTeam[];
  readonly members: ReadonlyMap<string, Member>;
  /** Undefined: fewer than five were asked. */
  readonly reasons: ReasonsToGo | undefined;
  readonly left: readonly LeftMember[];
};

/** Of which day staff files are told to whoever asks: to whoever counts alone as a month had them that is over, so that nobody’s days can be followed. */
export function toldOn(isHead: boolean, on: LocalDate, today: LocalDate): LocalDate {
  const isOver = on < today && addDays(on, 1).endsWith('-01');
  return isHead || isOver ? on : addDays(date(`${on.slice(0, 7)}-01`), -1);
}

/** As known at the end of a day that is over; of today, now. */
export async function knownOn(parts: WebParts, session: Session, on: LocalDate): Promise<Known> {
  const isOver = on < dayInEngland(parts.now());
  const at = isOver ? endOfDay(on) : parts.now();
  const knownAt = isOver ? at.toISOString() : undefined;
  const [told, carried, opening, teams, members, percents, reasons, left] = await Promise.all([
    parts.record.staffTold(session, staffSteps, knownAt),
    parts.record.carried(session, knownAt),
    parts.record.openFile(session, register.file),
    parts.record.teamsKnown(session, knownAt),
    parts.members.all(session),
    percentsOn(parts, session, on, knownAt),
    parts.record.reasonsToGo(session, knownAt),
    parts.record.leftMembers(session),
  ]);
  const posts = opening.kind === 'opened' ? (await parts.record.read(opening.record, knownAt)).history : [];
  return {
    on,
    at,
    staff: told.map(({ member, history }) => staffMemberOf(member, history)),
    carried,
    posts,
    standard: standardOn(posts, on),
    percents,
    reasons,
    left,
    teams: teams.toSorted((a, b) => a.area.localeCompare(b.area) || a.name.localeCompare(b.name)),
    members: new Map(members.map((member) => [member.id, member])),
  };
}

/** What the census of a 30 September is made of: files and register as they are known now, what is carried as it was known on the day; to whoever counts alone as of the month that is over. */
export async function censusKnown(
  parts: WebParts,
  session: Session,
  on: LocalDate,
): Promise<Pick<Known, 'staff' | 'posts' | 'carried' | 'standard'>> {
  const [told, carried, opening] = await Promise.all([
    parts.record.staffTold(session, staffSteps),
    parts.record.carried(session, endOfDay(on).toISOString()),
    parts.record.openFile(session, register.file),
  ]);
  const posts = opening.kind === 'opened' ? (await parts.record.read(opening.record)).history : [];
  return { staff: told.map(({ member, history }) => staffMemberOf(member, history)), carried, posts, standard: standardOn(posts, on) };
}

async function percentsOn(parts: WebParts, session: Session, on: LocalDate, knownAt?: string): Promise<ReadonlyMap<string, number>> {
  const told = await parts.record.inductionsTold(session, knownAt);
  return new Map(
    told.flatMap(({ member, history }): readonly (readonly [string, number])[] => {
      const induction = inductionOf(history.filter(({ happenedOn }) => happenedOn <= on));
      return induction?.percent === undefined || !runsOn(induction, on) ? [] : [[member, induction.percent]];
    }),
  );
}

export type TeamFigures = { readonly team: KnownTeam; readonly establishment: Establishment; readonly pressure: Pressure };

/** How long recording took and how late it was is told of now alone: of a past day nothing of it is shown. */
export async function recordingOf(parts: WebParts, session: Session, on: LocalDate): Promise<Pick<AskedOf, 'lags' | 'weeks'>> {
  const today = dayInEngland(parts.now());
  if (on < addDays(today, -1)) return { lags: [], weeks: [] };
  const steps = parts.steps.filter((step) => step.file === undefined && isOfADay(step, today)).map(({ name }) => name);
  const since = new Date(parts.now().getTime() - 28 * 86_400_000).toISOString();
  const [lags, weeks] = await Promise.all([
    parts.record.recordingLag(session, since, steps),
    parts.recording.weeks(session, addDays(today, -28)),
  ]);
  return { lags, weeks };
}

/** The figures of each of these teams. */
export function figuresOf(known: Known, recording: Pick<AskedOf, 'lags' | 'weeks'>, teams: readonly KnownTeam[]): readonly TeamFigures[] {
  const { staff, carried, posts, standard, percents, on, at } = known;
  const asked: AskedOf = { staff, carried, standard, percents, today: on, at, ...recording };
  return teams.map((team) => ({
    team,
    establishment: establishmentOn(staff, posts, [team.id], on, standard),
    pressure: pressureOf(team.id, asked),
  }));
}

/** What the page of the whole service is given. */
export type TotalsProps = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly known: Known;
  readonly problem: string | undefined;
  readonly figures: readonly TeamFigures[];
  /** A head of service, who answers for each manager, and not who counts alone. */
  readonly isHead: boolean;
  readonly waiting: WaitingTotal;
};

const decimals = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
/** With one digit after the point, where there is one. */
export const said = (value: number): string => decimals.format(value);
/** In 100, without a digit after the point; never 0 of what is not nothing. */
export const percent = (n: number, among: number): string => (among === 0 ? 'of none' : inHundred(n, among));
