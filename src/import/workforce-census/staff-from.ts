import { isDate, type LocalDate } from '../../kernel/calendar/dates.ts';

/** A worker of one census: what each column says, of which 30 September, and where in which file. */
export type CensusRow = { readonly on: LocalDate; readonly at: string; readonly said: ReadonlyMap<string, string> };

type Answers = Readonly<Record<string, string | number | boolean>>;
/** `key`: with the step, what makes it the same statement when the file is taken again. */
export type StaffStatement = { readonly step: StaffStep; readonly key: string; readonly happenedOn: LocalDate; readonly answers: Answers };
export type StaffStep = 'employment' | 'employmentEnd' | 'staffDetails';

/** All that the files say of one social worker, oldest first. */
export type StaffTold = { readonly number: string; readonly at: string; readonly statements: readonly StaffStatement[] };
/** Why nothing of a worker is taken; `at`: where in which file. */
export type NotTaken = { readonly at: string; readonly number: string; readonly reason: string };

/** What the census counts or adds up, and says no day of: nothing is stated of it. */
export const notStated =
  'Days lost, weeks of contract, caseloads, absence on 30 September and vacancies are sums or a state of one day: they are counted here from what is recorded, and nothing is stated of them. Teams, and whether a contract is permanent or for a fixed term, are not in the census: managers add them.';

/** An organisation role as a grade: which cases somebody may carry follows from it. In the assessed and supported year it is that, whatever the role. */
const gradeOfRole: Readonly<Record<string, string>> = {
  '1': 'manager',
  '2': 'manager',
  '3': 'manager',
  '4': 'advanced',
  '5': 'socialWorker',
  '6': 'socialWorker',
};

/** Staff as one census or several tell of them. `fullTimeHours`: of a week, by which a full-time equivalent is hours. A worker is taken whole or not at all. Pure. */
export function staffFrom(
  rows: readonly CensusRow[],
  fullTimeHours: number,
): { readonly people: readonly StaffTold[]; readonly notTaken: readonly NotTaken[] } {
  const people: StaffTold[] = [];
  const notTaken: NotTaken[] = [];
  const inOrder = rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  for (const [number, own] of Map.groupBy(inOrder, ({ said }) => said.get('SWENo') ?? '')) {
    if (number === '') notTaken.push(...own.map(({ at }) => ({ at, number, reason: noNumber })));
    else {
      const told = toldOf(number, own, fullTimeHours);
      if ('reason' in told) notTaken.push(told);
      else people.push(told);
    }
  }
  return { people, notTaken };
}

const noNumber =
  'SWENo is empty: without a number nobody can say whose row it is. Write the number at Social Work England, such as SW12345';

