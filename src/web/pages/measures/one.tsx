import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Comparison } from '../../../oversight/measures/comparison.ts';
import type { Behind } from '../../../oversight/measures/measured.ts';
import type { MeasureReading } from '../../../oversight/measures/readings.ts';
import { apartSaid, countOf, monthSaid, shareOf, signalsAt, valueSaid, whereSaid } from '../../../oversight/measures/words.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { PersonLink } from '../../components/offered.tsx';
import { Paging, type Page } from '../../components/paging.tsx';
import { FunnelPlot } from './funnel-plot.tsx';
import { DayForm, Trend } from './page.tsx';

/** One child behind a measure, by name. */
export type Shown = Behind & { readonly name: string };

type Props = {
  readonly frame: Frame;
  readonly on: LocalDate;
  readonly problem: string | undefined;
  readonly reading: MeasureReading;
  readonly compared: Comparison | undefined;
  /** Of those whose records are open to whoever asks. */
  readonly page: Page;
  readonly shown: readonly Shown[];
  /** How many of them are closed to whoever asks. */
  readonly closed: number;
};

/** One measure: how it is defined, what it is, where it goes, how it compares, and who is behind it. */
export function MeasurePage({ frame, on, problem, reading, compared, ...behind }: Props) {
  const { measure, now } = reading;
  return (
    <Layout frame={frame} title={measure.title} wide {...(problem === undefined ? {} : { problems: [{ field: 'on', message: problem }] })}>
      <a class="govuk-back-link" href={`/measures?on=${on}`}>
        Measures
      </a>
      <h1 class="govuk-heading-l sl-tight">{measure.title}</h1>
      <p class="govuk-body-l">
        {[countOf(measure, now), shareOf(measure, now), apartSaid(now)].filter((words) => words !== '').join(', ')}
        {measure.counts === 'events' ? ` in the twelve months to ${formatDate(on)}` : ` on ${formatDate(on)}`}
      </p>
      <DayForm action={`/measures/of/${measure.name}`} on={on} />
      <Definition reading={reading} />
      <Months reading={reading} />
      <Areas reading={reading} />
      <Compared reading={reading} compared={compared} />
      <Who on={on} reading={reading} {...behind} />
    </Layout>
  );
}

const wished = { more: 'More is better', less: 'Less is better', neither: 'It describes: neither more nor less is better' } as const;

const Definition = ({ reading: { measure } }: Pick<Props, 'reading'>) => (
  <dl class="govuk-summary-list">
    {[
      ['Numerator', measure.numerator],
      ['Denominator', measure.denominator],
      ['Left out, or apart', measure.exclusions.join('. ') || 'Nobody'],
      ['Published as', measure.published],
      ['How to read it', wished[measure.wished]],
    ].map(([term, said]) => (
      <div class="govuk-summary-list__row" key={term}>
        <dt class="govuk-summary-list__key">{term}</dt>
        <dd class="govuk-summary-list__value">{said}</dd>
      </div>
    ))}
  </dl>
);

function Months({ reading }: Pick<Props, 'reading'>) {
  const { measure, months, limits, years } = reading;
  return (
    <section aria-labelledby="months">
      <h2 class="govuk-heading-m" id="months">
        Month by month
      </h2>
      <Trend reading={reading} />
      <p class="govuk-body-s">
        {limits === undefined
          ? 'Of fewer than six months no limits are drawn.'
          : `Middle ${valueSaid(measure, limits.middle)}; between ${valueSaid(measure, Math.max(0, limits.low))} and ${valueSaid(measure, measure.per === 'share' ? Math.min(100, limits.high) : limits.high)} it moves of itself. A square is a month in which a rule tells of a change. One to four children are drawn as four.`}
      </p>
      <CardTable
        caption="Years to 31 March"
        captionClasses="govuk-table__caption--s"
        heads={['Year', 'Counted', 'In 100']}
        rows={years.map((year) => [year.period, countOf(measure, year), shareOf(measure, year)])}
      />
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">The months in numbers</span>
        </summary>
        <CardTable
          caption="Months"
          captionClasses="govuk-visually-hidden"
          heads={['Month', 'Counted', 'In 100', 'Change']}
          rows={months
            .map((month, at) => [monthSaid(month.on), countOf(measure, month), shareOf(measure, month), signalsAt(reading, at)])
            .toReversed()}
        />
      </details>
    </section>
  );
}

