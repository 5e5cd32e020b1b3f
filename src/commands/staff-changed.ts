import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { History } from '../kernel/step/history.ts';
import { staffCensusSteps } from '../oversight/workforce/asked-steps.ts';
import { workforceCensus } from '../oversight/workforce/census.ts';
import { staffMemberOf } from '../oversight/workforce/staff.ts';
import { standardOn } from '../oversight/workforce/standard.ts';
import type { ReturnMadeWith } from '../record/prepared-returns.ts';
import { between, staffBetween, type Between } from '../record/told-between.ts';
import { registerLines, type Carried } from '../record/workforce.ts';
import { whoChanged } from '../returns/who-changed.ts';
import { whyOfWorker, type ReturnPart } from '../returns/why.ts';
import { censusTables, vacancyTable, workersTable } from '../returns/workforce-census/census.ts';
import type { ChangedBy } from '../web/parts.ts';
import { inOrderOfTime, othersFirst, type Here, type WhoOf } from './compared-returns.ts';
import { carriedOn, registerFile, registerSteps, workersFrom } from './workforce-census.ts';

/** The census as known at an instant, with these numbers of accounts. */
type State = { readonly knownAt: string; readonly madeWith: ReturnMadeWith };
type Staff = {
  readonly day: LocalDate;
  readonly carried: readonly Carried[];
  readonly register: Between;
  readonly files: ReadonlyMap<string, Between>;
};
/** One of the two states: its numbers, and which of what stood before and after is of it. */
type Side = { readonly numbers: ReadonlyMap<string, string>; readonly of: (one: Between) => History };

/**
 * Who changed what of the workforce census between two states of the record, by the number of a social worker; of those without one, and of the vacancies, under the name of the
 * table. Of staff files those entries alone are named from which a value of the census follows: what else was recorded of somebody is told to nobody here.
 */
export const whoOfStaff =
  (asking: Here, on: LocalDate, states: readonly [State, State]): WhoOf =>
  async (numbers) => {
    const [earlier, later] = inOrderOfTime(states);
    const [from, to] = [earlier.knownAt, later.knownAt];
    const register = between(
      await registerLines(asking, registerFile, registerSteps, from),
      await registerLines(asking, registerFile, registerSteps, to),
    );
    const staff = {
      day: on,
      carried: await carriedOn(asking, on),
      register,
      files: await staffBetween(asking, staffCensusSteps, { from, to }),
    };
    const sides = [sideOf(earlier, ({ before }) => before), sideOf(later, ({ after }) => after)] as const;
    const known = membersByNumber(staff, sides);
    const children: ChangedBy[] = [];
    for (const number of numbers) {
      if (number === vacancyTable) children.push({ child: number, ...vacanciesChanged(staff, sides) });
      for (const member of known.get(number) ?? []) {
        children.push({ child: number, ...workerChanged(staff, sides, { member, number }) });
        await othersFirst();
      }
    }
    return { from, to, children };
  };

const sideOf = ({ madeWith }: State, of: Side['of']): Side => ({ numbers: new Map(Object.entries(madeWith.registrations)), of });

const historyOf = ({ register, files }: Staff, { of }: Side, member: string): History => {
  const file = files.get(member);
  return [...of(register), ...(file === undefined ? [] : of(file))];
};

/** Whom the census tells of under a number in either state: a number may have been entered in between. */
function membersByNumber(staff: Staff, sides: readonly [Side, Side]): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  for (const side of sides) {
    const workersOf = workersFrom(staff.day, { ...staff, numbers: side.numbers });
    for (const member of staff.files.keys())
      for (const { number = workersTable } of workersOf(member)(historyOf(staff, side, member)))
        members.set(number, (members.get(number) ?? new Set()).add(member));
  }
  return members;
}

type Whose = { readonly member: string; readonly number: string };

function workerChanged(staff: Staff, [before, after]: readonly [Side, Side], { member, number }: Whose) {
  const since = [...staff.register.since, ...(staff.files.get(member)?.since ?? [])];
  const among = new Set(since.map(({ entry }) => entry));
  const said = (side: Side): readonly ReturnPart[] =>
    whyOfWorker(historyOf(staff, side, member), workersFrom(staff.day, { ...staff, numbers: side.numbers })(member), among).filter(
      ({ cells }) => (cells.find(({ field }) => field === 'SWENo')?.value ?? workersTable) === number,
    );
  return { ...whoChanged(said(before), said(after), since), others: [] };
}

/** They follow from the posts of all teams, and from whoever fills them: of the one it is told what was recorded. */
function vacanciesChanged(staff: Staff, [before, after]: readonly [Side, Side]) {
  const said = (side: Side): readonly ReturnPart[] => {
    const register = side.of(staff.register);
    const members = [...staff.files].map(([member, file]) => staffMemberOf(member, side.of(file)));
    const census = workforceCensus(staff.day, {
      ...staff,
      staff: members,
      register,
      standard: standardOn(register, staff.day),
      numbers: side.numbers,
    });
    return censusTables(census).flatMap(({ name, heads, rows }) =>
      name !== vacancyTable
        ? []
        : rows.map((row) => ({ name, cells: heads.map((field, n) => ({ field, value: String(row[n]), from: [] })) })),
    );
  };
  return whoChanged(said(before), said(after), staff.register.since);
}
