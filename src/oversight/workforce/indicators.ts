import type { Per } from '../measures/comparison.ts';

/** The working days of a year, as the Department counts them for the rate of sickness absence. */
export const workingDaysOfYear = 253;

/** What the Department publishes of one area and year, by the columns of its release; undefined: withheld. */
export type Columns = (column: string) => number | undefined;

/** An indicator of the release “Children’s social work workforce”, with what it is counted from in the workforce census of here. */
export type WorkforceIndicator = {
  readonly name: string;
  readonly title: string;
  readonly per: Per;
  readonly numerator: string;
  readonly denominator: string;
  /** The column of the value; absent: it is the number of social workers, for each 10,000 children of another release. */
  readonly column?: string;
  /** Columns that the denominator needs, and how. */
  readonly of: readonly string[];
  readonly among: (columns: Columns) => number | undefined;
};

const sum = (columns: Columns, ...names: readonly string[]): number | undefined =>
  names.reduce<number | undefined>((total, name) => {
    const one = columns(name);
    return total === undefined || one === undefined ? undefined : total + one;
  }, 0);
const inPost = 'inpost_fte';

/** Shares and rates of full-time equivalents, as the release defines them; where it rounds, they agree with it to one decimal. */
export const workforceIndicators: readonly WorkforceIndicator[] = [
  {
    name: 'socialWorkers',
    title: 'Social workers for each 10,000 children',
    per: 'population',
    numerator: 'Social workers in post on 30 September, full-time equivalents, without agency staff',
    denominator: 'Children of 0 to 17 who live there',
    of: [inPost],
    among: () => undefined,
  },
  {
    name: 'vacancyRate',
    title: 'Vacancies',
    per: 'share',
    numerator: 'Posts that no employee fills on 30 September',
    denominator: 'Those and social workers in post',
    column: 'vacancy_rate_fte',
    of: ['vacancy_fte', inPost],
    among: (columns) => sum(columns, 'vacancy_fte', inPost),
  },
  {
    name: 'turnoverRate',
    title: 'Turnover',
    per: 'share',
    numerator: 'Social workers who left in the year to 30 September',
    denominator: 'Social workers in post at its end',
    column: 'turnover_rate_fte',
    of: [inPost],
    among: (columns) => columns(inPost),
  },
  {
    name: 'agencyRate',
    title: 'Agency staff',
    per: 'share',
    numerator: 'Agency social workers on 30 September',
    denominator: 'Those and social workers in post',
    column: 'agency_rate_fte',
    of: ['agency_fte', inPost],
    among: (columns) => sum(columns, 'agency_fte', inPost),
  },
  {
    name: 'caseload',
    title: 'Caseload',
    per: 'each',
    numerator: 'Cases held on 30 September',
    denominator: 'Social workers, agency staff too, who hold one or more',
    column: 'caseload_fte',
    of: ['case_holders_fte'],
    among: (columns) => columns('case_holders_fte'),
  },
  {
    name: 'absenceRate',
    title: 'Sickness absence',
    per: 'share',
    numerator: 'Working days lost to sickness in the year to 30 September',
    denominator: `Working days of social workers in post: ${workingDaysOfYear} each`,
    column: 'absence_rate_fte',
    of: [inPost],
    among: (columns) => {
      const posts = columns(inPost);
      return posts === undefined ? undefined : posts * workingDaysOfYear;
    },
  },
];