const Areas = ({ reading: { areas } }: Pick<Props, 'reading'>) =>
  areas.length === 0 ? null : (
    <CardTable
      caption="By area"
      heads={['Area', 'Counted']}
      rows={areas.map(({ title, n, among }) => [title, n === undefined ? 'not shown: a child could be found by it' : `${n} of ${among}`])}
    />
  );

function Compared({ reading: { measure }, compared }: Pick<Props, 'reading' | 'compared'>) {
  if (compared === undefined) return null;
  return (
    <section aria-labelledby="compared">
      <h2 class="govuk-heading-m" id="compared">
        Compared, {compared.period}
      </h2>
      <p class="govuk-body">
        {compared.isEngland ? 'England' : 'All of them together'}: {valueSaid(measure, compared.middle)}. The smaller an area, the further
        chance alone puts it from the middle: what lies between the curves is not told from chance, whichever way.
      </p>
      <FunnelPlot measure={measure} compared={compared} />
      <CardTable
        caption="Each area"
        captionClasses="govuk-table__caption--s"
        heads={['Area', 'Value', 'Of how many', 'Against the middle']}
        rows={[
          ...compared.points.map(({ area, value, denominator, where }) => [
            area,
            valueSaid(measure, value),
            denominator.toLocaleString('en-GB'),
            whereSaid(where),
          ]),
          ...compared.others.map(({ area, value }) => [area, valueSaid(measure, value), 'not published', '']),
        ]}
      />
    </section>
  );
}

/** Who is to be looked at first: whoever is not as it is wished. */
const firstOf: Readonly<Record<MeasureReading['measure']['wished'], boolean>> = { more: false, less: true, neither: true };

/** Whoever is looked at first, then all others of whom it is known, then those counted apart; of each the latest first. */
export function inOrder<T extends Pick<Behind, 'isIn' | 'on'>>(behind: readonly T[], { wished }: MeasureReading['measure']): readonly T[] {
  const rank = ({ isIn }: T): number => (isIn === undefined ? 2 : isIn === firstOf[wished] ? 0 : 1);
  return behind.toSorted((a, b) => rank(a) - rank(b) || (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

function Who({ on, reading: { measure }, page, shown, closed }: Pick<Props, 'on' | 'reading' | 'page' | 'shown' | 'closed'>) {
  const is = { true: measure.per === 'share' ? 'In the numerator' : 'Counted', false: 'Not in it', undefined: 'Counted apart' } as const;
  return (
    <section aria-labelledby="who">
      <h2 class="govuk-heading-m" id="who">
        Who is behind it
      </h2>
      {page.total + closed === 0 ? <p class="govuk-body">Nobody.</p> : null}
      {page.total === 0 ? null : (
        <>
          {measure.per === 'share' ? (
            <p class="govuk-body">
              {firstOf[measure.wished] ? 'Whoever is in the numerator comes first.' : 'Whoever is not in the numerator comes first.'}
            </p>
          ) : null}
          <CardTable
            caption="Children and the entries that count"
            captionClasses="govuk-visually-hidden"
            heads={['Child', 'On', 'Counted as', 'Because of']}
            rows={shown.map(({ name, person, on: day, isIn, entry }) => [
              <PersonLink person={person}>{name}</PersonLink>,
              formatDate(day),
              is[`${isIn}`],
              entry === undefined ? (
                'Nothing was recorded'
              ) : (
                <PersonLink person={person} entry={entry}>
                  The entry<span class="govuk-visually-hidden"> about {name}</span>
                </PersonLink>
              ),
            ])}
          />
          <Paging
            page={page}
            link={(number) => `/measures/of/${measure.name}?on=${on}&page=${number}#who`}
            of="who is behind it"
            what="Rows"
          />
        </>
      )}
      {closed === 0 ? null : <p class="govuk-body">Children whose record is closed to you are counted above, and not named.</p>}
    </section>
  );
}
