import { ClockWords } from '../../components/clock-words.tsx';
import { PersonLink } from '../../components/offered.tsx';
import { counted, type AsKnown } from '../../said-dates.ts';
import { populations, type Column, type PopulationName } from '../../../practice/populations.ts';
import { cellsShown, type BoardQuery, type Summary } from './board.ts';
import type { Counting } from './figures.ts';
import { standsOf, type Row } from './row.ts';
import { addressOf, knownAt } from './address.ts';

type TableProps = {
  /** Of the page. */
  readonly rows: readonly Row[];
  readonly shown: Counting;
  readonly summary: Summary;
  readonly query: BoardQuery;
  readonly known: AsKnown;
};

/** What the part of the board's head is called that is shown alone. */
const partWords = ({ figures, attention }: Summary, mark: string): string =>
  [...figures.flatMap(({ outside }) => outside), ...attention].find((part) => part.mark === mark)?.title ?? '';

export function BoardTable({ rows, shown, summary, query, known }: TableProps) {
  const { columns } = populations[query.who];
  const [count, total] = [shown.count(), summary.total];
  if (count === 0)
    return (
      <p class="govuk-body">{total === 0 ? 'There is nobody on this board.' : 'No child matches. Clear the filters to see everyone.'}</p>
    );
  const part = partWords(summary, query.part);
  const heads = [
    { sort: 'name', text: 'Child' },
    { sort: 'worker', text: 'Worker and team' },
    { sort: 'since', text: 'Since' },
    ...columns.map(({ name, title }) => ({ sort: name, text: title })),
  ];
  return (
    <table class={`govuk-table sl-board${columns.length > 3 ? ' sl-board--many' : ''}`}>
      <caption class="govuk-table__caption sl-caption">
        {part === '' ? null : <strong>{part}. </strong>}
        {count === total
          ? counted(count, 'child', 'children')
          : `${count.toLocaleString('en-GB')} of ${counted(total, 'child', 'children')}`}
        : {shown.count(`${query.who}-late`).toLocaleString('en-GB')} with something late,{' '}
        {shown.count(`${query.who}-dueSoon`).toLocaleString('en-GB')} with something due within 5 working days
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
        {rows.map((row) => (
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
        <PersonLink person={row.person} query={knownAt(known)}>
          {row.name}
        </PersonLink>{' '}
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
