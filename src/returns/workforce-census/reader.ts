import { isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { ethnicities } from '../../vocabulary/cin.ts';
import {
  gendersOfStaff,
  knowledgeAndSkillsStatuses,
  leaverDestinations,
  organisationRoles,
  qualificationLevels,
  reasonsForAbsence,
  reasonsForLeaving,
  startOrigins,
} from '../../vocabulary/workforce-census.ts';
import { readUnits, textOf, type XmlElement } from '../../reading/xml-units.ts';
import { day, oneOf, words, wordsLike, type GivenColumn, type ReadCell } from '../given/column.ts';
import { readTable, type GivenTable, type ReadTable, type TableShape } from '../given/table.ts';
import { censusColumns, vacancyHeads, vacancyTable, workersTable } from './census.ts';

const codes = (all: Readonly<Record<string, string>>): ReadCell => oneOf(Object.keys(all));
const figure = wordsLike(/^\d{1,6}(\.\d{1,6})?$/, 'no number: write digits, with a point before a fraction, such as 0.8');
const flag = oneOf(['1', '0']);

const reads: Readonly<Record<string, ReadCell>> = {
  AgencyWorker: flag,
  SWENo: wordsLike(/^SW\d{1,10}$/, 'no number at Social Work England: SW and digits, such as SW12345'),
  FTE: figure,
  PersonBirthDate: day,
  GenderCurrent: codes(gendersOfStaff),
  Ethnicity: codes(ethnicities),
  QualInst: words(),
  QualLevel: codes(qualificationLevels),
  StepUpGrad: flag,
  OrgRole: codes(organisationRoles),
  RoleStartDate: day,
  StartOrigin: codes(startOrigins),
  RoleEndDate: day,
  LeaverDestination: codes(leaverDestinations),
  ReasonLeave: codes(reasonsForLeaving),
  FTE30: figure,
  Cases30: wordsLike(/^\d{1,4}$/, 'no number of cases: write digits alone, such as 17'),
  WorkingDaysLost: figure,
  ContractWeeks: figure,
  FrontlineGrad: flag,
  Absat30Sept: flag,
  ReasonAbsence: codes(reasonsForAbsence),
  CFKSSstatus: codes(knowledgeAndSkillsStatuses),
};

/** What says who somebody is, and how they came, of everybody; of agency staff the census asks their number and hours. */
const askedOfAll = new Set(['SWENo', 'FTE', 'OrgRole', 'RoleStartDate']);
const askedOfEmployees = new Set(['PersonBirthDate', 'GenderCurrent', 'Ethnicity', 'QualLevel', 'StartOrigin']);
const askedOf = (name: string): Pick<GivenColumn, 'isAsked'> =>
  askedOfAll.has(name)
    ? { isAsked: () => true }
    : askedOfEmployees.has(name)
      ? { isAsked: (said) => String(said('AgencyWorker')) !== '1' }
      : {};

export const workersShape: TableShape = {
  name: workersTable,
  columns: censusColumns.map(([name]) => ({ name, read: reads[name] ?? words(), ...askedOf(name) })),
};
export const vacanciesShape: TableShape = { name: vacancyTable, columns: vacancyHeads.map((name) => ({ name, read: figure })) };

/** The census as its message has it: of which 30 September, and its two tables. */
export type ReadCensus = { readonly on?: LocalDate; readonly tables: readonly ReadTable[]; readonly refused: readonly string[] };

const shape = {
  what: 'a workforce census',
  root: 'Message',
  units: new Set(['Header', 'LALevelVacancies', 'CSWWWorker']),
} as const;

/** Reads the Department’s message of the collection CSWW. Rows are counted by the order of the workers. */
export async function readCensusMessage(file: string, bytes: Buffer): Promise<ReadCensus> {
  const [workers, vacancies]: [XmlElement[], XmlElement[]] = [[], []];
  let on: string | undefined;
  const refused: string[] = [];
  for await (const event of readUnits(once(bytes), shape)) {
    if (event.kind === 'stopped') refused.push(`${file}, line ${event.line}: ${event.message}`);
    if (event.kind !== 'unit') continue;
    const { element } = event;
    if (element.name === 'Header') on = textOf(element, 'ReferenceDate');
    else (element.name === 'CSWWWorker' ? workers : vacancies).push(element);
  }
  if (on !== undefined && !/^\d{4}-09-30$/.test(on))
    refused.push(`${file}, Header, ReferenceDate: “${on.slice(0, 40)}” is no 30 September. The census is of that day, such as 2026-09-30`);
  const tables = [
    readTable(givenFrom(`${file}, CSWWWorker`, workers, workersShape), workersShape),
    readTable(givenFrom(`${file}, LALevelVacancies`, vacancies, vacanciesShape), vacanciesShape),
  ];
  return { ...(on !== undefined && isDate(on) ? { on } : {}), tables, refused };
}

/** Elements that stand under no name of ours are columns of their own, which are told of. */
function givenFrom(where: string, elements: readonly XmlElement[], { columns }: TableShape): GivenTable {
  const heads = [...new Set([...columns.map(({ name }) => name), ...elements.flatMap(({ children }) => children.map(({ name }) => name))])];
  const rows = elements.map(({ children }, n) => {
    const said = new Map(children.map(({ name, text }) => [name, text]));
    return { at: n + 1, cells: heads.map((head) => said.get(head)) };
  });
  return { where, heads, rows };
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
