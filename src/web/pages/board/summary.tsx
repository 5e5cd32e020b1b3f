import { Sparkline } from '../../components/sparkline.tsx';
import { counted, type AsKnown } from '../../said-dates.ts';
import type { Summary } from './board.ts';
import type { Figure, Part } from './figures.ts';
import { pointsOf, type Month } from './months.ts';

/** From a past board to the child as known at the same instant. */
export const childAt = (person: string, { instant, day }: AsKnown): string =>
  `/children/${person}${instant === undefined ? '' : `?known=${day}`}`;

export function Figures({
  summary,
  months,
  known,
}: {
  readonly summary: Summary;
  readonly months: readonly Month[];
  readonly known: AsKnown;
}) {
  const { sizes } = summary;
  return (
    <>
      <p class="sl-sizes">
        <strong>{counted(sizes.all, 'child', 'children')}</strong>: {sizes.plans} on protection plans, {sizes.care} looked after,{' '}
        {sizes.both} in both
      </p>
      <div class="sl-figures">
        {summary.figures.map((figure) => (
          <FigureBlock key={`${figure.of} ${figure.title}`} figure={figure} months={months} known={known} />
        ))}
      </div>
      <div class="sl-facts">
        {summary.attention.map((part) => (
          <NamesOf key={part.title} {...part} known={known} />
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
  known,
}: {
  readonly figure: Figure;
  readonly months: readonly Month[];
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
          {within} of {among}
        </strong>{' '}
        {of} {title}
      </p>
      {outside.map((part, index) => (
        <NamesOf key={part.title} {...part} known={known} open={index === 0 && part.people.length <= shortList} />
      ))}
    </section>
  );
};

/** Beyond it a list of names is not read but counted; an area or a team has fewer. */
const longList = 500;

/** A count with its names: short lists stand open, long ones unfold. */
function NamesOf({ title, people, urgent = false, open = false, known }: Part & { readonly open?: boolean; readonly known: AsKnown }) {
  if (people.length === 0)
    return (
      <p class="sl-fact">
        <span class="sl-fact__count">0</span> {title}
      </p>
    );
  return (
    <details class={`sl-fact${urgent ? ' sl-fact--urgent' : ''}`} open={open}>
      <summary>
        <span class="sl-fact__count">{people.length}</span> {title}
      </summary>
      <ul class="sl-names">
        {people.slice(0, longList).map(({ person, name }) => (
          <li key={person}>
            <a class="govuk-link" href={childAt(person, known)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      {people.length > longList ? (
        <p class="govuk-body-s">
          and {(people.length - longList).toLocaleString('en-GB')} more: choose an area or a team to see every name
        </p>
      ) : null}
    </details>
  );
}
