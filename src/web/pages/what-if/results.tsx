import { addDays, addMonths, formatDate, months as monthNames, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Answer, Planned } from '../../../oversight/simulation/plan.ts';
import { clockOrder, clocks, stageNames, stageOrder } from '../../../oversight/simulation/stages.ts';
import { lateName, stageName, type Band } from '../../../oversight/simulation/summary.ts';
import { CardTable } from '../../components/card-table.tsx';
import { FanChart, scaleOf } from './fan-chart.tsx';
import { bandSaid, said, type Kind } from './said.ts';

type Line = { readonly title: string; readonly kind: Kind; readonly of: (one: Planned) => Band | undefined };

const atEnd =
  (name: string) =>
  ({ summary }: Planned): Band | undefined =>
    summary.months[name]?.at(-1);
const inYear =
  (name: string) =>
  ({ summary }: Planned): Band | undefined =>
    summary.year[name];

const lines: readonly Line[] = [
  { title: 'Children who came', kind: 'number', of: inYear('arrived') },
  { title: 'Children for each worker, at the end', kind: 'number', of: atEnd('perWorker') },
  { title: 'Most children of one worker, at the end', kind: 'number', of: atEnd('most') },
  { title: 'Children without a worker, at the end', kind: 'children', of: atEnd('unallocated') },
  { title: 'Days until a child had a worker, on average', kind: 'days', of: inYear('daysUntilAllocated') },
  ...clockOrder.map((name): Line => ({ title: `Late: ${clocks[name].title}`, kind: 'share', of: inYear(lateName(name)) })),
  ...stageOrder.slice(2).map((name): Line => ({ title: `${stageNames[name]}, at the end`, kind: 'children', of: atEnd(stageName(name)) })),
  { title: 'Cost of workers and of care', kind: 'pounds', of: ({ cost }) => cost },
];

/** `March 2027`. */
export const monthSaid = (on: LocalDate): string => `${monthNames[Number(on.slice(5, 7)) - 1] ?? ''} ${on.slice(0, 4)}`;

const headOf = ({ title }: Planned): string => title;

/** Scenarios side by side: after twelve months, then month by month. */
export function Results({ answer }: { readonly answer: Answer }) {
  const { planned, fitted } = answer;
  const from = addDays(fitted.until, 1);
  return (
    <section aria-labelledby="twelve">
      <h2 class="govuk-heading-m" id="twelve">
        Twelve months from {formatDate(from)}
      </h2>
      <p class="govuk-body">
        The middle of all replications, and in brackets what eight in ten of them lie within: chance alone moves a year by so much. “Late”
        is of all that fell due in the year.
      </p>
      <CardTable
        caption="Scenarios side by side"
        captionClasses="govuk-visually-hidden"
        heads={['Of the year', ...planned.map(headOf)]}
        rows={[
          ['Workers', ...planned.map(({ workers }) => String(workers))],
          ...lines.map(({ title, kind, of }) => [title, ...planned.map((one) => saidOf(kind, of(one)))]),
        ]}
      />
      <Month title="Children for each worker" name="perWorker" kind="number" answer={answer} />
      <Month title="Children without a worker" name="unallocated" kind="children" answer={answer} />
      {(['assessment', 'childProtectionVisit', 'lookedAfterVisit'] as const).map((name) => (
        <Month key={name} title={`Late: ${clocks[name].title.toLowerCase()}`} name={lateName(name)} kind="share" answer={answer} />
      ))}
    </section>
  );
}

const saidOf = (kind: Kind, band: Band | undefined): string => (band === undefined ? '–' : bandSaid(kind, band));

type MonthProps = { readonly title: string; readonly name: string; readonly kind: Kind; readonly answer: Answer };

function Month({ title, name, kind, answer: { planned, fitted } }: MonthProps) {
  const from = addDays(fitted.until, 1);
  const series = planned.map(({ summary }) => summary.months[name] ?? []);
  const names = (series[0] ?? []).map((_, n) => monthSaid(addMonths(from, n)));
  const most = scaleOf(series, kind);
  return (
    <>
      <h3 class="govuk-heading-s">{title}, month by month</h3>
      <div class="sl-what-if__charts">
        {planned.map((one, n) => (
          <figure class="sl-what-if__chart" key={one.title}>
            <figcaption class="govuk-body-s sl-tight">{headOf(one)}</figcaption>
            <FanChart
              title={`${title}, ${one.title}`}
              kind={kind}
              bands={series[n] ?? []}
              most={most}
              ends={[names[0] ?? '', names.at(-1) ?? '']}
            />
          </figure>
        ))}
      </div>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{title} as a table</span>
        </summary>
        <CardTable
          caption={`${title}, month by month`}
          captionClasses="govuk-visually-hidden"
          heads={['Month', ...planned.map(headOf)]}
          rows={names.map((month, n) => [month, ...series.map((bands) => saidOf(kind, bands[n]))])}
        />
      </details>
    </>
  );
}

const ofWords = (of: string): string => {
  const clock = clockOrder.find((name) => lateName(name) === of);
  if (clock !== undefined) return `Late: ${clocks[clock].title}`;
  const stage = stageOrder.find((name) => stageName(name) === of);
  return stage === undefined ? 'Children who came' : `${stageNames[stage]}, at the end`;
};
const kinds = { children: 'children', share: 'share', arrivals: 'number' } as const;

/** What this simulation, begun a year ago, would have said of the year that is over. */
export function BackTest({ answer: { tested } }: { readonly answer: Answer }) {
  const within = tested.filter(({ isWithin }) => isWithin).length;
  return (
    <section aria-labelledby="tested">
      <h2 class="govuk-heading-m" id="tested">
        How far it was off last year
      </h2>
      {tested.length === 0 ? (
        <p class="govuk-body">The record does not reach back far enough to simulate the year that is over from what was known before it.</p>
      ) : (
        <>
          <p class="govuk-body">
            Fitted to what had happened until a year ago, with the assumptions of this page, it would have said this of the year that is
            over. {within} of {tested.length} lay within what eight in ten replications said.
          </p>
          <CardTable
            caption="The year that is over"
            captionClasses="govuk-visually-hidden"
            heads={['Of the year', 'Simulated', 'What came', 'Error', 'Within']}
            rows={tested.map(({ of, kind, said: band, came, error, isWithin }) => [
              ofWords(of),
              bandSaid(kinds[kind], band),
              said(kinds[kind], came),
              errorSaid(kind, band, came, error),
              isWithin ? 'Yes' : 'No',
            ])}
          />
          <p class="govuk-body-s">Where much is off, change what is assumed until last year fits, before next year is believed.</p>
        </>
      )}
    </section>
  );
}

/** Of a share in points of 100; of few children, not at all: they could be worked out. */
function errorSaid(kind: keyof typeof kinds, { middle }: Band, came: number, error: number | undefined): string {
  const sign = (value: number, unit: string): string => `${value < 0 ? '−' : '+'}${Math.abs(Math.round(value))} ${unit}`;
  if (kind === 'share') return sign(100 * (middle - came), Math.abs(Math.round(100 * (middle - came))) === 1 ? 'point' : 'points');
  return error === undefined || (kind === 'children' && came < 5) ? '–' : sign(error, '%');
}
