import { ClockWords } from '../../components/clock-words.tsx';
import { counted, type AsKnown } from '../../said-dates.ts';
import { cellsShown, type BoardQuery } from './board.ts';
import type { Page } from './paging.tsx';
import { populations, type Column, type PopulationName } from './populations.ts';
import { standsOf, type Cell, type Row } from './row.ts';
import { childAt } from './summary.tsx';

/** The board's address with one choice changed; what is not chosen is left out. */
export function addressOf(path: string, query: BoardQuery, known: Pick<AsKnown, 'day'>, change: Partial<BoardQuery> = {}): string {
  const chosen = Object.entries({ ...query, known: known.day, ...change }).filter(
    ([name, value]) => value !== '' && !(name === 'who' && value === 'plans'),
  );
  return chosen.length === 0 ? path : `${path}?${new URLSearchParams(chosen)}`;
}

type TableProps = {
  readonly rows: readonly Row[];
  readonly page: Page;
  /** Of the population, before it was narrowed. */
  readonly total: number;
  readonly query: BoardQuery;
  readonly known: AsKnown;
};

export function BoardTable({ rows, page, total, query, known }: TableProps) {
  const { columns } = populations[query.who];
  if (rows.length === 0) return <p class="govuk-body">No child matches. Clear the filters to see everyone.</p>;
  const withOne = (state: Cell['state']): number =>
    rows.filter((row) => cellsShown(row, query.who).some((cell) => cell.state === state)).length;
  const heads = [
    { sort: 'name', text: 'Child' },
    { sort: 'worker', text: 'Worker and team' },
    { sort: 'since', text: 'Since' },
    ...columns.map(({ name, title }) => ({ sort: name, text: title })),
  ];
  return (
    <table class="govuk-table sl-board">
      <caption class="govuk-table__caption sl-caption">
        {rows.length === total ? counted(rows.length, 'child', 'children') : `${rows.length} of ${counted(total, 'child', 'children')}`}:{' '}
        {withOne('late')} with something late, {withOne('dueSoon')} with something due within 5 working days
        {query.sort === '' ? ' (most pressing first)' : null}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {heads.map(({ sort, text }) => (
            <th scope="col" class="govuk-table__header" aria-sort={query.sort === sort ? 'ascending' : undefined}>
              <a class="sl-sort" href={addressOf('/board', query, known, { sort: query.sort === sort ? '' : sort })}>
                {text}
                {query.sort === sort ? <span aria-hidden="true"> ▲</span> : null}
              </a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.slice(page.first, page.last).map((row) => (
          <BoardRow key={row.person} row={row} who={query.who} known={known} />
        ))}
      </tbody>
    </table>
  );
}

export function BoardRow({ row, who, known }: { readonly row: Row; readonly who: PopulationName; readonly known: AsKnown }) {
  const isLate = cellsShown(row, who).some((cell) => cell.state === 'late');
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
      <td class="govuk-table__cell sl-since" data-label="Since">
        {standsOf(row).map(({ words, more }) => (
          <span class="sl-line" key={words}>
            {words} <span class="sl-due sl-line">{more}</span>
          </span>
        ))}
      </td>
      {populations[who].columns.map((column) => (
        <ColumnCell key={column.name} column={column} row={row} known={known} />
      ))}
    </tr>
  );
}

function ColumnCell({ column, row, known }: { readonly column: Column; readonly row: Row; readonly known: AsKnown }) {
  const cell = row.cells[column.name];
  return (
    <td class="govuk-table__cell" data-label={column.title}>
      {cell === undefined ? <span class="sl-due">none running</span> : <ClockWords clock={cell.clock} known={known} />}
      {cell === undefined || cell.title === column.title || column.rules.length < 3 ? null : (
        <span class="sl-due sl-line sl-law">{cell.title}</span>
      )}
    </td>
  );
}
