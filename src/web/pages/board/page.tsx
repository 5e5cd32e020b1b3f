import { formatDate } from '../../../kernel/calendar/dates.ts';
import { ClockWords } from '../../components/clock-words.tsx';
import { FilterSelect, KnownAtInputs } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import type { ImportRun } from '../../parts.ts';
import { counted, formatInstant, timeInEngland, type AsKnown } from '../../said-dates.ts';
import { orderChoices, type BoardQuery, type Summary } from './board.ts';
import type { Figure, Part } from './figures.ts';
import { columns, columnTitles, type Row } from './row.ts';

export type BoardModel = {
  readonly rows: readonly Row[];
  readonly summary: Summary;
  readonly query: BoardQuery;
  readonly known: AsKnown;
  readonly now: Date;
  readonly scope: string;
  readonly importIncomplete: boolean;
  /** The latest file taken in, if any. */
  readonly lastImport: ImportRun | undefined;
  readonly choices: {
    readonly teams: readonly Choice[];
    readonly areas: readonly Choice[];
    readonly workers: readonly Choice[];
    readonly categories: readonly Choice[];
  };
};
export type Choice = { readonly value: string; readonly label: string };

export const BoardPage = ({ frame, board }: { readonly frame: Frame; readonly board: BoardModel }) => (
  <Layout frame={frame} title="Board" wide {...(board.known.instant === undefined ? { script: '/assets/board.js' } : {})}>
    {board.known.instant === undefined ? null : <PastBanner instant={board.known.instant} back="/board" />}
    <div class="sl-head">
      <h1 class="govuk-heading-l sl-tight">Children on protection plans</h1>
      <p class="sl-head__note">
        {board.scope}.{' '}
        <span id="updated" aria-live="polite">
          {board.known.instant === undefined ? `Updated ${timeInEngland(board.now)}` : ''}
        </span>
      </p>
    </div>
    <div id="live" data-today={board.known.today}>
      <BoardBody board={board} />
    </div>
  </Layout>
);

export const PastBanner = ({ instant, back }: { readonly instant: string; readonly back: string }) => (
  <div class="sl-past" role="region" aria-label="You are looking at the past">
    <strong>As known at {formatInstant(instant)}.</strong> What was recorded later is not shown.{' '}
    <a class="govuk-link" href={back}>
      Show it as known now
    </a>
  </div>
);

export const BoardBody = ({ board }: { readonly board: BoardModel }) => (
  <>
    {board.importIncomplete ? (
      <div class="sl-incomplete">
        <strong class="govuk-tag govuk-tag--yellow sl-tag">import incomplete</strong> A file is still being imported or stopped half-way:
        some children may be missing or out of date.
      </div>
    ) : null}
    <SummarySentences summary={board.summary} known={board.known} />
    <Filters board={board} />
    <BoardTable board={board} />
    <Evidence board={board} />
  </>
);

/** How fresh what is shown is. */
const Evidence = ({ board: { summary, lastImport, known } }: { readonly board: BoardModel }) => (
  <p class="sl-evidence">
    {summary.changedAt === undefined ? '' : `Latest change to these children recorded ${formatInstant(summary.changedAt)}. `}
    {known.instant !== undefined
      ? ''
      : lastImport === undefined
        ? 'No file has been imported: everything was recorded here.'
        : `Latest file: ${lastImport.fileName}, imported ${formatInstant(lastImport.finishedAt ?? lastImport.begunAt)}.`}
  </p>
);

