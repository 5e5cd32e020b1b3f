import { PersonLink } from '../../components/offered.tsx';
import { Sparkline } from '../../components/sparkline.tsx';
import type { AsKnown } from '../../said-dates.ts';
import type { BoardQuery, Summary } from './board.ts';
import type { Figure, Part } from './figures.ts';
import { pointsOf, type Month } from './months.ts';
import { addressOf, knownAt } from './address.ts';

export function Figures({
  summary,
  months,
  query,
  known,
}: {
  readonly summary: Summary;
  readonly months: readonly Month[];
  readonly query: BoardQuery;
  readonly known: AsKnown;
}) {
  return (
    <>
      <div class="sl-figures">
        {summary.figures.map((figure) => (
          <FigureBlock key={`${figure.of} ${figure.title}`} figure={figure} months={months} query={query} known={known} />
        ))}
      </div>
      <div class="sl-facts">
        {summary.attention.map((part) => (
          <NamesOf key={part.title} {...part} query={query} known={known} />
        ))}
      </div>
    </>
  );
}

const shortList = 12;

/** n of N, and everyone outside it by name. */
const FigureBlock = ({
  figure,
  months,
  query,
  known,
}: {
  readonly figure: Figure;
  readonly months: readonly Month[];
  readonly query: BoardQuery;
  readonly known: AsKnown;
}) => {
  const { title, of, within, among, outside } = figure;
  return (
    <section class="sl-figure" aria-label={`${within} of ${among} ${of} ${title}`}>
      {figure.months === undefined ? null : (
        <Sparkline title={`${of} ${title}, the last twelve months`} points={pointsOf(months, figure.months)} />
      )}
      <p class="sl-figure__lead">
        <strong>
          {within.toLocaleString('en-GB')} of {among.toLocaleString('en-GB')}
        </strong>{' '}
        {of} {title}
      </p>
      <div class="sl-facts">
        {outside.map((part, index) => (
          <NamesOf key={part.title} {...part} query={query} known={known} open={index === 0 && part.count <= shortList} />
        ))}
      </div>
    </section>
  );
};

type NamesProps = Part & { readonly open?: boolean; readonly query: BoardQuery; readonly known: AsKnown };

/** A count with its names: short lists stand open, long ones unfold; those of a whole service are the board's own pages. */
function NamesOf({ title, mark, count, people, urgent = false, open = false, query, known }: NamesProps) {
  const words = (
    <>
      <span class="sl-fact__count">{count.toLocaleString('en-GB')}</span> {title}
    </>
  );
  if (count === 0) return <p class="sl-fact">{words}</p>;
  const classes = `sl-fact${urgent ? ' sl-fact--urgent' : ''}`;
  if (people === undefined && mark === '') return <p class={classes}>{words}</p>;
  if (people === undefined)
    return (
      <p class={classes}>
        <a class="govuk-link" href={addressOf('/board', query, known, { part: mark, state: '', worker: '', category: '' })}>
          {words}
        </a>
      </p>
    );
  return (
    <details class={classes} open={open}>
      <summary>{words}</summary>
      <ul class="sl-names">
        {people.map(({ person, name }) => (
          <li key={person}>
            <PersonLink person={person} query={knownAt(known)}>
              {name}
            </PersonLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
