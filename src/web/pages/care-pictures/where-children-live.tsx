import { formatDate } from '../../../kernel/calendar/dates.ts';
import { bands, type PlacedFrom, type Share, type Stability } from '../../../oversight/care-pictures/placed.ts';
import { childrenSaid } from '../../../oversight/measures/words.ts';
import { countsSaid } from '../../../oversight/statistics/said.ts';
import { isSmall } from '../../../oversight/statistics/small-numbers.ts';
import { reviewing } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import { KnownAtInputs } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { counted, type AsKnown } from '../../said-dates.ts';
import { PastBanner } from '../board/page.tsx';
import { SpreadDrawing } from './spread-drawing.tsx';
import { Picture } from './picture.tsx';

type Props = {
  readonly frame: Frame;
  readonly known: AsKnown;
  readonly placed: readonly PlacedFrom[];
  readonly stability: Stability;
  /** Whether the reader may open these children's records: to nobody else are a few said, or drawn. */
  readonly mayOpen: boolean;
};

/** Where the children are whom the service looks after, against where they are from; and how often they had to move. */
export function ServicePicturesPage({ frame, known, placed, stability, mayOpen }: Props) {
  const children = placed.reduce((sum, row) => sum + row.children, 0);
  return (
    <Layout frame={frame} title="Where children in care live" wide>
      {known.instant === undefined ? null : <PastBanner instant={known.instant} back="/care-pictures" />}
      <div class="sl-head">
        <h1 class="govuk-heading-l">Where children in care live</h1>
        <form method="get" action="/care-pictures" class="sl-filters sl-filters--plain" aria-label="As known at">
          <KnownAtInputs day={known.day} time={known.time} problem={known.problem} />
          <button class="govuk-button govuk-button--secondary sl-button" type="submit">
            Show
          </button>
        </form>
      </div>
      {children === 0 ? <p class="govuk-body">No child whom you may list is looked after.</p> : null}
      {children === 0 ? null : (
        <>
          <p class="govuk-body">
            {counted(children, 'child', 'children')} looked after, short breaks left out. Where a child is from is the area of the team that
            has the case.
          </p>
          <HowFar placed={placed} mayOpen={mayOpen} />
          <HowStable stability={stability} mayOpen={mayOpen} />
        </>
      )}
      <p class="govuk-body sl-due">
        As of {formatDate(known.today)}, of the children whom you may list. It names nobody. What a file did not carry is counted as not on
        record.
      </p>
    </Layout>
  );
}

const { placementAreas } = reviewing;

const saidTo = (mayOpen: boolean, counts: readonly number[]): readonly string[] => (mayOpen ? counts.map(String) : countsSaid(counts));

const HowFar = ({ placed, mayOpen }: Pick<Props, 'placed' | 'mayOpen'>) => (
  <section aria-labelledby="how-far">
    <h2 class="govuk-heading-m" id="how-far">
      How far from home
    </h2>
    {placed.every(({ miles }) => miles.length === 0) ? (
      <p class="govuk-body">No distance is on record.</p>
    ) : (
      <Spread rows={placed.filter(({ byDistance }) => mayOpen || !byDistance.some(isSmall))} />
    )}
    <CardTable
      caption="Miles from home, by where children are from"
      captionClasses="govuk-table__caption--s"
      heads={['From', 'Children', ...bands.map(({ words }) => words), 'Not on record']}
      rows={placed.map(({ from, children, byDistance }) => [
        from,
        mayOpen ? String(children) : childrenSaid(children),
        ...saidTo(mayOpen, byDistance),
      ])}
    />
    <CardTable
      caption="In this authority’s area or outside it"
      captionClasses="govuk-table__caption--s"
      heads={['From', ...Object.values(placementAreas), 'Not on record']}
      rows={placed.map(({ from, where }) => [from, ...saidTo(mayOpen, [where.here, where.adjoining, where.atDistance, where.notSaid])])}
    />
  </section>
);

const Spread = ({ rows }: { readonly rows: readonly PlacedFrom[] }) =>
  rows.length === 0 ? (
    <p class="govuk-body">Nothing is drawn: wherever children are from, too few live at one of these distances.</p>
  ) : (
    <SpreadDrawing rows={rows} />
  );

const shareWords = ({ n, among }: Share, mayOpen: boolean): string =>
  among === 0
    ? 'none to count'
    : !mayOpen && (isSmall(n) || isSmall(among - n))
      ? `not shown, of ${childrenSaid(among)}: too few of one kind`
      : `${n} of ${among} (${Math.round((100 * n) / among)} %)`;

const HowStable = ({ stability: { three, lasting, placements }, mayOpen }: Pick<Props, 'stability' | 'mayOpen'>) => (
  <section aria-labelledby="how-stable">
    <h2 class="govuk-heading-m" id="how-stable">
      How stable
    </h2>
    <p class="govuk-body">
      Counted of the stay in care that each child is in. The indicators that the Department publishes, which look at earlier stays and at
      adoption too, are on the page Measures.
    </p>
    <CardTable
      caption="Stability"
      captionClasses="govuk-visually-hidden"
      heads={['In this stay in care', 'Children']}
      rows={[
        ['Three placements or more in the last twelve months', shareWords(three, mayOpen)],
        ['Under 16, in it for two and a half years or more: with the same carers for two years', shareWords(lasting, mayOpen)],
      ]}
    />
    {!mayOpen && placements.some(isSmall) ? null : <PlacementBars placements={placements} />}
    <CardTable
      caption="Placements in the last twelve months"
      captionClasses="govuk-table__caption--s"
      heads={['Placements', 'Children']}
      rows={saidTo(mayOpen, placements).map((count, n) => [n === placements.length - 1 ? `${n + 1} and more` : String(n + 1), count])}
    />
  </section>
);

const [width, row, left] = [640, 30, 150];

/** How many children had one placement, two, and so on. */
function PlacementBars({ placements }: { readonly placements: readonly number[] }) {
  const most = Math.max(1, ...placements);
  const label = placements.map((count, n) => `${n + 1}${n === placements.length - 1 ? ' and more' : ''}: ${count}`).join(', ');
  return (
    <Picture of="Placements in twelve months">
      <svg
        class="sl-picture__svg sl-picture__svg--small"
        viewBox={`0 0 ${width} ${row * placements.length}`}
        role="img"
        aria-label={`Children by placements in the last twelve months. ${label}`}
      >
        {placements.map((count, n) => (
          <g>
            <text class="sl-picture__name" x="0" y={n * row + 20}>
              {n + 1}
              {n === placements.length - 1 ? ' and more' : n === 0 ? ' placement' : ' placements'}
            </text>
            <rect
              class="sl-picture__bar sl-picture__bar--odd"
              x={left}
              y={n * row + 5}
              width={((count / most) * (width - left - 60)).toFixed(1)}
              height={20}
            />
            <text x={left + (count / most) * (width - left - 60) + 8} y={n * row + 20}>
              {count}
            </text>
          </g>
        ))}
      </svg>
    </Picture>
  );
}
