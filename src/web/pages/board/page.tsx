import { FilterSelect, KnownAtInputs, problemsOf } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { populationNames, populations } from '../../../practice/populations.ts';
import { counted, formatInstant, timeInEngland } from '../../said-dates.ts';
import type { ImportRun } from '../../parts.ts';
import { orderChoices } from './board.ts';
import type { BoardModel } from './model.ts';
import { Figures } from './summary.tsx';
import { Paging } from '../../components/paging.tsx';
import { addressOf } from './address.ts';
import { BoardTable } from './table.tsx';
import { TwelveMonths } from './twelve-months.tsx';
import { ViewsAndFiles } from './views.tsx';

type PageProps = { readonly frame: Frame; readonly board: BoardModel; readonly problem?: string };

export function BoardPage({ frame, board, problem }: PageProps) {
  const { known, query } = board;
  const { title } = populations[query.who];
  return (
    <Layout
      frame={frame}
      title={title}
      problems={problemsOf('view-name', problem)}
      wide
      {...(known.instant === undefined ? { script: '/assets/board.js' } : {})}
    >
      {known.instant === undefined ? null : (
        <PastBanner instant={known.instant} back={addressOf('/board', query, { day: '' })} moved={board.moved} />
      )}
      <div class="sl-head">
        <h1 class="govuk-heading-m sl-tight">{title}</h1>
        <p class="sl-head__note">
          {board.scope}.{' '}
          <span id="updated" aria-live="polite">
            {known.instant === undefined ? `Updated ${timeInEngland(board.now)}` : ''}
          </span>
        </p>
      </div>
      <BoardTabs board={board} />
      <ViewsAndFiles csrf={board.csrf} query={query} known={known} views={board.views} problem={problem} />
      <div id="live" data-today={known.today} data-place={board.place} data-query={board.search}>
        <BoardBody board={board} />
      </div>
    </Layout>
  );
}

