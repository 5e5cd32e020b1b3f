import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Comparison } from '../../../oversight/measures/comparison.ts';
import { areasOfMeasures, type AreaOfMeasures } from '../../../oversight/measures/measure.ts';
import type { MeasureReading } from '../../../oversight/measures/readings.ts';
import { apartSaid, comparedSaid, countOf, shareOf, trendOf, valueSaid } from '../../../oversight/measures/words.ts';
import type { PublishedFile } from '../../../record/published-figures.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { TrendChart } from './chart.tsx';

export type Read = { readonly reading: MeasureReading; readonly compared: Comparison | undefined };
type Props = {
  readonly frame: Frame;
  readonly on: LocalDate;
  readonly problem: string | undefined;
  readonly read: readonly Read[];
  readonly published: PublishedFile | undefined;
};

/** The published national indicators of the whole service, as known at the end of a day. */
export const MeasuresPage = ({ frame, on, problem, read, published }: Props) => (
  <Layout
    frame={frame}
    title={`Measures on ${formatDate(on)}`}
    wide
    {...(problem === undefined ? {} : { problems: [{ field: 'on', message: problem }] })}
  >
    <h1 class="govuk-heading-l sl-tight">Measures</h1>
    <p class="govuk-body">
      The published national indicators, counted from the record as it was known at the end of {formatDate(on)}: what happened in the twelve
      months before, and how children stood on the day. A measure is defined once; each page says how.
    </p>
    <DayForm action="/measures" on={on} />
    <p class="govuk-body">
      <a class="govuk-link" href={`/measures/file/csv?on=${on}`}>
        As CSV
      </a>
      {' · '}
      <a class="govuk-link" href={`/measures/file/xlsx?on=${on}`}>
        As Excel
      </a>
      {' · '}
      <a class="govuk-link" href="/measures/published">
        {published === undefined ? 'Load published figures to compare with' : `Compared with ${published.fileName}`}
      </a>
    </p>
    {Object.entries(areasOfMeasures).map(([area, title]) => (
      <Area
        key={area}
        title={title}
        read={read.filter(({ reading }) => reading.measure.area === area)}
        on={on}
        uncompared={published === undefined ? 'Nothing loaded' : 'Not in the figures loaded'}
      />
    ))}
  </Layout>
);

/** Of which day a page is; `kept`: what else its address says. */
export const DayForm = ({
  action,
  on,
  label = 'As known on',
  kept = {},
}: {
  readonly action: string;
  readonly on: LocalDate;
  readonly label?: string;
  readonly kept?: Readonly<Record<string, string>>;
}) => (
  <form method="get" action={action} class="sl-filters sl-filters--plain" aria-label="Which day">
    {Object.entries(kept).map(([name, value]) => (
      <input type="hidden" name={name} value={value} key={name} />
    ))}
    <div class="sl-filter">
      <label class="govuk-label" for="on">
        {label}
      </label>
      <input class="govuk-input govuk-input--width-10" id="on" name="on" type="date" value={on} />
    </div>
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Show
    </button>
  </form>
);

const Area = ({
  title,
  read,
  on,
  uncompared,
}: {
  readonly title: (typeof areasOfMeasures)[AreaOfMeasures];
  readonly read: readonly Read[];
  readonly on: LocalDate;
  /** Why nothing stands beside a measure. */
  readonly uncompared: string;
}) => (
  <CardTable
    caption={title}
    heads={['Measure', 'Now', 'In 100', 'Two years', 'Change', 'Compared']}
    rows={read.map(({ reading, compared }) => [
      <a class="govuk-link" href={`/measures/of/${reading.measure.name}?on=${on}`}>
        {reading.measure.title}
      </a>,
      [countOf(reading.measure, reading.now), apartSaid(reading.now)].filter((words) => words !== '').join(', '),
      shareOf(reading.measure, reading.now),
      <Trend reading={reading} isSmall />,
      trendOf(reading),
      comparedSaid(reading.measure, compared) || uncompared,
    ])}
  />
);

export const Trend = ({
  reading: { measure, months, limits, signals },
  isSmall = false,
}: {
  readonly reading: MeasureReading;
  readonly isSmall?: boolean;
}) => (
  <TrendChart
    title={measure.title}
    points={months.map(({ on, value }, at) => ({ on, value, isSignal: signals.some((one) => one.at === at) }))}
    limits={limits}
    said={(value) => valueSaid(measure, value)}
    isSmall={isSmall}
    {...(measure.per === 'share' ? { most: 100 } : {})}
  />
);
