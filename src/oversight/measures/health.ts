import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { isIn } from '../../returns/rule/period.ts';
import type { BuiltRow } from '../../returns/ssda903/build/built-row.ts';
import type { Measure, Stand } from './measure.ts';
import { yearTo, type MeasuredChild } from './measured-child.ts';

const outcomes = 'DfE, Outcomes for children in need, including children looked after (OC2)';

type Asked = { readonly column: string; readonly from: number; readonly to: number; readonly isIt: (cell: string) => boolean };

/** Of whoever has been looked after for twelve months: what the return says in one column. Nothing was recorded: as published, it was not done. */
const inReturn =
  ({ column, from, to, isIt }: Asked) =>
  (child: MeasuredChild, on: LocalDate): Stand | undefined => {
    const age = child.ageOn(on);
    const row = age === undefined || age < from || age > to || child.inCareSince(on) === undefined ? undefined : child.outcomesOn(on);
    return row && { entry: row.from[column]?.[0], isIn: isIt(cellOf(row, column)) };
  };

const cellOf = (row: BuiltRow, column: string): string => row.cells[column] ?? '';
const yes = (cell: string): boolean => cell === '1';

/** Of those who have a score. */
function concerned(child: MeasuredChild, on: LocalDate): Stand | undefined {
  const scored = inReturn({ column: 'SDQ_SCORE', from: 4, to: 16, isIt: (cell) => Number(cell) >= 17 })(child, on);
  return cellOf(child.outcomesOn(on) ?? { table: 'oc2', cells: {}, from: {} }, 'SDQ_SCORE') === '' ? undefined : scored;
}

const convicted = (child: MeasuredChild, on: LocalDate): Stand | undefined => {
  const found = inReturn({ column: 'CONVICTED', from: 10, to: 17, isIt: yes })(child, on);
  const last = child.all('conviction').findLast(({ happenedOn }) => isIn(happenedOn, yearTo(on)));
  return found && { ...found, entry: last?.entry ?? found.entry };
};

const forAYear = 'looked after for the twelve months to the day';
const common = { area: 'health', per: 'share', counts: 'standing', published: outcomes } as const;
const notDone = 'Where nothing was recorded it counts as not done, as in the published figures';

export const healthMeasures: readonly Measure[] = [
  {
    ...common,
    name: 'healthAssessments',
    title: 'Health assessment in the year',
    numerator: 'Children who had a health assessment in the last twelve months',
    denominator: `Children ${forAYear}`,
    exclusions: [notDone],
    wished: 'more',
    of: inReturn({ column: 'HEALTH_ASSESSMENT', from: 0, to: 17, isIt: yes }),
  },
  {
    ...common,
    name: 'dentalChecks',
    title: 'Teeth checked in the year',
    numerator: 'Children whose teeth were checked by a dentist in the last twelve months',
    denominator: `Children ${forAYear}`,
    exclusions: [notDone],
    wished: 'more',
    of: inReturn({ column: 'TEETH_CHECK', from: 0, to: 17, isIt: yes }),
  },
  {
    ...common,
    name: 'immunisations',
    title: 'Immunisations up to date',
    numerator: 'Children whose immunisations are up to date, as it was looked at last',
    denominator: `Children ${forAYear}`,
    exclusions: [notDone],
    wished: 'more',
    of: inReturn({ column: 'IMMUNISATIONS', from: 0, to: 17, isIt: yes }),
  },
  {
    ...common,
    name: 'developmentChecks',
    title: 'Child health checks of the youngest up to date',
    numerator: 'Children whose development checks are up to date, as it was looked at last',
    denominator: `Children under five ${forAYear}`,
    exclusions: [notDone],
    wished: 'more',
    of: inReturn({ column: 'HEALTH_CHECK', from: 0, to: 4, isIt: yes }),
  },
  {
    ...common,
    name: 'questionnaires',
    title: 'Strengths and difficulties questionnaire with a score',
    numerator: 'Children with a score in the last twelve months',
    denominator: `Children aged 4 to 16 ${forAYear}`,
    exclusions: [notDone],
    wished: 'more',
    of: inReturn({ column: 'SDQ_SCORE', from: 4, to: 16, isIt: (cell) => cell !== '' }),
  },
  {
    ...common,
    name: 'questionnairesOfConcern',
    title: 'Questionnaires whose score is a cause for concern',
    numerator: 'Children whose last score is 17 to 40',
    denominator: `Children aged 4 to 16 ${forAYear}, with a score`,
    exclusions: ['Children without a score'],
    wished: 'less',
    of: concerned,
  },
  {
    ...common,
    name: 'substanceMisuse',
    title: 'Misuse of substances',
    numerator: 'Children of whom a problem with substances was identified in the last twelve months',
    denominator: `Children ${forAYear}`,
    exclusions: ['Where nothing was recorded there was none, as in the return'],
    wished: 'less',
    of: inReturn({ column: 'SUBSTANCE_MISUSE', from: 0, to: 17, isIt: yes }),
  },
  {
    ...common,
    name: 'convictions',
    title: 'Convicted or cautioned in the year',
    numerator: 'Children who were convicted or cautioned in the last twelve months',
    denominator: `Children aged 10 to 17 ${forAYear}`,
    exclusions: ['Where nothing was recorded there was none, as in the return'],
    wished: 'less',
    of: convicted,
  },
];
