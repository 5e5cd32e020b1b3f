import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Where } from '../../../oversight/measures/comparison.ts';
import { valueSaid } from '../../../oversight/measures/words.ts';
import { workforceIndicators } from '../../../oversight/workforce/indicators.ts';
import type { WorkforceCompared } from '../../../oversight/workforce/comparison.ts';
import type { PublishedFile } from '../../../record/published-figures.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Details } from '../../components/notices.tsx';
import { FunnelPlot } from '../measures/funnel-plot.tsx';

type Props = {
  readonly frame: Frame;
  readonly workforce: PublishedFile | undefined;
  readonly population: PublishedFile | undefined;
  /** The 30 September that is compared; undefined: no file is loaded. */
  readonly on: LocalDate | undefined;
  readonly compared: readonly WorkforceCompared[];
};

const where: Readonly<Record<Where, string>> = {
  within: 'within what is usual for its size',
  above: 'higher than 95 in 100 of its size',
  below: 'lower than 95 in 100 of its size',
  farAbove: 'far higher than is usual',
  farBelow: 'far lower than is usual',
};

/** The workforce of here beside England and the statistical neighbours: the whole service, and nobody by name. */
export function ComparedPage({ frame, workforce, population, on, compared }: Props) {
  return (
    <Layout frame={frame} title="Workforce, compared" wide>
      <a class="govuk-back-link" href="/workforce">
        Workforce
      </a>
      <h1 class="govuk-heading-l sl-tight">Workforce, compared</h1>
      {workforce === undefined || on === undefined ? (
        <p class="govuk-body">
          No figures are loaded. Load the Department’s release “Children’s social work workforce” among the <PublishedLink />.
        </p>
      ) : (
        <>
          <p class="govuk-body sl-anywhere">
            As on {formatDate(on)}, and in the year to it: here as the workforce census counts it from the staff files, others as{' '}
            {workforce.fileName} says{population === undefined ? '' : `; children by ${population.fileName}`}. <PublishedLink />
          </p>
          <Overview compared={compared} />
          <p class="govuk-body">
            The smaller an authority, the further chance alone puts it from England. Authorities also differ among themselves by more than
            chance: the curves hold 95 and 99.8 in 100 of both, where ten of them at least say by how much. A square is this authority,
            rings are its neighbours, dots all others.
          </p>
          {compared.map((one) => (
            <OneCompared key={one.indicator.name} one={one} />
          ))}
          {workforceIndicators
            .filter(({ name }) => !compared.some(({ indicator }) => indicator.name === name))
            .map(({ name, title }) => (
              <p class="govuk-body" key={name}>
                {title}: nothing is loaded to compare it with.
              </p>
            ))}
        </>
      )}
    </Layout>
  );
}

const PublishedLink = () => (
  <a class="govuk-link" href="/measures/published">
    published figures
  </a>
);

const saidOr = (one: WorkforceCompared, value: number | undefined, otherwise: string): string =>
  value === undefined ? otherwise : valueSaid(one.indicator, value);

const ownOf = ({ compared }: WorkforceCompared) => compared.points.find(({ isOwn }) => isOwn);

const Overview = ({ compared }: Pick<Props, 'compared'>) => (
  <CardTable
    caption="At a glance"
    heads={['Indicator', 'Here', 'England', 'Neighbours, the middle one', 'Against England']}
    rows={compared.map((one) => {
      const own = ownOf(one);
      return [
        <a class="govuk-link" href={`#${one.indicator.name}`}>
          {one.indicator.title}
        </a>,
        saidOr(one, own?.value, 'not shown: few, or not on record then'),
        one.compared.isEngland ? valueSaid(one.indicator, one.compared.middle) : 'not published',
        saidOr(one, one.compared.neighbours, 'none named'),
        own === undefined ? '' : where[own.where],
      ];
    })}
  />
);

function OneCompared({ one }: { readonly one: WorkforceCompared }) {
  const { indicator, scale, compared, published, years } = one;
  return (
    <section aria-labelledby={indicator.name}>
      <h2 class="govuk-heading-m" id={indicator.name}>
        {indicator.title}
      </h2>
      <p class="govuk-body sl-tight">
        {indicator.numerator}, of: {lowerFirst(indicator.denominator)}.
      </p>
      <FunnelPlot measure={scale} compared={compared} />
      <CardTable
        caption={`${indicator.title}: each authority, ${compared.period}`}
        captionClasses="govuk-table__caption--s"
        heads={['Authority', 'Value', 'Of how many', 'Against England']}
        rows={[
          ...compared.points.map(({ area, value, denominator, where: against, isOwn }) => [
            isOwn ? `${area}, as counted here` : area,
            valueSaid(indicator, value),
            Math.round(denominator).toLocaleString('en-GB'),
            where[against],
          ]),
          ...(published === undefined ? [] : [['Here, as published', valueSaid(indicator, published), '', '']]),
          ...compared.others.map(({ area, value }) => [area, valueSaid(indicator, value), 'not published', '']),
        ]}
      />
      <Details
        summaryText="Year by year"
        text={
          <CardTable
            caption={`${indicator.title}: years to 30 September`}
            captionClasses="govuk-visually-hidden"
            heads={['Year', 'Here, as published', 'England', 'Neighbours, the middle one']}
            rows={years
              .map((year) => [
                year.period,
                saidOr(one, year.own, 'not published'),
                saidOr(one, year.england, 'not published'),
                saidOr(one, year.neighbours, 'none named'),
              ])
              .toReversed()}
          />
        }
      />
    </section>
  );
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