const BoardTabs = ({ board: { query, known, summary } }: { readonly board: BoardModel }) => (
  <nav class="moj-sub-navigation sl-tabs" id="tabs" aria-label="Whom the board is about">
    <ul class="moj-sub-navigation__list">
      {populationNames.map((who) => (
        <li class="moj-sub-navigation__item" key={who}>
          <a
            class="moj-sub-navigation__link"
            aria-current={query.who === who ? 'page' : undefined}
            href={addressOf('/board', query, known, { who, state: '', sort: '', category: '', part: '' })}
          >
            {populations[who].tab} ({summary.sizes[who].toLocaleString('en-GB')}
            {who === 'all' && summary.sizes.both > 0 ? `, ${summary.sizes.both.toLocaleString('en-GB')} in both` : ''})
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

type Past = { readonly instant: string; readonly back: string; readonly moved?: number };

export const PastBanner = ({ instant, back, moved = 0 }: Past) => (
  <div class="sl-past" role="region" aria-label="You are looking at the past">
    <strong>As known at {formatInstant(instant)}.</strong> What was recorded later is not shown.{' '}
    {moved === 0
      ? ''
      : `${counted(moved, 'child', 'children')} on a plan or looked after then ${moved === 1 ? 'has' : 'have'} since moved to another team or worker: not shown, and in no figure here. `}
    <a class="govuk-link" href={back}>
      Show it as known now
    </a>
  </div>
);

/** What of an open board is fetched again: its tabs, which count too, and what stands below them. */
export const BoardFragment = ({ board }: { readonly board: BoardModel }) => (
  <>
    <BoardTabs board={board} />
    <BoardBody board={board} />
  </>
);

const BoardBody = ({ board }: { readonly board: BoardModel }) => (
  <>
    <Incomplete runs={board.incomplete} />
    {board.rulesChanged ? (
      <div class="sl-incomplete">
        <strong class="govuk-tag govuk-tag--yellow sl-tag">limits being derived again</strong> Sightline was upgraded, and its rules have
        changed. Until every record has been gone through, a limit may be missing here or have the date that it had before.
      </div>
    ) : null}
    {board.changesAt === undefined ? null : <span hidden id="changes" data-at={new Date(board.changesAt).toISOString()} />}
    <Figures summary={board.summary} months={board.months} query={board.query} known={board.known} />
    <Filters board={board} />
    <BoardTable rows={board.rows} shown={board.shown} summary={board.summary} query={board.query} known={board.known} />
    <Paging page={board.page} link={(number) => pageLink(board, number)} />
    <TwelveMonths months={board.months} />
    <Evidence board={board} />
  </>
);

const mostNamed = 3;

/** Of a file that waits for its turn, or broke off at once, nothing has been counted. */
function whyIncomplete({ state, begunAt, finishedAt, childrenDone }: ImportRun): string {
  if (state === 'running') return `is being imported since ${formatInstant(begunAt)}`;
  const ended = formatInstant(finishedAt ?? begunAt);
  return childrenDone === 0 ? `was sent ${ended} and has not been taken in whole` : `stopped half-way ${ended}`;
}

/** Until the return has been taken in whole, or an administrator has set the file aside. */
const Incomplete = ({ runs }: { readonly runs: readonly ImportRun[] }) =>
  runs.length === 0 ? null : (
    <div class="sl-incomplete">
      <strong class="govuk-tag govuk-tag--yellow sl-tag">import incomplete</strong> Some children may be missing or out of date:{' '}
      {runs.slice(0, mostNamed).map((run, at) => (
        <span>
          {at === 0 ? '' : '; '}
          {run.fileName} {whyIncomplete(run)}
        </span>
      ))}
      {runs.length > mostNamed ? `; and ${runs.length - mostNamed} more` : ''}.
    </div>
  );

/** How fresh what is shown is. */
const Evidence = ({ board: { changedAt, lastImport, known } }: { readonly board: BoardModel }) => (
  <p class="sl-evidence">
    {changedAt === undefined ? '' : `Latest change to these children recorded ${formatInstant(changedAt)}. `}
    {known.instant !== undefined
      ? ''
      : lastImport === undefined
        ? 'No file has been imported: everything was recorded here.'
        : `Latest file: ${lastImport.fileName}, imported ${formatInstant(lastImport.finishedAt ?? lastImport.begunAt)}.`}
  </p>
);

const states = [
  { value: 'late', label: 'Late' },
  { value: 'dueSoon', label: 'Due within 5 working days' },
  { value: 'inTime', label: 'In time' },
  { value: 'notInSource', label: 'Not in the source' },
];

function Filters({ board: { query, choices, known } }: { readonly board: BoardModel }) {
  return (
    <form method="get" action="/board" class="sl-filters" aria-label="Filter the board">
      {query.who === 'plans' ? null : <input type="hidden" name="who" value={query.who} />}
      {query.part === '' ? null : <input type="hidden" name="part" value={query.part} />}
      {choices.areas.length > 1 ? (
        <FilterSelect id="area" name="area" label="Area" any="All areas" value={query.area} options={choices.areas} />
      ) : null}
      {choices.teams.length > 1 ? (
        <FilterSelect id="team" name="team" label="Team" any="All teams" value={query.team} options={choices.teams} />
      ) : null}
      <FilterSelect id="worker" name="worker" label="Worker" any="Everyone" value={query.worker} options={choices.workers} />
      <FilterSelect id="state" name="state" label="State" any="Any state" value={query.state} options={states} />
      {query.who === 'care' ? null : (
        <FilterSelect
          id="category"
          name="category"
          label="Category"
          any="All categories"
          value={query.category}
          options={choices.categories}
        />
      )}
      <FilterSelect id="sort" name="sort" label="Order" value={query.sort} options={orderChoices(query.who)} />
      <KnownAtInputs day={known.day} problem={known.problem} />
      <button class="govuk-button govuk-button--secondary sl-button" type="submit">
        Show
      </button>
      <a class="govuk-link sl-clear" href={query.who === 'plans' ? '/board' : `/board?who=${query.who}`}>
        Clear
      </a>
    </form>
  );
}

function pageLink({ query, known }: BoardModel, number: number): string {
  const address = addressOf('/board', query, known);
  return `${address}${address.includes('?') ? '&' : '?'}page=${number}`;
}
