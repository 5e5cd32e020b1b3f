import { date as literal, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code, titlesOf } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { count, text } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { agencies, type Agency } from './agencies.ts';
import { mayOfBodies } from './readers.ts';

type Measure = { readonly title: string; readonly of?: string };

/** What agencies tell each quarter: so many, of so many where a share is meant. Another measure is another line here. */
const measures = {
  conferencesAttended: { title: 'Conferences that the agency came to', of: 'conferences to which it was invited' },
  conferenceReports: { title: 'Conferences with the agency’s report before the day', of: 'conferences that asked it for one' },
  strategyAttended: { title: 'Strategy discussions that the agency took part in', of: 'strategy discussions to which it was asked' },
  staffTrained: { title: 'Staff whose safeguarding training is in date', of: 'staff who work with children' },
  staffSupervised: { title: 'Staff with safeguarding supervision in the quarter', of: 'staff who are owed it' },
  vacancies: { title: 'Posts that are empty', of: 'posts that work with children' },
  referralsMade: { title: 'Contacts made to children’s social care' },
  missing: { title: 'Children reported missing' },
  returnInterviews: { title: 'Children talked with after they came back', of: 'children who came back from missing' },
  domesticAbuse: { title: 'Calls to domestic abuse with a child in the home' },
  detainedOvernight: { title: 'Children held in a police cell overnight' },
  selfHarm: { title: 'Children in hospital for self-harm' },
  newBirthVisits: { title: 'Babies seen by a health visitor within 14 days', of: 'babies born' },
  outOfSchool: { title: 'Children with no school place' },
  suspended: { title: 'Children suspended or excluded' },
  electivelyHome: { title: 'Children educated at home' },
} as const satisfies Readonly<Record<string, Measure>>;

type MeasureName = keyof typeof measures;
const known: Readonly<Record<string, Measure>> = measures;
export const measureOf = (name: unknown): Measure => known[String(name)] ?? { title: 'A measure that is asked no more' };

const isQuarterEnd = (on: LocalDate): boolean => ['03-31', '06-30', '09-30', '12-31'].includes(on.slice(5));

/** What one agency counted in one quarter. Told again, the later one stands, and the earlier stays on record. */
export const agencyData = defineStep({
  name: 'agencyData',
  title: 'Agency’s data of a quarter',
  law: 'Children Act 2004 s16H: agencies give the partners the information that they ask for',
  file: 'body',
  fields: {
    quarterEnded: date('Of the quarter that ended on', { required: 'One quarter is compared with the next' }),
    agency: code('Agency', agencies, { required: 'Whoever counts answers for the count' }),
    figures: rows(
      'What was counted',
      {
        measure: code('What', titlesOf(measures)),
        n: count('So many', { neverPrefilled: true }),
        among: count('Of so many', { neverPrefilled: true }),
      },
      { line: 'Figure', shown: 4 },
    ),
    note: text('What must be known to read it', { lines: 2, hint: 'No child’s name' }),
  },
  happenedOn: (answers) => answers.quarterEnded,
  may: mayOfBodies,
  summary: ({ agency, figures = [] }) =>
    `${agencies[agency]}: ${figures.length} ${figures.length === 1 ? 'figure' : 'figures'} of the quarter`,
  decide: (_history, { quarterEnded, figures = [] }, today) => [
    ...notAhead({ field: 'quarterEnded', what: 'The last day of the quarter', on: quarterEnded }, today),
    ...(isQuarterEnd(quarterEnded)
      ? []
      : [{ field: 'quarterEnded', message: 'A quarter ends on 31 March, 30 June, 30 September or 31 December: enter one of them' }]),
    ...figures.flatMap((line) => problemWith(line)),
  ],
  examples: {
    'of the police': {
      quarterEnded: literal('2026-03-31'),
      agency: 'police',
      figures: [
        { measure: 'conferencesAttended', n: 18, among: 41 },
        { measure: 'missing', n: 63 },
      ],
      note: 'Counted by hand until February.',
    },
  },
});

type Line = { readonly measure?: MeasureName; readonly n?: number; readonly among?: number };

function problemWith({ measure, n, among }: Line): readonly Problem[] {
  if (measure === undefined || n === undefined) return [];
  const { title, of } = measureOf(measure);
  if (of !== undefined && among === undefined) return [{ field: 'figures', message: `${title}: enter of how many ${of}` }];
  return among !== undefined && n > among ? [{ field: 'figures', message: `${title}: ${n} cannot be of ${among}` }] : [];
}

type Point = { readonly on: LocalDate; readonly value: number; readonly of?: number };
export type Trend = { readonly agency: Agency; readonly measure: MeasureName; readonly points: readonly Point[] };

/** Each measure of each agency, quarter by quarter: of one told again the last. */
export function trendsOf(history: History): readonly Trend[] {
  const told = new Map<string, Omit<Trend, 'points'> & { readonly byQuarter: Map<LocalDate, Point> }>();
  for (const { answers } of allOf(agencyData, history)) {
    const { agency, quarterEnded: on, figures = [] } = answers;
    for (const { measure, n: value, among: of } of figures) {
      if (measure === undefined || value === undefined) continue;
      const trend = told.get(`${measure} ${agency}`) ?? { agency, measure, byQuarter: new Map<LocalDate, Point>() };
      trend.byQuarter.set(on, { on, value, ...(of === undefined ? {} : { of }) });
      told.set(`${measure} ${agency}`, trend);
    }
  }
  return [...told]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([, { byQuarter, ...trend }]) => ({ ...trend, points: [...byQuarter.values()].toSorted((a, b) => a.on.localeCompare(b.on)) }));
}

/** Which of these agencies have told nothing of the last quarter that is over. */
export function quarterMissing(
  history: History,
  expected: readonly Agency[],
  today: LocalDate,
): { readonly quarter: LocalDate; readonly missing: readonly Agency[] } {
  const quarter = lastQuarterEnd(today);
  const told = new Set(allOf(agencyData, history).flatMap(({ answers }) => (answers.quarterEnded === quarter ? [answers.agency] : [])));
  return { quarter, missing: [...new Set(expected)].filter((agency) => !told.has(agency)) };
}

function lastQuarterEnd(today: LocalDate): LocalDate {
  const year = Number(today.slice(0, 4));
  const ends = [`${year - 1}-12-31`, `${year}-03-31`, `${year}-06-30`, `${year}-09-30`].filter((end) => end < today);
  const last = ends.at(-1) ?? '';
  return isDate(last) ? last : today;
}
