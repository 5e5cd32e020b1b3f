import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { DayTable } from '../of-a-day.ts';
import { inXml } from '../in-xml.ts';

/**
 * One social worker as the children's social work workforce census asks of them, in the Department's codes; shares of a full-time post from 0 to 1, days and
 * weeks as numbers. What is absent is not on record.
 */
export type CensusWorker = {
  readonly isAgency: boolean;
  readonly number: string | undefined;
  readonly fte: number;
  readonly bornOn: string | undefined;
  readonly gender: string | undefined;
  readonly ethnicity: string | undefined;
  readonly qualifiedAt: string | undefined;
  readonly qualification: string | undefined;
  readonly stepUp: boolean | undefined;
  readonly role: string | undefined;
  readonly startedOn: LocalDate;
  readonly origin: string | undefined;
  readonly endedOn: LocalDate | undefined;
  readonly destination: string | undefined;
  readonly reason: string | undefined;
  /** On 30 September; absent: not in post on it. */
  readonly onTheDay: { readonly fte: number; readonly cases: number; readonly absence: string | undefined } | undefined;
  readonly daysLost: number;
  /** Of agency staff: weeks of contract within the year. */
  readonly contractWeeks: number | undefined;
  readonly frontline: boolean | undefined;
  readonly status: string | undefined;
};

export type WorkforceCensus = {
  /** The 30 September that the census is of. */
  readonly on: LocalDate;
  /** Full-time equivalents. */
  readonly vacancies: number;
  readonly agencyFte: number;
  readonly agencyPeople: number;
  readonly workers: readonly CensusWorker[];
};

type Column = readonly [name: string, value: (worker: CensusWorker) => string | undefined];

const yesNo = (value: boolean | undefined): string | undefined => (value === undefined ? undefined : value ? '1' : '0');
/** Shares with six digits after the point at most, and no others than those that say something. */
const share = (value: number): string => String(Math.round(value * 1_000_000) / 1_000_000);
const hundredths = (value: number): string => value.toFixed(2);

/** In the order of the Department’s schema of 2022. Of somebody who is not in post on the day nothing of the day is told. */
export const censusColumns: readonly Column[] = [
  ['AgencyWorker', ({ isAgency }) => (isAgency ? '1' : '0')],
  ['SWENo', ({ number }) => number],
  ['FTE', ({ fte }) => share(fte)],
  ['PersonBirthDate', ({ bornOn }) => bornOn],
  ['GenderCurrent', ({ gender }) => gender],
  ['Ethnicity', ({ ethnicity }) => ethnicity],
  ['QualInst', ({ qualifiedAt }) => qualifiedAt],
  ['QualLevel', ({ qualification }) => qualification],
  ['StepUpGrad', ({ stepUp }) => yesNo(stepUp)],
  ['OrgRole', ({ role }) => role],
  ['RoleStartDate', ({ startedOn }) => startedOn],
  ['StartOrigin', ({ origin }) => origin],
  ['RoleEndDate', ({ endedOn }) => endedOn],
  ['LeaverDestination', ({ destination }) => destination],
  ['ReasonLeave', ({ reason }) => reason],
  ['FTE30', ({ onTheDay }) => (onTheDay === undefined ? undefined : share(onTheDay.fte))],
  ['Cases30', ({ onTheDay }) => (onTheDay === undefined ? undefined : String(onTheDay.cases))],
  ['WorkingDaysLost', ({ daysLost, isAgency }) => (isAgency ? undefined : hundredths(daysLost))],
  ['ContractWeeks', ({ contractWeeks }) => contractWeeks?.toFixed(1)],
  ['FrontlineGrad', ({ frontline }) => yesNo(frontline)],
  ['Absat30Sept', ({ onTheDay }) => (onTheDay === undefined ? undefined : yesNo(onTheDay.absence !== undefined))],
  ['ReasonAbsence', ({ onTheDay }) => onTheDay?.absence],
  ['CFKSSstatus', ({ status }) => status],
];

export const vacancyHeads = ['NumberOfVacancies', 'NoAgencyFTE', 'NoAgencyHeadcount'] as const;
const vacancyCells = ({ vacancies, agencyFte, agencyPeople }: WorkforceCensus): readonly string[] => [
  hundredths(vacancies),
  hundredths(agencyFte),
  String(agencyPeople),
];

export const [workersTable, vacancyTable] = ['workforce-census-workers', 'workforce-census-vacancies'] as const;

/** As two tables: a row for each social worker, and one of the authority. */
export const censusTables = (census: WorkforceCensus): readonly DayTable[] => [
  {
    name: workersTable,
    heads: censusColumns.map(([name]) => name),
    rows: census.workers.map((worker) => censusColumns.map(([, value]) => value(worker))),
  },
  { name: vacancyTable, heads: [...vacancyHeads], rows: [vacancyCells(census)] },
];

const element = (name: string, text: string): string => `<${name}>${inXml(text)}</${name}>`;

/** As the Department’s message of the collection CSWW. `authority`: its number at the Department, of three digits; `madeAt`: an ISO instant. */
export function censusXml(census: WorkforceCensus, { authority, madeAt }: { readonly authority: number; readonly madeAt: string }): string {
  const header = [
    '<Header><CollectionDetails>',
    element('Collection', 'CSWW'),
    element('Year', census.on.slice(0, 4)),
    element('ReferenceDate', census.on),
    '</CollectionDetails><Source>',
    element('SourceLevel', 'L'),
    element('LEA', String(authority).padStart(3, '0')),
    element('SoftwareCode', 'Sightline'),
    element('DateTime', madeAt.slice(0, 19)),
    '</Source></Header>',
  ];
  const vacancies = vacancyCells(census).map((cell, n) => element(vacancyHeads[n] ?? '', cell));
  const workers = census.workers.map(
    (worker) =>
      `<CSWWWorker>${censusColumns
        .map(([name, value]) => [name, value(worker)] as const)
        .flatMap(([name, text]) => (text === undefined ? [] : [element(name, text)]))
        .join('')}</CSWWWorker>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Message>',
    header.join(''),
    `<LALevelVacancies>${vacancies.join('')}</LALevelVacancies>`,
    ...workers,
    '</Message>',
    '',
  ].join('\n');
}
