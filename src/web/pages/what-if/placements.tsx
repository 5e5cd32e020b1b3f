import { countsWithoutSmall } from '../../../oversight/statistics/small-numbers.ts';
import { addMonths, formatDate } from '../../../kernel/calendar/dates.ts';
import { ageBands, bandOfMonths, groupOrder, placementGroups } from '../../../oversight/forecast/placement-groups.ts';
import type { Answer } from '../../../oversight/simulation/plan.ts';
import type { Band } from '../../../oversight/simulation/summary.ts';
import { CardTable } from '../../components/card-table.tsx';
import { FanChart, scaleOf } from './fan-chart.tsx';
import { monthSaid } from './results.tsx';
import { bandSaid, said } from './said.ts';

type Series = { readonly title: string; readonly now: number | undefined; readonly bands: readonly Band[] };

/** Of now only what points at nobody. */
function seriesOf(names: readonly string[], counts: readonly number[], bands: readonly (readonly Band[])[]): readonly Series[] {
  const shown = countsWithoutSmall(names.map((_, n) => counts[n] ?? 0));
  return names.map((title, at) => ({ title, now: shown[at], bands: bands[at] ?? [] }));
}

/** Children looked after in the next two years, by placement and by age: how many places will be needed of each kind. */
export function Placements({ answer: { fitted, flows, forecast, forecastTested } }: { readonly answer: Answer }) {
  if (forecast === undefined)
    return (
      <section aria-labelledby="placements">
        <h2 class="govuk-heading-m" id="placements">
          Places for children looked after
        </h2>
        <p class="govuk-body">Fewer than 20 children are looked after, as the record has it: of so few nothing is forecast.</p>
      </section>
    );
  const groups = seriesOf(
    groupOrder.map((name) => placementGroups[name].title),
    groupOrder.map((_, at) => flows.stock.filter(({ group }) => group === at).length),
    forecast.byGroup,
  );
  const ages = seriesOf(
    ageBands.map(({ title }) => title),
    ageBands.map((_, at) => flows.stock.filter(({ months }) => bandOfMonths(months) === at).length),
    forecast.byAge,
  );
  const all: Series = { title: 'All children looked after', now: flows.stock.length, bands: forecast.all };
  const ends: readonly [string, string] = [monthSaid(addMonths(fitted.until, 1)), monthSaid(addMonths(fitted.until, forecast.all.length))];
  return (
    <section aria-labelledby="placements">
      <h2 class="govuk-heading-m" id="placements">
        Places for children looked after
      </h2>
      <p class="govuk-body">
        If children come, move and leave as they did in the three years up to {formatDate(fitted.until)}: the middle, and in brackets what
        comes in eight of ten cases. A scenario above changes nothing here.
      </p>
      <Figures series={[all]} ends={ends} />
      <SeriesTable caption="By placement" series={[all, ...groups]} />
      <Figures series={groups} ends={ends} />
      <SeriesTable caption="By age" series={ages} />
      <Figures series={ages} ends={ends} />
      <Tested answer={forecastTested} />
    </section>
  );
}

const Figures = ({ series, ends }: { readonly series: readonly Series[]; readonly ends: readonly [string, string] }) => (
  <div class="sl-what-if__charts">
    {series.map(({ title, bands }) => (
      <figure class="sl-what-if__chart" key={title}>
        <figcaption class="govuk-body-s sl-tight">{title}</figcaption>
        <FanChart title={title} kind="children" bands={bands} most={scaleOf([bands], 'children')} ends={ends} />
      </figure>
    ))}
  </div>
);

const afterMonths = [6, 12, 24] as const;

const SeriesTable = ({ caption, series }: { readonly caption: string; readonly series: readonly Series[] }) => (
  <CardTable
    caption={caption}
    heads={['Children', 'Now', ...afterMonths.map((n) => `In ${n} months`)]}
    rows={series.map(({ title, now, bands }) => [
      title,
      now === undefined ? 'not said' : said('children', now),
      ...afterMonths.map((n) => {
        const band = bands[n - 1];
        return band === undefined ? '–' : bandSaid('children', band);
      }),
    ])}
  />
);

function Tested({ answer }: { readonly answer: Answer['forecastTested'] }) {
  if (answer.length === 0)
    return <p class="govuk-body-s">The record does not reach back far enough to test this forecast on the year that is over.</p>;
  const within = answer.filter(({ isWithin }) => isWithin).length;
  return (
    <p class="govuk-body-s">
      Made a year ago in the same way, {within} of its {answer.length} figures of today would have lain within their brackets; eight in ten
      are to.
    </p>
  );
}
