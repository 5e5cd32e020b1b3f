import { addDays, addMonths, date, daysBetween, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import type { CensusWorker, WorkforceCensus } from '../../returns/workforce-census/census.ts';
import { caseloadOf, type CarriedChild } from './caseload.ts';
import { postsOn } from './establishment.ts';
import { absenceOn, daysLost, fteOf, spellOn, type Employment, type Spell, type StaffMember } from './staff.ts';
import type { Standard } from './standard.ts';

/** The last 30 September that has come: the day that the census is of. */
export function censusDay(on: LocalDate): LocalDate {
  const year = Number(on.slice(0, 4));
  return date(`${on.slice(5) >= '09-30' ? year : year - 1}-09-30`);
}

type Asked = {
  readonly staff: readonly StaffMember[];
  readonly register: History;
  /** As it was on the day. */
  readonly carried: readonly CarriedChild[];
  readonly standard: Standard;
  /** By the account, where no registration was seen. */
  readonly numbers: ReadonlyMap<string, string>;
};

const yearTo = (on: LocalDate) => ({ from: addDays(addMonths(on, -12), 1), to: on });
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const truth = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** A social worker of the census is registered as one: their employment says in which role. */
const isSocialWorker = ({ role }: Spell): boolean => role !== undefined;

/** The employments that the census asks of: in post on the day, or ended within the year; of agency staff those in post alone. */
function askedOf({ employments }: StaffMember, on: LocalDate): readonly { readonly employment: Employment; readonly spell: Spell }[] {
  const year = yearTo(on);
  return employments.flatMap((employment) => {
    const spell = employment.spells.findLast(({ from }) => from <= on);
    const isInPost = employment.from <= on && (employment.to === undefined || employment.to >= on);
    const hasLeft = employment.to !== undefined && employment.to >= year.from && employment.to < on;
    if (spell === undefined || !isSocialWorker(spell)) return [];
    return isInPost || (hasLeft && spell.contract !== 'agency') ? [{ employment, spell }] : [];
  });
}

function onTheDay(one: StaffMember, on: LocalDate, { carried, standard }: Asked): CensusWorker['onTheDay'] {
  const spell = spellOn(one, on);
  if (spell === undefined) return undefined;
  return {
    fte: fteOf(spell, standard.fullTimeHours),
    cases: caseloadOf(one.member, carried, standard).children,
    absence: absenceOn(one, on)?.reason,
  };
}

function workerOf(one: StaffMember, { employment, spell }: ReturnType<typeof askedOf>[number], on: LocalDate, asked: Asked): CensusWorker {
  const said = (step: string) => one.history.findLast((each) => each.step === step)?.answers ?? {};
  const [details, registered] = [said('staffDetails'), said('staffRegistration')];
  const isAgency = spell.contract === 'agency';
  const year = yearTo(on);
  const endedOn = employment.to !== undefined && employment.to < on ? employment.to : undefined;
  const weeksFrom = employment.from > year.from ? employment.from : year.from;
  // Whoever left and came back is two lines, and each day lost is in one of them.
  const inThis = { from: weeksFrom, to: employment.to !== undefined && employment.to < on ? employment.to : on };
  return {
    isAgency,
    number: text(registered['number']) ?? asked.numbers.get(one.member),
    fte: fteOf(spell, asked.standard.fullTimeHours),
    bornOn: text(details['bornOn']),
    gender: text(details['gender']),
    ethnicity: text(details['ethnicity']),
    qualifiedAt: text(details['qualifiedAt']),
    qualification: text(details['qualification']),
    stepUp: truth(details['stepUp']),
    role: spell.role,
    startedOn: employment.from,
    origin: employment.origin,
    endedOn,
    destination: endedOn === undefined ? undefined : employment.destination,
    reason: endedOn === undefined ? undefined : employment.reason,
    onTheDay: endedOn === undefined ? onTheDay(one, on, asked) : undefined,
    daysLost: daysLost(one, inThis, asked.standard.fullTimeHours),
    contractWeeks: isAgency ? (daysBetween(weeksFrom, on) + 1) / 7 : undefined,
    frontline: truth(details['frontline']),
    status: spell.grade === 'newlyQualified' ? '1' : text(details['status']),
  };
}

/** Posts of social workers that no employee fills on the day, of all teams of which somebody said how many there are. */
function vacanciesOn(on: LocalDate, { staff, register, standard }: Asked): number {
  const teams = new Set(register.flatMap(({ step, answers }) => (step === 'teamPosts' ? [String(answers['team'])] : [])));
  let vacant = 0;
  for (const team of teams) {
    const posts = [...(postsOn(register, team, on) ?? [])].filter(([grade]) => grade !== 'otherPractitioner');
    const spells = staff.flatMap((one) => spellOn(one, on) ?? []).filter((spell) => spell.team === team && isSocialWorker(spell));
    const filled = spells
      .filter(({ contract }) => contract !== 'agency')
      .reduce((sum, spell) => sum + fteOf(spell, standard.fullTimeHours), 0);
    vacant += Math.max(0, posts.reduce((sum, [, fte]) => sum + fte, 0) - filled);
  }
  return vacant;
}

/** The census of the year that ended on a 30 September, by the staff files; in the order of the numbers. Pure. */
export function workforceCensus(on: LocalDate, asked: Asked): WorkforceCensus {
  const workers = asked.staff.flatMap((one) => askedOf(one, on).map((each) => workerOf(one, each, on, asked)));
  const agency = workers.filter(({ isAgency }) => isAgency);
  return {
    on,
    vacancies: vacanciesOn(on, asked),
    agencyFte: agency.reduce((sum, { fte }) => sum + fte, 0),
    agencyPeople: agency.length,
    workers: workers.toSorted((a, b) => (a.number ?? '').localeCompare(b.number ?? '') || a.startedOn.localeCompare(b.startedOn)),
  };
}