function SummarySentences({ summary, known }: { readonly summary: Summary; readonly known: AsKnown }) {
  return (
    <>
      <div class="sl-figures">
        {summary.figures.map((figure) => (
          <FigureBlock key={figure.title} figure={figure} known={known} />
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

/** From a past board to the child as known at the same instant. */
const childAt = (person: string, { instant, day }: AsKnown): string => `/children/${person}${instant === undefined ? '' : `?known=${day}`}`;

const shortList = 12;

/** n of N, and everyone outside it by name. */
const FigureBlock = ({ figure: { title, within, of, outside }, known }: { readonly figure: Figure; readonly known: AsKnown }) => (
  <section class="sl-figure" aria-label={`${within} of ${of} ${title}`}>
    <p class="sl-figure__lead">
      <strong>
        {within} of {of}
      </strong>{' '}
      {title}
    </p>
    {outside.map((part, index) => (
      <NamesOf key={part.title} {...part} known={known} open={index === 0 && part.people.length <= shortList} />
    ))}
  </section>
);

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
        {people.map(({ person, name }) => (
          <li>
            <a class="govuk-link" href={childAt(person, known)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

const states = [
  { value: 'late', label: 'Late' },
  { value: 'dueSoon', label: 'Due within 5 working days' },
  { value: 'inTime', label: 'In time' },
  { value: 'notInSource', label: 'Not in the source' },
];

function Filters({ board: { query, choices, known } }: { readonly board: BoardModel }) {
  return (
    <form method="get" action="/board" class="sl-filters" aria-label="Filter the board">
      {choices.areas.length > 1 ? (
        <FilterSelect id="area" name="area" label="Area" any="All areas" value={query.area} options={choices.areas} />
      ) : null}
      {choices.teams.length > 1 ? (
        <FilterSelect id="team" name="team" label="Team" any="All teams" value={query.team} options={choices.teams} />
      ) : null}
      <FilterSelect id="worker" name="worker" label="Worker" any="Everyone" value={query.worker} options={choices.workers} />
      <FilterSelect id="state" name="state" label="State" any="Any state" value={query.state} options={states} />
      <FilterSelect
        id="category"
        name="category"
        label="Category"
        any="All categories"
        value={query.category}
        options={choices.categories}
      />
      <FilterSelect id="sort" name="sort" label="Order" value={query.sort} options={orderChoices} />
      <KnownAtInputs day={known.day} problem={known.problem} />
      <button class="govuk-button govuk-button--secondary sl-button" type="submit">
        Show
      </button>
      <a class="govuk-link sl-clear" href="/board">
        Clear
      </a>
    </form>
  );
}

const heads = [
  { sort: 'name', text: 'Child' },
  { sort: 'worker', text: 'Worker and team' },
  { sort: 'plan', text: 'Plan' },
  ...columns.map((column) => ({ sort: column, text: columnTitles[column] })),
];

function BoardTable({ board: { rows, summary, query, known } }: { readonly board: BoardModel }) {
  if (rows.length === 0) return <p class="govuk-body">No child on a protection plan matches.</p>;
  return (
    <table class="govuk-table sl-board">
      <caption class="govuk-table__caption sl-caption">
        {rows.length === summary.total
          ? counted(rows.length, 'child', 'children')
          : `${rows.length} of ${counted(summary.total, 'child', 'children')}`}
        : {summary.late} with something late, {summary.soon} with something due within 5 working days
        {query.sort === '' ? ' (most pressing first)' : null}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {heads.map(({ sort, text }) => (
            <th scope="col" class="govuk-table__header" aria-sort={query.sort === sort ? 'ascending' : undefined}>
              <a class="sl-sort" href={sortLink(query, known, sort)}>
                {text}
                {query.sort === sort ? <span aria-hidden="true"> ▲</span> : null}
              </a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <BoardRow key={row.person} row={row} known={known} />
        ))}
      </tbody>
    </table>
  );
}

function sortLink(query: BoardQuery, known: AsKnown, sort: string): string {
  const chosen = Object.entries({ ...query, known: known.day, sort: query.sort === sort ? '' : sort }).filter(([, value]) => value !== '');
  return `/board?${new URLSearchParams(chosen)}`;
}

export function BoardRow({ row, known }: { readonly row: Row; readonly known: AsKnown }) {
  const isLate = Object.values(row.cells).some((cell) => cell?.state === 'late');
  return (
    <tr class={`govuk-table__row${isLate ? ' sl-row--late' : ''}`} id={`row-${row.person}`} data-person={row.person}>
      <th scope="row" class="govuk-table__header sl-child">
        <a class="govuk-link" href={childAt(row.person, known)}>
          {row.name}
        </a>{' '}
        <span class="sl-due">{row.age}</span>
      </th>
      <td class="govuk-table__cell" data-label="Worker and team">
        {row.worker ?? <strong class="govuk-tag govuk-tag--red sl-tag">no named worker</strong>}{' '}
        <span class="sl-due sl-line">{row.team ?? 'no team'}</span>
      </td>
      <td class="govuk-table__cell" data-label="Plan">
        <span class="sl-date-words">{row.planSince === undefined ? 'since: not known' : `since ${formatDate(row.planSince)}`}</span>{' '}
        <span class="sl-due sl-line">{row.category}</span>
      </td>
      {columns.map((column) => {
        const cell = row.cells[column];
        return (
          <td class="govuk-table__cell" data-label={columnTitles[column]}>
            {cell === undefined ? <span class="sl-due">none running</span> : <ClockWords clock={cell.clock} today={known.today} />}
          </td>
        );
      })}
    </tr>
  );
}
