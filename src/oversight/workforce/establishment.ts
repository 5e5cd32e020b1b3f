import { addDays, addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import { linesIn } from '../../kernel/field/rows.ts';
import type { History } from '../../kernel/step/history.ts';
import { daysLost, fteOf, gradeOf, spellOn, type Grade, type Spell, type StaffMember } from './staff.ts';
import type { Standard } from './standard.ts';

/** Full-time equivalents by grade. */
export type Posts = ReadonlyMap<Grade, number>;

/**
 * What a team, or several, has of posts and people on a day, and what it lost in the twelve months to it. Posts, filled, vacant and agency are full-time
 * equivalents; the others are people, but for days of sickness, which are working days of full-time equivalents, of employees as `filled` is.
 */
export type Establishment = {
  readonly posts: number;
  readonly filled: number;
  /** Posts that no employee fills, whether or not agency staff do the work. */
  readonly vacant: number;
  readonly agency: number;
  readonly people: number;
  readonly agencyPeople: number;
  readonly newlyQualified: number;
  readonly away: number;
  readonly sickDays: number;
  /** How many people that was: by few, somebody could be known. */
  readonly sickPeople: number;
  readonly starters: number;
  readonly leavers: number;
  readonly leaversFte: number;
};

/** The posts of a team on a day, by the register; undefined: nobody has said. */
export function postsOn(register: History, team: string, on: LocalDate): Posts | undefined {
  const last = register.findLast(({ step, happenedOn, answers }) => step === 'teamPosts' && happenedOn <= on && answers['team'] === team);
  if (last === undefined) return undefined;
  return new Map(linesIn(last.answers['posts']).map(({ grade, fte }) => [gradeOf(grade), Number(fte)]));
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);
/** Tenths, so that twenty posts of 0.6 are 12. */
export const rounded = (value: number): number => Math.round(value * 10 + Number.EPSILON) / 10;

/** The twelve months that end on a day. */
export const yearTo = (on: LocalDate) => ({ from: addDays(addMonths(on, -12), 1), to: on });

const isEmployee = ({ contract }: Spell): boolean => contract !== 'agency';

/** Whoever was last in a team by a day is its own, also when they have left. */
const lastTeam = (one: StaffMember, on: LocalDate): string | undefined =>
  one.employments.flatMap(({ spells }) => spells).findLast(({ from }) => from <= on)?.team;

/** Of the teams named, or of everybody where none is. */
export function establishmentOn(
  staff: readonly StaffMember[],
  register: History,
  teams: readonly string[],
  on: LocalDate,
  { fullTimeHours }: Pick<Standard, 'fullTimeHours'>,
): Establishment {
  const year = yearTo(on);
  const theirs = staff.filter((one) => teams.includes(lastTeam(one, on) ?? ''));
  const now = theirs.flatMap((one) => {
    const spell = spellOn(one, on);
    return spell === undefined ? [] : [{ one, spell, fte: fteOf(spell, fullTimeHours) }];
  });
  const posts = sum(teams, (team) => sum([...(postsOn(register, team, on)?.values() ?? [])], (fte) => fte));
  const employees = now.filter(({ spell }) => isEmployee(spell));
  const agency = now.filter(({ spell }) => !isEmployee(spell));
  const filled = sum(employees, ({ fte }) => fte);
  const sick = theirs.map((one) => daysLost(one, year, fullTimeHours, isEmployee)).filter((days) => days > 0);
  const ended = theirs.flatMap((one) => one.employments.filter((each) => each.to !== undefined && each.to >= year.from && each.to <= on));
  const left = ended.flatMap(({ spells }) => spells.at(-1) ?? []).filter(isEmployee);
  return {
    posts: rounded(posts),
    filled: rounded(filled),
    vacant: rounded(Math.max(0, posts - filled)),
    agency: rounded(sum(agency, ({ fte }) => fte)),
    people: employees.length,
    agencyPeople: agency.length,
    newlyQualified: now.filter(({ spell }) => spell.grade === 'newlyQualified').length,
    away: now.filter(({ one }) => one.absences.some(({ from, to }) => from <= on && (to === undefined || to >= on))).length,
    sickDays: rounded(sum(sick, (days) => days)),
    sickPeople: sick.length,
    starters: theirs
      .flatMap(({ employments }) => employments)
      .filter(({ from, spells }) => from >= year.from && from <= on && spells[0] !== undefined && isEmployee(spells[0])).length,
    leavers: left.length,
    leaversFte: rounded(sum(left, (spell) => fteOf(spell, fullTimeHours))),
  };
}

/** Leavers of twelve months as a share of those in post at their end, by full-time equivalents, as the workforce census counts it; undefined: of nobody. */
export const turnoverOf = ({ leaversFte, filled }: Pick<Establishment, 'leaversFte' | 'filled'>): number | undefined =>
  filled === 0 ? undefined : leaversFte / filled;
