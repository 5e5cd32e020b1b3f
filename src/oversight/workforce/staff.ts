import { addDays, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { workingDaysBetween } from '../../kernel/calendar/working-days.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { contracts, grades } from '../../practice/pathway.ts';

export type Contract = keyof typeof contracts;
export type Grade = keyof typeof grades;

/** How somebody is employed between two days, the last included. `to` absent: until now. */
export type Spell = {
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly contract: Contract;
  readonly team?: string;
  readonly hours: number;
  readonly grade: Grade;
  readonly newlyQualifiedSince?: LocalDate;
  /** Codes of the workforce census: OrgRole. */
  readonly role?: string;
  readonly languages?: string;
};

/** Without a gap in one employment: from the first day to the last. */
export type Employment = {
  readonly from: LocalDate;
  readonly to?: LocalDate;
  /** Codes of the workforce census: StartOrigin, ReasonLeave, LeaverDestination. */
  readonly origin?: string;
  readonly reason?: string;
  readonly destination?: string;
  readonly spells: readonly Spell[];
};

/** Away between two days, the last included. `to` absent: away still. */
export type Absence = { readonly from: LocalDate; readonly to?: LocalDate; readonly reason: string };

/** A member of staff by their file, as far as whoever asks is told of it. */
export type StaffMember = {
  readonly member: string;
  readonly history: History;
  readonly employments: readonly Employment[];
  readonly absences: readonly Absence[];
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const day = (value: unknown): LocalDate | undefined => (typeof value === 'string' && isDate(value) ? value : undefined);
const contractOf = (value: unknown): Contract => (value === 'agency' || value === 'fixedTerm' ? value : 'permanent');
const allGrades: readonly Grade[] = ['newlyQualified', 'socialWorker', 'advanced', 'manager', 'otherPractitioner'];
/** A grade that nobody knows is that of whoever carries no statutory case. */
export const gradeOf = (value: unknown): Grade => allGrades.find((one) => one === value) ?? 'otherPractitioner';

function spellOf({ happenedOn, answers }: Statement, to: LocalDate | undefined): Spell {
  const [team, role, languages] = [text(answers['team']), text(answers['role']), text(answers['languages'])];
  const grade = gradeOf(answers['grade']);
  return {
    from: happenedOn,
    ...(to === undefined ? {} : { to }),
    contract: contractOf(answers['contract']),
    ...(team === undefined ? {} : { team }),
    hours: typeof answers['hours'] === 'number' ? answers['hours'] : 0,
    grade,
    ...(grade === 'newlyQualified' ? { newlyQualifiedSince: day(answers['newlyQualifiedSince']) ?? happenedOn } : {}),
    ...(role === undefined ? {} : { role }),
    ...(languages === undefined ? {} : { languages }),
  };
}

type Told = { readonly first: Statement; readonly begun: Statement[]; end?: Statement };

/** Each employment from its first statement to its end; a statement after an end begins another. */
export function employmentsOf(history: History): readonly Employment[] {
  const found: Told[] = [];
  for (const one of history) {
    const last = found.at(-1);
    if (one.step === 'employment') {
      if (last === undefined || last.end !== undefined) found.push({ first: one, begun: [one] });
      else last.begun.push(one);
    }
    if (one.step === 'employmentEnd' && last !== undefined && last.end === undefined) last.end = one;
  }
  return found.map(employmentOf);
}

function employmentOf({ first, begun, end }: Told): Employment {
  const [origin, reason, destination] = [text(first.answers['origin']), text(end?.answers['reason']), text(end?.answers['destination'])];
  return {
    from: first.happenedOn,
    ...(end === undefined ? {} : { to: end.happenedOn }),
    ...(origin === undefined ? {} : { origin }),
    ...(reason === undefined ? {} : { reason }),
    ...(destination === undefined ? {} : { destination }),
    spells: begun.map((one, n) => spellOf(one, lastDayOf(begun[n + 1], end))),
  };
}

const lastDayOf = (next: Statement | undefined, end: Statement | undefined): LocalDate | undefined =>
  next === undefined ? end?.happenedOn : addDays(next.happenedOn, -1);

/** A return ends the absence that had begun last by its day; another absence ends one that nobody ended. */
export function absencesOf(history: History): readonly Absence[] {
  const begun = history.filter(({ step }) => step === 'staffAbsence');
  return begun.map((one, n) => {
    const next = begun[n + 1];
    const ended = history.find(
      ({ step, happenedOn }) =>
        step === 'staffAbsenceEnd' && happenedOn >= one.happenedOn && (next === undefined || happenedOn < next.happenedOn),
    );
    const before = next === undefined ? undefined : addDays(next.happenedOn, -1);
    const to = [ended?.happenedOn ?? day(one.answers['until']), before].filter((each) => each !== undefined).toSorted()[0];
    return { from: one.happenedOn, ...(to === undefined ? {} : { to }), reason: String(one.answers['reason']) };
  });
}

export const staffMemberOf = (member: string, history: History): StaffMember => ({
  member,
  history,
  employments: employmentsOf(history),
  absences: absencesOf(history),
});

const covers = ({ from, to }: { readonly from: LocalDate; readonly to?: LocalDate }, on: LocalDate): boolean =>
  from <= on && (to === undefined || to >= on);

/** How somebody is employed on a day; undefined: not at all, or it is not on record. */
export const spellOn = ({ employments }: StaffMember, on: LocalDate): Spell | undefined =>
  employments.flatMap(({ spells }) => spells).findLast((spell) => covers(spell, on));

export const absenceOn = ({ absences }: StaffMember, on: LocalDate): Absence | undefined => absences.findLast((one) => covers(one, on));

/** Whether somebody was employed here once and is not on a day. */
export const hasLeftBy = (one: StaffMember, on: LocalDate): boolean =>
  one.employments.some(({ from }) => from <= on) && spellOn(one, on) === undefined;

/** Full-time equivalent, 1 at most. `fullTimeHours`: of a week. */
export const fteOf = ({ hours }: Pick<Spell, 'hours'>, fullTimeHours: number): number => Math.min(1, hours / fullTimeHours);

/** Working days of sickness in a period, each as the full-time equivalent that was employed on it. `isCounted`: of which spells; absent: of all. */
export function daysLost(
  one: StaffMember,
  period: { readonly from: LocalDate; readonly to: LocalDate },
  fullTimeHours: number,
  isCounted: (spell: Spell) => boolean = () => true,
): number {
  let sum = 0;
  for (const absence of one.absences) {
    if (absence.reason !== 'SIC') continue;
    for (const spell of one.employments.flatMap(({ spells }) => spells).filter(isCounted)) {
      const from = later(later(absence.from, spell.from), period.from);
      const to = earlier(earlier(absence.to ?? period.to, spell.to ?? period.to), period.to);
      if (from <= to) sum += workingDaysBetween(addDays(from, -1), to) * fteOf(spell, fullTimeHours);
    }
  }
  return sum;
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