function toldOf(number: string, rows: readonly CensusRow[], fullTimeHours: number): StaffTold | NotTaken {
  for (const row of rows) {
    const reason = whyNot(row);
    if (reason !== undefined) return { at: row.at, number, reason };
  }
  const last = rows.at(-1);
  const spells = [...Map.groupBy(rows, startOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const overlap = spells.find(([start], n) => n > 0 && (endIn(spells[n - 1]?.[1] ?? []) ?? '') >= start);
  if (overlap !== undefined)
    return { at: overlap[1][0]?.at ?? '', number, reason: `RoleStartDate ${overlap[0]} is not after the end of the employment before it` };
  const employed = spells.flatMap(([start, own], n) => {
    const isFirst = n === 0 || endIn(spells[n - 1]?.[1] ?? []) !== undefined;
    return employmentFrom(start, own, { fullTimeHours, isFirst });
  });
  return { number, at: last?.at ?? '', statements: [...employed, ...(last === undefined ? [] : detailsFrom(last))] };
}

const startOf = ({ said }: CensusRow): LocalDate => dayIn(said, 'RoleStartDate') ?? impossible();
const impossible = (): never => {
  throw new Error('A row without its first day was let through');
};

function dayIn(said: CensusRow['said'], column: string): LocalDate | undefined {
  const day = said.get(column);
  return day !== undefined && isDate(day) ? day : undefined;
}

/** What makes a row of no use, by its column, its value and what would be right. */
function whyNot({ said, on }: CensusRow): string | undefined {
  const [start, end] = [dayIn(said, 'RoleStartDate'), dayIn(said, 'RoleEndDate')];
  const role = said.get('OrgRole');
  const share = Number(said.get('FTE') ?? 'none');
  if (start === undefined) return 'RoleStartDate is empty or no day: write the first day of the employment, such as 2026-01-05';
  if (start > on) return `RoleStartDate ${start} is after the census of ${on}`;
  if (end !== undefined && end < start) return `RoleEndDate ${end} is before RoleStartDate ${start}`;
  if (role === undefined || gradeOfRole[role] === undefined) return 'OrgRole is empty: write its code, 1 to 6';
  if (!(share > 0 && share <= 1)) return `FTE is “${said.get('FTE') ?? ''}”: write a share of a full-time post, above 0 and at most 1`;
  if (end !== undefined && said.get('ReasonLeave') === undefined)
    return 'ReasonLeave is empty, and RoleEndDate is not: write why they left';
  return undefined;
}

const endIn = (rows: readonly CensusRow[]): LocalDate | undefined => {
  const last = rows.at(-1);
  return last === undefined ? undefined : dayIn(last.said, 'RoleEndDate');
};

type HowEmployed = { readonly fullTimeHours: number; readonly isFirst: boolean };

/** From the first day on as the first census says it; what a later one says otherwise, from its 30 September on. */
function employmentFrom(start: LocalDate, rows: readonly CensusRow[], { fullTimeHours, isFirst }: HowEmployed): readonly StaffStatement[] {
  const statements: StaffStatement[] = [];
  let before = '';
  for (const [n, { said, on }] of rows.entries()) {
    const terms = termsIn(said, fullTimeHours);
    const isEnd = dayIn(said, 'RoleEndDate') !== undefined;
    if (JSON.stringify(terms) === before || (n > 0 && isEnd)) continue;
    before = JSON.stringify(terms);
    const from = n === 0 ? start : on;
    const origin = n === 0 && isFirst ? given(said, { origin: 'StartOrigin' }) : {};
    statements.push({ step: 'employment', key: from, happenedOn: from, answers: { from, ...terms, ...origin } });
  }
  const [end, last] = [endIn(rows), rows.at(-1)];
  if (end === undefined || last === undefined) return statements;
  const answers = { endedOn: end, ...given(last.said, { reason: 'ReasonLeave', destination: 'LeaverDestination' }) };
  return [...statements, { step: 'employmentEnd', key: start, happenedOn: end, answers }];
}

/** On which terms: of whom is not agency staff the census does not say which contract. */
function termsIn(said: CensusRow['said'], fullTimeHours: number): Answers {
  const role = said.get('OrgRole') ?? '';
  return {
    ...(said.get('AgencyWorker') === '1' ? { contract: 'agency' } : {}),
    hours: Math.round(Number(said.get('FTE')) * fullTimeHours * 100) / 100,
    grade: said.get('CFKSSstatus') === '1' ? 'newlyQualified' : (gradeOfRole[role] ?? ''),
    role,
  };
}

/** Answers that stand in a column as they are. */
const given = (said: CensusRow['said'], columns: Readonly<Record<string, string>>): Answers =>
  Object.fromEntries(Object.entries(columns).flatMap(([name, column]) => (said.has(column) ? [[name, said.get(column) ?? '']] : [])));

const flags = { stepUp: 'StepUpGrad', frontline: 'FrontlineGrad' } as const;

/** Who somebody is, as the last census says it of its 30 September. */
function detailsFrom({ said, on }: CensusRow): readonly StaffStatement[] {
  const answers = {
    ...given(said, {
      bornOn: 'PersonBirthDate',
      gender: 'GenderCurrent',
      ethnicity: 'Ethnicity',
      qualifiedAt: 'QualInst',
      qualification: 'QualLevel',
      status: 'CFKSSstatus',
    }),
    ...Object.fromEntries(Object.entries(flags).flatMap(([name, column]) => (said.has(column) ? [[name, said.get(column) === '1']] : []))),
  };
  return Object.keys(answers).length === 0 ? [] : [{ step: 'staffDetails', key: 'details', happenedOn: on, answers: { on, ...answers } }];
}
