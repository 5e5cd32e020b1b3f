import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { arrivalKinds, stages, type ArrivalKind } from '../../../oversight/demand/arrivals.ts';
import { dimensions, kindsOfDimension } from '../../../oversight/demand/arrived.ts';
import type { Demand, DemandPart } from '../../../oversight/demand/demand.ts';
import { foundSaid } from '../../../oversight/demand/words.ts';
import { childrenSaid, ruleSaid } from '../../../oversight/measures/words.ts';
import { countSaid, countsSaid, shareSaid } from '../../../oversight/statistics/said.ts';
import { fewest, isSmall } from '../../../oversight/statistics/small-numbers.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { TrendChart } from '../measures/chart.tsx';
import { DayForm } from '../measures/page.tsx';

type Props = {
  readonly frame: Frame;
  readonly on: LocalDate;
  readonly problem: string | undefined;
  readonly kind: ArrivalKind;
  readonly all: readonly Demand[];
};

/** What arrives, and whether it is more than usual. */
export const DemandPage = ({ frame, on, problem, kind, all }: Props) => (
  <Layout
    frame={frame}
    title={`Demand to ${formatDate(on)}`}
    wide
    {...(problem === undefined ? {} : { problems: [{ field: 'on', message: problem }] })}
  >
    <h1 class="govuk-heading-l sl-tight">Demand</h1>
    <p class="govuk-body">
      What arrived week by week up to {formatDate(on)}, as known then, beside what is usual: learnt from the weeks before the last
      half-year, with bank holidays, weekends and the time of year allowed for. One contact about four children is one.
    </p>
    <DayForm action="/demand" on={on} kept={{ kind }} />
    <p class="govuk-body">
      <a class="govuk-link" href={`/demand/file/csv?on=${on}`}>
        Each week as CSV
      </a>
      {' · '}
      <a class="govuk-link" href={`/demand/file/xlsx?on=${on}`}>
        As Excel
      </a>
    </p>
    <Summary all={all} on={on} />
    {all
      .filter((one) => one.kind === kind)
      .map((one) => (
        <One key={kind} demand={one} />
      ))}
  </Layout>
);

const lastQuarter = ({ found: { weeks } }: Pick<Demand, 'found'>): number => weeks.slice(-13).reduce((sum, { count }) => sum + count, 0);

const Summary = ({ all, on }: Pick<Props, 'all' | 'on'>) => (
  <CardTable
    caption="In short"
    heads={['What', 'Last 13 weeks', 'Is it usual?', 'What became of it, in a year']}
    rows={all.map((demand) => [
      <a class="govuk-link" href={`/demand?kind=${demand.kind}&on=${on}#weeks`}>
        {arrivalKinds[demand.kind]}
      </a>,
      childrenSaid(lastQuarter(demand)),
      foundSaid(demand.found),
      became(demand) || '–',
    ])}
  />
);

/** How many led on, of those of which it is decided; and how many were again. */
function became({ kind, led, again }: Demand): string {
  const stage = stages[kind];
  const on = stage === undefined || led.among === 0 ? [] : [`${countSaid(led, true)} (${shareSaid(led, true)}) ${stage}`];
  const open = stage === undefined || led.open === 0 ? [] : [`${childrenSaid(led.open)} not decided yet`];
  const second =
    kind !== 'referral' || again.among === 0
      ? []
      : [`${countSaid(again, true)} (${shareSaid(again, true)}) within twelve months of another`];
  return [...on, ...open, ...second].join('; ');
}

function One({ demand }: { readonly demand: Demand }) {
  const { kind, found } = demand;
  const parts = demand.parts();
  return (
    <section aria-labelledby="weeks">
      <h2 class="govuk-heading-m" id="weeks">
        {arrivalKinds[kind]}, week by week
      </h2>
      <p class="govuk-body">{foundSaid(found)}</p>
      <Weeks demand={demand} />
      {kindsOfDimension.map((dimension) => (
        <Parts key={dimension} title={dimensions[dimension]} parts={parts.filter((part) => part.dimension === dimension)} />
      ))}
    </section>
  );
}

function Weeks({ demand: { kind, found } }: { readonly demand: Demand }) {
  const { weeks, adjusted, limits, signals } = found;
  const isSignal = (at: number): boolean => signals.some((one) => one.at === at);
  const last = weeks.map(({ from, count, workingDays }, at) => ({ from, count, workingDays, at })).slice(-26);
  return (
    <>
      <TrendChart
        title={`${arrivalKinds[kind]} as in ordinary weeks`}
        points={weeks.map(({ from, count }, at) => ({
          on: from,
          value: isSmall(count) ? fewest - 1 : (adjusted[at] ?? 0),
          isSignal: isSignal(at),
        }))}
        limits={limits}
        said={(value) => value.toFixed(0)}
      />
      <p class="govuk-body-s">
        {limits === undefined
          ? 'No limits yet.'
          : `Usual: ${limits.middle.toFixed(1)} in an ordinary week; between ${Math.max(0, limits.low).toFixed(1)} and ${limits.high.toFixed(1)} it moves of itself. A square is a week in which a rule tells of something; that more came is said above only where chance does not explain it.`}
      </p>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">The last half-year in numbers</span>
        </summary>
        <CardTable
          caption="Weeks"
          captionClasses="govuk-visually-hidden"
          heads={['Week from', 'Came', 'Working days', 'As in an ordinary week', 'Rule']}
          rows={last
            .map(({ from, count, workingDays, at }) => [
              formatDate(from),
              childrenSaid(count),
              String(workingDays),
              isSmall(count) ? '' : (adjusted[at] ?? 0).toFixed(1),
              signals
                .filter((one) => one.at === at)
                .map(({ rule }) => ruleSaid(rule))
                .join('; '),
            ])
            .toReversed()}
        />
      </details>
    </>
  );
}

function Parts({ title, parts }: { readonly title: string; readonly parts: readonly DemandPart[] }) {
  const lastQuarter = countsSaid(parts.map((part) => part.lastQuarter));
  const quarterBefore = countsSaid(parts.map((part) => part.quarterBefore));
  return parts.length === 0 ? null : (
    <CardTable
      caption={`By ${title.toLowerCase()}`}
      captionClasses="govuk-table__caption--s"
      heads={[title, 'Last 13 weeks', '13 weeks before', 'Is it usual?']}
      rows={parts.map((part, at) => [
        part.title,
        lastQuarter[at] ?? '',
        quarterBefore[at] ?? '',
        part.found.limits === undefined ? 'Too few to say' : foundSaid(part.found),
      ])}
    />
  );
}
