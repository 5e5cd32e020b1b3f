import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { schoolTerms, schoolYearOf } from '../../../kernel/calendar/school-terms.ts';
import { missesMuch, yearWords, type Pupil, type Row } from '../../../oversight/virtual-school/virtual-school.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { PersonLink } from '../../components/offered.tsx';
import { counted } from '../../said-dates.ts';
import { DayForm } from '../measures/page.tsx';

type Around = { readonly frame: Frame; readonly on: LocalDate; readonly problem: string | undefined };

const number = (n: number | undefined): string => (n === undefined ? 'not shown' : n.toLocaleString('en-GB'));
const share = (n: number | undefined): string => (n === undefined ? 'not shown' : `${n.toFixed(1)} %`);
const pounds = (n: number | undefined): string => (n === undefined ? 'not shown' : `£${Math.round(n).toLocaleString('en-GB')}`);

/** Of all looked-after children of school age: attendance, exclusions, education plans, the grant, by school year. */
export const VirtualSchoolPage = ({ frame, on, problem, rows }: Around & { readonly rows: readonly Row[] }) => (
  <Layout frame={frame} title="Virtual school" wide {...(problem === undefined ? {} : { problems: [{ field: 'on', message: problem }] })}>
    <h1 class="govuk-heading-l">Virtual school</h1>
    <p class="govuk-body">
      Children looked after on the day, by school year: what is on record of them since 1 September, and the grant since 1 April. Of fewer
      than five children nothing is shown, nor what would tell it.
    </p>
    <DayForm action="/virtual-school" on={on} />
    <p class="govuk-body-s">
      {schoolTerms().years.has(schoolYearOf(on))
        ? `Terms and school days of ${schoolYearOf(on)} are the authority’s own.`
        : `The authority’s term dates of ${schoolYearOf(on)} are not loaded: the usual weeks of England are taken.`}
    </p>
    {rows.length <= 1 ? (
      <p class="govuk-body">No child of school age was looked after on that day.</p>
    ) : (
      <CardTable
        caption={`School year ${schoolYearOf(on)}, up to ${formatDate(on)}`}
        heads={[
          'School year',
          'Pupils',
          'Attendance',
          'Missed a tenth or more',
          'Suspended',
          'Excluded for good',
          'Education plan in time',
          'No school place',
          'Pupil premium plus',
        ]}
        rows={rows.map((row) => [
          row.year === undefined ? (
            row.title
          ) : (
            <a class="govuk-link" href={`/virtual-school/${row.year}?on=${on}`}>
              {row.title}
            </a>
          ),
          number(row.pupils),
          share(row.attendance),
          number(row.missedMuch),
          number(row.suspended),
          number(row.excluded),
          number(row.plansInTime),
          number(row.noPlace),
          pounds(row.premium),
        ])}
      />
    )}
  </Layout>
);

export type Named = Pupil & { readonly name: string | undefined };

/** The pupils of one school year, by name to whoever may know them. */
export function SchoolYearPage({
  frame,
  on,
  problem,
  year,
  pupils,
}: Around & { readonly year: number; readonly pupils: readonly Named[] }) {
  const named = pupils.filter(({ name }) => name !== undefined);
  return (
    <Layout
      frame={frame}
      title={`Virtual school: ${yearWords(year)}`}
      wide
      {...(problem === undefined ? {} : { problems: [{ field: 'on', message: problem }] })}
    >
      <a class="govuk-back-link" href={`/virtual-school?on=${on}`}>
        Virtual school
      </a>
      <h1 class="govuk-heading-l">Virtual school: {yearWords(year)}</h1>
      {named.length === 0 ? (
        <p class="govuk-body">Nobody of this school year whom you may know by name.</p>
      ) : (
        <CardTable
          caption={`${counted(named.length, 'pupil')}, up to ${formatDate(on)}`}
          heads={['Pupil', 'Attendance', 'Suspended', 'Excluded for good', 'Education plan', 'School place', 'Pupil premium plus']}
          rows={named
            .toSorted(byNeed)
            .map((one) => [
              <PersonLink person={one.person}>{one.name}</PersonLink>,
              one.attendance === undefined
                ? 'Not on record this year'
                : `${one.attendance.attended} of ${one.attendance.possible} sessions, up to ${formatDate(one.attendance.upTo)}`,
              one.suspensions === 0 ? 'No' : `${counted(one.suspensions, 'time')}, ${counted(one.daysSuspended, 'day')}`,
              one.permanent === 0 ? 'No' : counted(one.permanent, 'time'),
              one.plan === undefined ? 'None owed' : one.plan === 'late' ? 'Late' : 'In time',
              one.hasNoPlace ? 'Without a place' : 'No loss on record',
              pounds(one.premium),
            ])}
        />
      )}
      {named.length === pupils.length ? null : <p class="govuk-body">Others of this school year are in records that are closed to you.</p>}
    </Layout>
  );
}

const needOf = (one: Pupil): number =>
  Number(one.permanent > 0) * 8 + Number(one.hasNoPlace) * 4 + Number(one.plan === 'late') * 2 + Number(missesMuch(one));
const byNeed = (a: Named, b: Named): number => needOf(b) - needOf(a) || (a.name ?? '').localeCompare(b.name ?? '');
